package org.comity.node.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.Citation;
import org.comity.law.Coverage;
import org.comity.law.DataCategory;
import org.comity.law.Gaps;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.ProvisionInLaw;
import org.comity.law.StateCode;
import org.comity.law.assistance.Assistance;
import org.comity.law.assistance.Project;
import org.comity.node.forum.study.Answer;
import org.comity.node.forum.study.Level;
import org.comity.node.forum.study.ProvisionReference;
import org.comity.node.forum.study.Question;
import org.comity.node.forum.study.Questionnaire;
import org.comity.node.forum.study.Reply;
import org.comity.node.frame.Said;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Component;

/**
 * What the law base already knows of a State, as answers that a person has to confirm; each with the rows that it rests on.
 * Where the law base can't tell, the place stays open.
 */
@Component
public class PrefillingReplies {

    private static final String ORIGIN = "law base";

    private final CurrentLaw law;

    PrefillingReplies(CurrentLaw law) {
        this.law = law;
    }

    Map<String, Answer> known(Questionnaire questionnaire, Reply reply, Instant now) {
        var known = new LinkedHashMap<String, Answer>();
        var base = law.now();
        if (!reply.respondent().kind().isState()
                || base.state(StateCode.of(reply.respondent().name())).isEmpty()) {
            return known;
        }
        var state = StateCode.of(reply.respondent().name());
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (var question : questionnaire.questions()) {
            for (int at = 0; at < question.places().size(); at++) {
                var key = question.places().get(at).key();
                fact(base, state, day, question, at)
                        .ifPresent(fact -> known.put(
                                key,
                                new Answer(
                                        fact.values,
                                        fact.comment,
                                        fact.source,
                                        "en",
                                        Level.PUBLIC,
                                        true,
                                        ORIGIN,
                                        now)));
            }
        }
        return known;
    }

    private record Fact(List<String> values, String comment, String source) {}

    private static Optional<Fact> fact(LawBase base, StateCode state, LocalDate day, Question question, int part) {
        return switch (question.prefill()) {
            case NONE -> Optional.empty();
            case INSTRUMENTS -> instruments(base, state, day, question);
            case STATUTES -> statutes(base, state);
            case OFFENCES -> inLaw(base, state, day, question, part).flatMap(it -> cited(it, question));
            case PENALTIES -> inLaw(base, state, day, question, part).flatMap(PrefillingReplies::penalty);
            case POWERS -> inLaw(base, state, day, question, part).flatMap(it -> power(it, question));
            case RETENTION -> retention(base, state, day);
            case CONTACT_POINT -> contactPoint(base, state);
            case ASSISTANCE -> assistance(state, day);
        };
    }

    private static Optional<Fact> instruments(LawBase base, StateCode state, LocalDate day, Question question) {
        var bound = new ArrayList<String>();
        var since = new ArrayList<String>();
        var sources = new ArrayList<String>();
        for (int at = 0;
                at < Math.min(question.options().size(), question.terms().size());
                at++) {
            for (var instrument : question.terms().get(at).split(" ")) {
                if (!instrument.isEmpty() && base.boundOn(state, instrument, day)) {
                    var status = base.status(state, instrument).orElseThrow();
                    bound.add(question.options().get(at));
                    since.add(instrument
                            + status.entryIntoForce().map(it -> " " + it).orElse(""));
                    sources.add(status.source() + " (" + status.asOf() + ")");
                }
            }
        }
        return bound.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(once(bound), String.join("; ", since), String.join("; ", once(sources))));
    }

    private static Optional<Fact> statutes(LawBase base, StateCode state) {
        return base.nationalLaw(state)
                .filter(it -> !it.acts().isEmpty())
                .map(law -> new Fact(
                        law.acts().stream().map(PrefillingReplies::line).toList(), "", file(law)));
    }

    private static String line(NationalLaw.Act act) {
        var title = act.title().replace('|', '/');
        return new ProvisionReference(
                        act.enacted().map(year -> title + " (" + year + ")").orElse(title),
                        "",
                        act.url().filter(it -> it.matches("https?://\\S+")).orElse(""),
                        Optional.empty(),
                        "")
                .toString();
    }

    private static String file(NationalLaw law) {
        return "law/" + law.state() + ", " + law.asOf();
    }

    private static Optional<ProvisionInLaw> inLaw(
            LawBase base, StateCode state, LocalDate day, Question question, int part) {
        var provision = question.provisionOf(part);
        return base.provision(provision)
                .flatMap(it -> Gaps.of(base, state, provision.substring(0, provision.indexOf(':')), day))
                .flatMap(gaps -> gaps.provisions().stream()
                        .filter(row -> row.provision().id().equals(provision))
                        .findFirst())
                .map(Gaps.Row::law);
    }

    private static Optional<Fact> cited(ProvisionInLaw law, Question question) {
        return switch (law.coverage()) {
            case FULL, PARTIAL -> {
                var word = law.coverage() == Coverage.FULL ? "full" : "partial";
                yield question.options().contains(word) ? citations(law, word) : Optional.empty();
            }
            // that nothing was found in a search is for a person to say
            case NONE, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Fact> power(ProvisionInLaw law, Question question) {
        return law.coverage() == Coverage.FULL && question.options().contains("specific law")
                ? citations(law, "specific law")
                : Optional.empty();
    }

    private static Optional<Fact> citations(ProvisionInLaw law, String word) {
        return Optional.of(
                new Fact(law.citations().stream().map(it -> line(it, word)).toList(), "", source(law)));
    }

    private static String line(Citation citation, String word) {
        var provision = citation.provision();
        return new ProvisionReference(
                        citation.act()
                                .map(NationalLaw.Act::title)
                                .orElse(provision.act())
                                .replace('|', '/'),
                        provision.article().orElse("").replace('|', '/'),
                        Optional.of(provision.source())
                                .filter(it -> it.matches("https?://\\S+"))
                                .orElse(""),
                        provision.validFrom(),
                        word)
                .toString();
    }

    private static String source(ProvisionInLaw law) {
        return law.source() + law.standsFor().map(it -> " (" + it + ")").orElse("");
    }

    private static Optional<Fact> penalty(ProvisionInLaw law) {
        return law.best()
                .flatMap(it -> it.provision().penaltyMaxMonths())
                // life has no number of months
                .filter(months -> months < 9999)
                .map(months -> new Fact(List.of(String.valueOf(months)), "", source(law)));
    }

    private static Optional<Fact> retention(LawBase base, StateCode state, LocalDate day) {
        return base.retentions().stream()
                .filter(it -> it.state().filter(state::equals).isPresent()
                        && it.category() == DataCategory.TRAFFIC
                        && it.inForceOn(day))
                .flatMap(it -> it.least().stream()
                        .filter(Period.class::isInstance)
                        .map(Period.class::cast)
                        .map(least -> new Fact(
                                List.of(String.valueOf(least.toTotalMonths() * 365 / 12 + least.getDays())),
                                it.holder() + ", " + least,
                                it.source() + " (" + it.asOf() + ")")))
                .findFirst();
    }

    private static Optional<Fact> contactPoint(LawBase base, StateCode state) {
        return base.authoritiesOf(state).stream()
                .filter(it -> it.function().equals("24-7-contact"))
                .findFirst()
                .map(it -> new Fact(List.of(), it.institution(), it.source() + " (" + it.lastConfirmed() + ")"));
    }

    /** Read when somebody asks for it. */
    private static final class OpenData {
        private static final List<Project> PROJECTS = Assistance.load().projects();
    }

    private static Optional<Fact> assistance(StateCode state, LocalDate day) {
        var since = String.valueOf(day.getYear() - 5);
        var received = OpenData.PROJECTS.stream()
                .filter(it -> it.states().contains(state.value()))
                .filter(it -> it.end().isEmpty() || it.end().compareTo(since) >= 0)
                .toList();
        return received.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(
                        List.of(received.stream()
                                .map(it -> "%s (%s – %s), %s"
                                        .formatted(
                                                it.name(),
                                                it.start().isEmpty() ? "…" : it.start(),
                                                it.end().isEmpty() ? "…" : it.end(),
                                                it.implementer())
                                        .strip())
                                .collect(Collectors.joining("\n"))),
                        "",
                        String.join(
                                "; ",
                                once(received.stream()
                                        .map(it -> it.provenance().source())
                                        .toList()))));
    }

    private static List<String> once(List<String> all) {
        return all.stream().distinct().toList();
    }

    /**
     * What the law base says of the provisions that a State cites: a sentence each where it knows the act and where it does
     * not; none where it holds no law of that State.
     */
    public List<Said> checked(Reply reply, Answer answer) {
        if (!reply.respondent().kind().isState()) {
            return List.of();
        }
        var known = law.now().nationalLaw(StateCode.of(reply.respondent().name()));
        return known.stream()
                .flatMap(national -> answer.values().stream()
                        .flatMap(line -> ProvisionReference.of(line).stream())
                        .filter(it -> !it.law().isEmpty())
                        .map(it -> checked(national, it)))
                .toList();
    }

    private static Said checked(NationalLaw national, ProvisionReference cited) {
        var act =
                national.acts().stream().filter(it -> isNamed(it, cited.law())).findFirst();
        if (act.isEmpty()) {
            return Said.of("forum.checked.no-act", cited.law());
        }
        var there = cited.article().isEmpty()
                || national.provisions().stream()
                        .anyMatch(it -> it.act().equals(act.get().id())
                                && it.article().filter(cited.article()::equals).isPresent());
        return there
                ? Said.of("forum.checked.known", cited.law(), cited.article())
                : Said.of("forum.checked.no-article", cited.law(), cited.article());
    }

    private static boolean isNamed(NationalLaw.Act act, String law) {
        var plain = law.replaceAll("\\s*\\(\\d{4}\\)$", "");
        return Arrays.asList(act.title().replace('|', '/'), act.originalTitle().orElse(""), act.id()).stream()
                .anyMatch(plain::equalsIgnoreCase);
    }
}
