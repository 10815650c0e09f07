package org.comity.node.legislation.web;

import java.util.List;
import org.comity.node.legislation.change.Proposal;
import org.comity.node.legislation.change.ReadingChanges;
import org.springframework.stereotype.Component;

/** Bills of a State, for its page; no plan is ever built on them. */
@Component
public class BillsOfState {

    private final ReadingChanges reading;

    BillsOfState(ReadingChanges reading) {
        this.reading = reading;
    }

    public List<Proposal> of(String state) {
        return reading.bills(state);
    }
}
