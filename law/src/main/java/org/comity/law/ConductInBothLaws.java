package org.comity.law;

import static org.comity.law.Finding.Result.DISCRETIONARY;
import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comity.law.ConductProfile.Attempt;
import org.comity.law.ConductProfile.Reach;
import org.comity.law.NationalLaw.NationalProvision;

/** Says in sentences why a conduct is, or may be, an offence in the law of both States. */
final class ConductInBothLaws {

    private final Facts facts;
    private final OffenceInLaw here;
    private final OffenceInLaw there;
    private final ConductProfile requesting;
    private final ConductProfile requested;
    private final Elements known;

    ConductInBothLaws(LawBase law, RouteQuery query, State requesting, State requested) {
        this.facts = query.facts();
        this.here = new OffenceInLaw(law, requesting, query);
        this.there = new OffenceInLaw(law, requested, query);
        this.requesting = here.profile();
        this.requested = there.profile();
        this.known = this.requesting.known(facts);
    }

    /** A provision of one of the two laws, and what follows from it. */
    record Judged(NationalProvision row, Reach reach, Finding.Result result) {}

    Finding.Result result() {
        return ConductProfile.dualCriminality(requesting, requested, facts);
    }

    List<Judged> requestingLaw() {
        return judged(here, reach -> reach.pursuable(facts));
    }

    List<Judged> requestedLaw() {
        return judged(there, reach -> reach.catches(known, facts));
    }

    private interface Judgement {
        Finding.Result of(Reach reach);
    }

    /** The provisions of a law, the most favourable first. */
    private List<Judged> judged(OffenceInLaw offence, Judgement judgement) {
        return offence.reaching().stream()
                .map(r -> new Judged(r.row(), r.reach(), judgement.of(r.reach())))
                .sorted(Comparator.comparing((Judged j) ->
                                List.of(MET, DISCRETIONARY, UNKNOWN, NOT_MET).indexOf(j.result()))
                        .thenComparing(j -> !j.reach().whole())
                        .thenComparing(j -> j.reach().missing(known).list().size()))
                .toList();
    }

    OffenceInLaw here() {
        return here;
    }

    OffenceInLaw there() {
        return there;
    }

    /** The conclusion in one sentence, under this provision of a treaty. */
    Finding conclusion(String rule, Provision asking) {
        if (result() == MET) {
            NationalProvision ours = requestingLaw().getFirst().row();
            NationalProvision theirs = requestedLaw().getFirst().row();
            return new Finding(
                    rule,
                    MET,
                    Saying.of("conduct.both")
                            .with("requesting", here.state())
                            .with("ours", here.cite(ours))
                            .with("requested", there.state())
                            .with("theirs", there.cite(theirs)),
                    asking.id(),
                    ours.source() + "; " + theirs.source(),
                    ours.basis().and(theirs.basis()));
        }
        Finding ours = ours(asking);
        Finding decisive = ours.result() == MET || ours.result() != result() ? theirs(asking) : ours;
        return new Finding(
                rule, result(), decisive.saying(), decisive.provision(), decisive.source(), decisive.basis());
    }

    /** What the law of the requesting State says of the conduct. */
    Finding ours(Provision asking) {
        Finding.Result result = requesting.asRequesting(facts);
        List<Judged> judged = requestingLaw();
        if (judged.isEmpty()) {
            return noRow("requesting-law", here, asking);
        }
        Judged best = judged.getFirst();
        Saying saying = result == MET ? Saying.of("conduct.pursued") : obstacle(best, Elements.NONE);
        return finding("requesting-law", result, saying, here, best, asking);
    }

    /** What the law of the requested State says of the conduct. */
    Finding theirs(Provision asking) {
        Finding.Result result = requested.asRequested(known, facts);
        List<Judged> judged = requestedLaw();
        if (judged.isEmpty()) {
            return noRow("requested-law", there, asking);
        }
        Judged best = judged.getFirst();
        Saying saying = switch (result) {
            case MET -> Saying.of("conduct.caught");
            case DISCRETIONARY -> Saying.of("conduct.reserved");
            case NOT_MET, UNKNOWN -> obstacle(best, best.reach().missing(known));
        };
        return finding("requested-law", result, saying, there, best, asking);
    }

    /** What stands between the provision and the conduct: a fact to the contrary, or one that is not known. */
    private Saying obstacle(Judged judged, Elements missing) {
        Reach reach = judged.reach();
        Elements contrary = reach.asks().and(reach.open()).sharedWith(facts.absent());
        if (!contrary.isEmpty()) {
            Elements surely = reach.surely().sharedWith(facts.absent());
            return surely.isEmpty()
                    ? Saying.of("conduct.doubted").withWords("elements", "element", contrary.list())
                    : Saying.of("conduct.contradicted").withWords("elements", "element", surely.list());
        }
        if (facts.attempted() && reach.attempt() == Attempt.NOT_COVERED) {
            return Saying.of("conduct.attempt-unpunished");
        }
        if (!missing.isEmpty()) {
            return Saying.of("conduct.depends").withWords("elements", "element", missing.list());
        }
        if (facts.attempted() && reach.attempt() == Attempt.OPEN) {
            return Saying.of("conduct.attempt-open");
        }
        return Saying.of("conduct.part");
    }

    private Finding noRow(String rule, OffenceInLaw offence, Provision asking) {
        Optional<NationalProvision> absence = offence.absence();
        if (absence.isPresent()) {
            return new Finding(
                    rule,
                    NOT_MET,
                    Saying.of("conduct.denied")
                            .with("state", offence.state())
                            .with("summary", withoutStop(absence.get().summary())),
                    asking.id(),
                    absence.get().source(),
                    absence.get().basis());
        }
        return new Finding(
                rule,
                UNKNOWN,
                offence.knownLater()
                        .map(later -> Saying.of("conduct.known-later")
                                .with("article", offence.cite(later.row()))
                                .with("day", later.from()))
                        .orElse(Saying.of("conduct.no-row"))
                        .with("state", offence.state()),
                asking.id(),
                asking.source(),
                asking.basis());
    }

    private static Finding finding(
            String rule, Finding.Result result, Saying saying, OffenceInLaw offence, Judged judged, Provision asking) {
        return new Finding(
                rule,
                result,
                saying.with("state", offence.state()).with("article", offence.cite(judged.row())),
                asking.id(),
                judged.row().source(),
                judged.row().basis());
    }

    /** What each State has declared about the offence. */
    List<Finding> declarations() {
        List<Finding> findings = new ArrayList<>();
        for (OffenceInLaw offence : List.of(here, there)) {
            for (Declaration declaration : offence.declared()) {
                findings.add(declared(offence, declaration));
            }
        }
        return findings;
    }

    private Finding declared(OffenceInLaw offence, Declaration declaration) {
        Elements asks =
                offence.effects(declaration).stream().map(OffenceEffect::asks).reduce(Elements.NONE, Elements::and);
        Finding.Result result = asks.isEmpty() ? DISCRETIONARY : asks.within(known) ? MET : UNKNOWN;
        return new Finding(
                "declared",
                result,
                Saying.of("conduct.declared")
                        .with("state", offence.state())
                        .with("article", declaration.article())
                        .with("summary", withoutStop(declaration.summary())),
                offence.treatyProvision(declaration),
                declaration.source(),
                declaration.basis());
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** What would settle an open answer. */
    List<Question> questions() {
        if (result() == MET || result() == NOT_MET) {
            return List.of();
        }
        List<Question> questions = new ArrayList<>();
        if (requesting.asRequesting(facts) != MET) {
            about(here, requestingLaw(), questions);
        }
        if (requested.asRequested(known, facts) != MET) {
            requestedLaw().stream().findFirst().ifPresent(best -> aboutTheConduct(best, questions));
            about(there, requestedLaw(), questions);
        }
        return questions;
    }

    /** What the facts should tell, for this provision to catch the conduct. */
    private void aboutTheConduct(Judged best, List<Question> questions) {
        if (best.result() == NOT_MET) {
            return;
        }
        best.reach().missing(known).without(facts.absent()).list().forEach(element -> {
            String key = "question." + element.code();
            questions.add(new Question(Optional.of(element), Saying.of(key)));
        });
        if (!best.reach().whole()) {
            questions.add(new Question(
                    Optional.empty(),
                    Saying.of("question.part")
                            .with("article", there.cite(best.row()))
                            .with("summary", withoutStop(best.row().summary()))));
        }
        if (best.reach().narrowed()) {
            there.declared().stream()
                    .filter(d -> there.effects(d).stream().anyMatch(OffenceEffect::narrows))
                    .forEach(d -> questions.add(new Question(
                            Optional.empty(),
                            Saying.of("question.reserved")
                                    .with("state", there.state())
                                    .with("summary", withoutStop(d.summary())))));
        }
    }

    /** What the State should tell of its law. */
    private void about(OffenceInLaw offence, List<Judged> judged, List<Question> questions) {
        int before = questions.size();
        judged.stream().findFirst().filter(best -> best.result() != NOT_MET).ifPresent(best -> {
            Saying article = Saying.of("question.asked")
                    .with("state", offence.state())
                    .with("article", offence.cite(best.row()));
            best.reach()
                    .asks()
                    .and(best.reach().open())
                    .sharedWith(facts.absent())
                    .list()
                    .forEach(element -> questions.add(
                            new Question(Optional.empty(), article.withWords("element", "element", List.of(element)))));
            if (facts.attempted() && best.reach().attempt() != Attempt.COVERED) {
                questions.add(new Question(
                        Optional.empty(),
                        Saying.of("question.attempt")
                                .with("state", offence.state())
                                .with("article", offence.cite(best.row()))));
            }
        });
        if (questions.isEmpty() || before == questions.size() && judged.stream().allMatch(j -> j.result() == NOT_MET)) {
            questions.add(new Question(
                    Optional.empty(), Saying.of("question.which-provision").with("state", offence.state())));
        }
    }

    /** The elements of both laws beside each other. */
    List<DualCriminalityAssessment.ElementCompared> elements() {
        Elements asked = asked(requestingLaw()).and(asked(requestedLaw()));
        Elements matters = requestedLaw().stream()
                .findFirst()
                .filter(best -> best.result() != MET)
                .map(best -> best.reach().missing(known))
                .orElse(Elements.NONE);
        return asked.list().stream()
                .map(element -> new DualCriminalityAssessment.ElementCompared(
                        element,
                        asks(requestingLaw(), element),
                        asks(requestedLaw(), element),
                        known.has(element)
                                ? Optional.of(true)
                                : Optional.of(false).filter(_ -> facts.absent().has(element)),
                        matters.has(element) || facts.absent().has(element)))
                .toList();
    }

    private static Elements asked(List<Judged> judged) {
        return judged.stream().map(j -> j.reach().asks().and(j.reach().open())).reduce(Elements.NONE, Elements::and);
    }

    /** By the most favourable provision. */
    private static DualCriminalityAssessment.Asks asks(List<Judged> judged, Element element) {
        if (judged.isEmpty()) {
            return DualCriminalityAssessment.Asks.UNKNOWN;
        }
        Reach best = judged.getFirst().reach();
        if (best.asks().has(element)) {
            return DualCriminalityAssessment.Asks.ASKED;
        }
        return best.open().has(element)
                ? DualCriminalityAssessment.Asks.UNKNOWN
                : DualCriminalityAssessment.Asks.NOT_ASKED;
    }
}
