package org.comity.node.cooperation.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.OpenActs;
import org.springframework.stereotype.Component;

/** The forms of what can be done now, filled with what is known already. */
@Component
class ActForms {

    private final OpenActs acts;

    ActForms(OpenActs acts) {
        this.acts = acts;
    }

    /** @param open stands open on the page; the others unfold */
    record ActForm(String id, boolean open, boolean grave, List<FieldView> fields) {

        /** Whether files go with it. */
        public boolean uploads() {
            return fields.stream().anyMatch(field -> field.kind().equals(Act.Kind.FILES.name()));
        }
    }

    /** @param htmlId unique on a page that holds several forms */
    record FieldView(
            String htmlId, String name, String kind, String value, List<String> values, Map<String, String> options) {

        /** One of several is ticked, or more of them. */
        public boolean isTicked() {
            return List.of(Act.Kind.ITEMS.name(), Act.Kind.KEPT_ITEMS.name(), Act.Kind.EXHIBITS.name())
                    .contains(kind);
        }

        /** There is nothing to choose. */
        boolean isSettled() {
            return kind.equals(Act.Kind.KEPT_ITEMS.name()) && options.size() < 2
                    || kind.equals(Act.Kind.EXHIBITS.name()) && options.isEmpty();
        }
    }

    /** @param kept what a person typed into a form that was refused: that form stands open with it */
    List<ActForm> of(RequestView view, Optional<Map.Entry<Act, Answers>> kept) {
        var offered = acts.of(view);
        var first = kept.map(Map.Entry::getKey)
                .or(() -> offered.stream().filter(act -> !act.isGrave()).findFirst());
        return offered.stream()
                .map(act -> form(
                        act,
                        first.filter(act::equals).isPresent(),
                        kept.filter(it -> it.getKey() == act)
                                .map(Map.Entry::getValue)
                                .orElseGet(() -> acts.known(act, view)),
                        view))
                .toList();
    }

    private ActForm form(Act act, boolean open, Answers answers, RequestView view) {
        return new ActForm(
                act.id(),
                open,
                act.isGrave(),
                act.fields().stream()
                        .map(field -> field(act, field, answers, view))
                        .filter(field -> !field.isSettled())
                        .toList());
    }

    private FieldView field(Act act, Act.Field field, Answers answers, RequestView view) {
        return new FieldView(
                act.idOf(field.name()),
                field.name(),
                field.kind().name(),
                answers.text(field.name()),
                answers.all(field.name()),
                acts.options(act, field.kind(), view));
    }
}
