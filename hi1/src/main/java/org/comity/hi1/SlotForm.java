package org.comity.hi1;

import java.util.List;
import javax.xml.namespace.QName;

/**
 * A slot of the standard for what a State or a treaty adds: our own types by their records, those of others as they are. A
 * type of our namespace or of the standard that does not belong into the slot is refused.
 */
final class SlotForm<S> implements Form<S> {

    private final Class<S> slot;
    private final List<Own<? extends S>> ours;

    SlotForm(Class<S> slot, List<Own<? extends S>> ours) {
        this.slot = slot;
        this.ours = ours;
    }

    record Own<T>(Class<T> kind, Sequence<T> form) {

        void write(Markup out, QName name, Object value) {
            form.write(out, name, kind.cast(value));
        }
    }

    @Override
    public S read(Cursor in) {
        var type = in.type();
        for (var own : ours) {
            if (type.equals(own.form().type())) {
                return own.form().read(in);
            }
        }
        if (Names.BINDINGS.containsValue(type.getNamespaceURI())
                || type.getNamespaceURI().isEmpty()) {
            throw in.refuse(
                    ErrorCode.VALIDATION,
                    "the type \"%s\" does not belong into %s".formatted(Text.shown(type.getLocalPart()), in.found()));
        }
        return slot.cast(in.foreign(type));
    }

    @Override
    public void write(Markup out, QName name, S value) {
        if (value instanceof ForeignParameters foreign) {
            if (!foreign.slot().equals(name)) {
                throw Hi1Exception.of(
                        ErrorCode.VALIDATION,
                        "national parameters of %s cannot stand in %s"
                                .formatted(foreign.slot().getLocalPart(), name.getLocalPart()));
            }
            out.verbatim(foreign.xml());
            return;
        }
        for (var own : ours) {
            if (own.kind().isInstance(value)) {
                own.write(out, name, value);
                return;
            }
        }
        throw new IllegalStateException("no type for " + value);
    }
}
