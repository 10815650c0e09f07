package org.comity.node.legislation.change;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.journal.Journaled;

/**
 * A proposal took a step; published in the step's own transaction.
 *
 * @param actor a person's name, or {@code node}
 * @param reason what was said with it; empty if nothing
 */
public record ChangeStep(Proposal proposal, ProposalEvent event, ProposalState from, String actor, String reason)
        implements Journaled {

    @Override
    public String subject() {
        return "law-change:" + proposal.id();
    }

    @Override
    public String what() {
        return event.token();
    }

    @Override
    public String actor() {
        return actor;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("number", proposal.number());
        details.put("kind", proposal.kind().name());
        details.put("from", from.name());
        details.put("to", proposal.state().name());
        proposal.edition().ifPresent(edition -> details.put("edition", edition));
        proposal.reverts().ifPresent(reverted -> details.put("reverts", reverted.toString()));
        if (!reason.isEmpty()) {
            details.put("reason", reason);
        }
        if (event == ProposalEvent.SUBMITTED || event == ProposalEvent.PUBLISHED) {
            details.put("rows", proposal.rows().stream().map(ProposedRow::cells).toList());
        }
        return details;
    }
}
