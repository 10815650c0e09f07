package org.comity.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;

/**
 * What the law of one State has for one provision of an instrument, on a day.
 *
 * @param subject id of the provision, or one of the data set's own such as {@code x:grooming}
 * @param citations what applies on the day, the best first
 * @param toCome enacted, but not in force on the day
 * @param declared what the State has reserved or declared about the provision and not withdrawn
 * @param searched whether the file of the State names the provision as one for which no law was found
 * @param asOf what the file of the State stands for; empty where there is no file
 */
public record ProvisionInLaw(
        StateCode state,
        String subject,
        Coverage coverage,
        List<Citation> citations,
        List<Citation> toCome,
        List<Declaration> declared,
        boolean searched,
        Optional<String> asOf) {

    private static final Set<String> DECLARED_KINDS = Set.of("reservation", "declaration");
    private static final Pattern ARTICLE = Pattern.compile("(\\d+)(?:-(\\d+))?");

    public ProvisionInLaw {
        citations = List.copyOf(citations);
        toCome = List.copyOf(toCome);
        declared = List.copyOf(declared);
    }

    static ProvisionInLaw of(LawBase base, StateCode state, String subject, LocalDate on) {
        Optional<NationalLaw> law = base.nationalLaw(state);
        String conduct = base.conduct(subject);
        List<Citation> all = law.stream()
                .flatMap(l -> l.provisions().stream()
                        .filter(p -> p.mapsTo().equals(conduct))
                        .map(p -> Citation.of(l, p)))
                .sorted(Citation.BEST_FIRST)
                .toList();
        List<Citation> applies = all.stream()
                .filter(c -> law.filter(l -> l.appliesOn(c.provision(), on)).isPresent())
                .toList();
        boolean searched = law.filter(l -> l.gaps().contains(conduct)).isPresent();
        return new ProvisionInLaw(
                state,
                subject,
                coverage(applies, searched),
                applies,
                all.stream()
                        .filter(c ->
                                law.filter(l -> isToCome(l, c.provision(), on)).isPresent())
                        .toList(),
                declared(base, state, subject, on),
                searched,
                law.map(NationalLaw::asOf));
    }

    private static Coverage coverage(List<Citation> applies, boolean searched) {
        if (applies.isEmpty() && searched) {
            return Coverage.NONE;
        }
        return Coverage.furthest(
                applies.stream().map(c -> Coverage.of(c.provision().coverage())).toList());
    }

    private static boolean isToCome(NationalLaw law, NationalProvision provision, LocalDate on) {
        return !provision.inForce()
                || provision.validFrom().filter(on::isBefore).isPresent()
                || law.act(provision.act())
                        .flatMap(Act::enacted)
                        .filter(year -> on.getYear() < year)
                        .isPresent();
    }

    private static List<Declaration> declared(LawBase base, StateCode state, String subject, LocalDate on) {
        return base.provision(subject)
                .map(p -> base.declarationsOf(state).stream()
                        .filter(d -> d.instrument().equals(p.instrument()) && DECLARED_KINDS.contains(d.kind()))
                        .filter(d -> d.inForceOn(on) && isAbout(d.article(), p.article()))
                        .toList())
                .orElse(List.of());
    }

    /** A declaration on article 9(4) is about the provision of article 9, and of articles 6-21. */
    private static boolean isAbout(String declared, String article) {
        Matcher one = ARTICLE.matcher(declared);
        Matcher range = ARTICLE.matcher(article);
        if (!one.lookingAt() || !range.lookingAt()) {
            return declared.equals(article);
        }
        int number = Integer.parseInt(one.group(1));
        int first = Integer.parseInt(range.group(1));
        int last = Optional.ofNullable(range.group(2)).map(Integer::parseInt).orElse(first);
        return first <= number && number <= last;
    }

    /** The citation that stands for the others. */
    public Optional<Citation> best() {
        return citations.stream().findFirst();
    }

    /** How sure the answer is; that nothing was found is never more than recalled. */
    public Basis basis() {
        return best().map(c -> c.provision().basis()).orElse(Basis.RECALLED);
    }

    /** Where the answer comes from. */
    public String source() {
        return best().map(c -> c.provision().source())
                .orElseGet(() -> asOf.map(day -> "the file on the law of " + state + " in this data set, as of " + day)
                        .orElse("this data set holds no law of " + state));
    }

    /** The date that the answer stands for; empty where the data set holds no law of the State. */
    public Optional<String> standsFor() {
        return best().map(c -> c.provision().asOf()).or(this::asOf);
    }
}
