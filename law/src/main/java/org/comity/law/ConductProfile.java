package org.comity.law;

import static org.comity.law.Finding.Result.DISCRETIONARY;
import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;

import java.util.Set;
import java.util.function.Function;

/**
 * All that dual criminality depends on in the law of one State, for one offence on one day. Two States with equal
 * profiles have equal answers.
 *
 * <p>The test is the conduct, not the name of the offence (ETS 185 art. 25(5); likewise CETS 224 art. 5(6) and UNCC art. 35(3)).
 * What is known of the conduct: the elements that the treaty's own description always has, those the facts say, and those
 * that every provision under which the requesting State may pursue it asks, since it pursues it under one of them. The
 * law of the requested State makes it an offence if one provision at least asks nothing more. The rules:
 *
 * <ul>
 *   <li><b>full</b> means that the provision covers the offence as the treaty obliges a Party to have it. A treaty may let
 *       a Party ask for more (ETS 185 arts. 2, 3, 4(2), 7); a full provision may do so, and where its row does not say,
 *       the element is open. It asks for nothing that the treaty does not allow.
 *   <li><b>partial</b> covers a part of the offence; that the conduct lies inside of that part is never known from here.
 *   <li><b>none</b> counts only if it was read in the law itself. <b>unknown</b> and the absence of a row say nothing.
 *   <li>A declaration of the State counts as an element that its law asks; one that leaves out a part of the offence
 *       leaves it to that State whether the conduct lies inside.
 *   <li>A fact to the contrary rules a provision out for certain only where the element was read in the law itself.
 *   <li>That no known provision catches the conduct means <i>not met</i> only if each of them is ruled out for certain and
 *       one of them is full; else there may be law that the data set does not hold.
 * </ul>
 *
 * @param described the elements that the offence always has, as its treaty describes it
 * @param provisions how each provision of the State's law that is in force reaches the conduct
 * @param denied whether the law itself was read to have no such offence
 */
public record ConductProfile(Elements described, Set<Reach> provisions, boolean denied) {

    public ConductProfile {
        provisions = Set.copyOf(provisions);
    }

    /** Whether a law punishes the attempt. */
    public enum Attempt {
        COVERED,
        OPEN,
        NOT_COVERED
    }

    /**
     * How one provision of national law reaches the conduct.
     *
     * @param whole whether it covers the offence in full
     * @param read whether it was read in the law itself
     * @param asks the elements that it asks, by its own words or by a declaration of the State
     * @param surely those of them that were read in the law itself
     * @param open elements that it may ask; the data set does not know
     * @param narrowed whether the State has declared to leave out a part of the offence
     */
    public record Reach(
            boolean whole,
            boolean read,
            Elements asks,
            Elements surely,
            Elements open,
            Attempt attempt,
            boolean narrowed) {

        /** Whether the requesting State can pursue the conduct under it: it does, unless the facts speak against it. */
        Finding.Result pursuable(Facts facts) {
            if (ruledOut(facts)) {
                return NOT_MET;
            }
            boolean doubtful =
                    asks.and(open).meets(facts.absent()) || facts.attempted() && attempt == Attempt.NOT_COVERED;
            return doubtful ? UNKNOWN : MET;
        }

        /** Whether it makes a conduct of which these elements are known an offence. */
        Finding.Result catches(Elements known, Facts facts) {
            if (ruledOut(facts)) {
                return NOT_MET;
            }
            if (!whole || !missing(known).isEmpty() || facts.attempted() && attempt != Attempt.COVERED) {
                return UNKNOWN;
            }
            return narrowed ? DISCRETIONARY : MET;
        }

        /** What it asks, or may ask, that is not known of the conduct. */
        Elements missing(Elements known) {
            return asks.and(open).without(known);
        }

        private boolean ruledOut(Facts facts) {
            return surely.meets(facts.absent()) || facts.attempted() && read && attempt == Attempt.NOT_COVERED;
        }
    }

    /** Whether the conduct is an offence in the law of both States, where the first pursues it. */
    public static Finding.Result dualCriminality(ConductProfile requesting, ConductProfile requested, Facts facts) {
        Finding.Result here = requesting.asRequesting(facts);
        Finding.Result there = requested.asRequested(requesting.known(facts), facts);
        if (here == NOT_MET || there == NOT_MET) {
            return NOT_MET;
        }
        return here == MET ? there : UNKNOWN;
    }

    /** Whether the law of this State, which pursues the conduct, makes it an offence. */
    Finding.Result asRequesting(Facts facts) {
        return anyOf(reach -> reach.pursuable(facts));
    }

    /** Whether the law of this State, which is asked for help, makes it an offence. */
    Finding.Result asRequested(Elements known, Facts facts) {
        return anyOf(reach -> reach.catches(known, facts));
    }

    /** What is known of the conduct if this State pursues it. */
    Elements known(Facts facts) {
        Elements own = provisions.stream()
                .filter(reach -> reach.pursuable(facts) != NOT_MET)
                .map(Reach::asks)
                .reduce(Elements::sharedWith)
                .orElse(Elements.NONE);
        return described.and(own.withIncluded()).without(facts.absent()).and(facts.present());
    }

    /** One provision is enough. */
    private Finding.Result anyOf(Function<Reach, Finding.Result> answer) {
        Finding.Result best = NOT_MET;
        boolean full = false;
        for (Reach reach : provisions) {
            Finding.Result found = answer.apply(reach);
            if (found == MET) {
                return MET;
            }
            if (found == DISCRETIONARY || best == NOT_MET) {
                best = found;
            }
            full |= reach.whole();
        }
        return best == NOT_MET && !full && !denied ? UNKNOWN : best;
    }
}
