package org.comity.bench;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** Drools, with the rules of {@code bound.drl}. */
final class RulesEngine {

    private final KieBase rules;
    private final Ties ties;

    RulesEngine(Ties ties, String drl) {
        this.ties = ties;
        KieHelper helper = new KieHelper();
        helper.addContent(drl, ResourceType.DRL);
        rules = helper.build();
    }

    Set<Object> on(long day, Class<?> wanted) {
        KieSession session = rules.newKieSession();
        try {
            session.insert(new Ties.Day(day));
            ties.treaties().forEach(session::insert);
            ties.ties().forEach(session::insert);
            session.fireAllRules();
            Collection<?> found = session.getObjects(wanted::isInstance);
            return new HashSet<>(found);
        } finally {
            session.dispose();
        }
    }
}
