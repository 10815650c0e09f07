package org.comity.node.cooperation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.cooperation.request.Step;
import org.comity.node.exchange.MessageId;
import org.comity.node.journal.Journaled;

/** A step was taken, or a message came too late to be one; published in the step's own transaction. */
public record StepTaken(Step step) implements Journaled {

    @Override
    public String subject() {
        return "request:" + step.request();
    }

    @Override
    public String what() {
        return "request-" + step.event().token();
    }

    @Override
    public String actor() {
        return step.actor();
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("number", step.number());
        details.put("from", step.from().name());
        details.put("to", step.to().name());
        details.put("effective", step.effective());
        details.put("occurredAt", step.occurredAt().toString());
        step.message().map(MessageId::value).ifPresent(it -> details.put("message", it));
        var particulars = step.particulars();
        particulars.reference().ifPresent(it -> details.put("reference", it));
        particulars.ground().ifPresent(it -> details.put("ground", it));
        particulars.reason().ifPresent(it -> details.put("reason", it));
        particulars.cause().ifPresent(it -> details.put("reason", it.toString()));
        particulars.effectedAt().ifPresent(it -> details.put("effectedAt", it.toString()));
        particulars.keptUntil().ifPresent(it -> details.put("keptUntil", it.toString()));
        particulars.provider().ifPresent(it -> details.put("provider", it));
        particulars.source().ifPresent(it -> details.put("source", it.toString()));
        return details;
    }
}
