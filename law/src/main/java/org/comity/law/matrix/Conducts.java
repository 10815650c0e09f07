package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.law.ConductProfile;
import org.comity.law.Facts;
import org.comity.law.Finding;

/** What the laws met so far make of one offence, numbered from 1, and whether two of them know the same conduct. */
final class Conducts {

    /** Where the conduct does not matter. */
    static final int NONE = 0;
    /** The answers to dual criminality, and one for not asked. */
    static final int ANSWERS = Finding.Result.values().length + 1;

    private final Map<ConductProfile, Integer> numbers = new HashMap<>();
    private final List<ConductProfile> profiles = new ArrayList<>();
    private byte[][] answers = new byte[0][0];

    int number(ConductProfile profile) {
        return numbers.computeIfAbsent(profile, p -> {
            profiles.add(p);
            return profiles.size();
        });
    }

    /** From 1, as {@link ConductProfile#dualCriminality} says when no facts are told; 0 where it does not matter. */
    int both(int asking, int asked) {
        if (asking == NONE || asked == NONE) {
            return NONE;
        }
        if (answers.length <= profiles.size()) {
            answers = new byte[2 * profiles.size() + 1][2 * profiles.size() + 1];
        }
        if (answers[asking][asked] == 0) {
            Finding.Result result =
                    ConductProfile.dualCriminality(profiles.get(asking - 1), profiles.get(asked - 1), Facts.none());
            answers[asking][asked] = (byte) (result.ordinal() + 1);
        }
        return answers[asking][asked];
    }
}
