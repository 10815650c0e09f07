package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why content is unlawful, where it is to be taken down, and how (Regulation (EU) 2022/2065 art. 9(2)). */
public record TreatyTakedown(
        CountryCode country,
        String measure,
        List<Provision> grounds,
        String explanation,
        Optional<String> contentKind,
        List<CountryCode> territories,
        Optional<UUID> preservation,
        Optional<String> redress,
        Optional<Boolean> informUser)
        implements NationalTDTaskingParameters {

    public TreatyTakedown {
        Text.longString("statement of reasons", explanation);
        territories = List.copyOf(territories);
        Text.longString("information on redress", redress);
        Token.check("measure", measure);
        grounds = Text.atLeastOne("ground", grounds);
        contentKind.ifPresent(it -> Token.check("kind of content", it));
    }

    public static Builder builder(CountryCode country, String measure, String explanation) {
        return new Builder(country, measure, explanation);
    }

    public static final class Builder {

        private final CountryCode country;
        private final String measure;
        private final List<Provision> grounds = new ArrayList<>();
        private final String explanation;
        private @Nullable String contentKind;
        private final List<CountryCode> territories = new ArrayList<>();
        private @Nullable UUID preservation;
        private @Nullable String redress;
        private @Nullable Boolean informUser;

        private Builder(CountryCode country, String measure, String explanation) {
            this.country = country;
            this.measure = measure;
            this.explanation = explanation;
        }

        public Builder ground(Provision ground) {
            grounds.add(ground);
            return this;
        }

        public Builder contentKind(String contentKind) {
            this.contentKind = contentKind;
            return this;
        }

        public Builder territory(CountryCode territory) {
            territories.add(territory);
            return this;
        }

        public Builder preservation(UUID preservation) {
            this.preservation = preservation;
            return this;
        }

        public Builder redress(String redress) {
            this.redress = redress;
            return this;
        }

        public Builder informUser(Boolean informUser) {
            this.informUser = informUser;
            return this;
        }

        public TreatyTakedown build() {
            return new TreatyTakedown(
                    country,
                    measure,
                    grounds,
                    explanation,
                    Optional.ofNullable(contentKind),
                    territories,
                    Optional.ofNullable(preservation),
                    Optional.ofNullable(redress),
                    Optional.ofNullable(informUser));
        }
    }
}
