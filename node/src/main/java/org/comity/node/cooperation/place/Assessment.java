package org.comity.node.cooperation.place;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comity.node.cooperation.request.CaseFileId;

/**
 * Where the data of a case was thought to be at a moment. A later one is added, none is changed: what was known when a request
 * went out can be read for ever.
 *
 * @param number from 1 in each case file
 * @param note why it differs from the one before, asked for when a State is no longer thought of
 */
public record Assessment(
        CaseFileId caseFile,
        int number,
        Standing standing,
        List<Candidate> candidates,
        String note,
        String by,
        Instant at) {

    public Assessment {
        candidates = List.copyOf(candidates);
    }

    public Optional<Candidate> candidate(String state) {
        return candidates.stream()
                .filter(candidate -> candidate.state().equals(state))
                .findFirst();
    }

    /** States that may have it. */
    public Set<String> open() {
        return candidates.stream()
                .filter(Candidate::isOpen)
                .map(Candidate::state)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** States that were thought of before and no longer are. */
    public Set<String> dropped(Assessment before) {
        var dropped = new TreeSet<>(before.open());
        dropped.removeAll(open());
        return dropped;
    }
}
