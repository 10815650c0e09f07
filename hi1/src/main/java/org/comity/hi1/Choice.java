package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;

/** One element out of several, each of which stands for one kind of value. */
final class Choice<T> {

    private final String namespace;
    private final List<Case<T, ?>> cases = new ArrayList<>();

    private Choice(String namespace) {
        this.namespace = namespace;
    }

    static <T> Choice<T> in(String namespace) {
        return new Choice<>(namespace);
    }

    <K extends T> Choice<T> or(String element, Class<K> kind, Form<K> form) {
        cases.add(new Case<>(new QName(namespace, element), kind, form));
        return this;
    }

    <K extends T, V> Choice<T> or(
            String element, Class<K> kind, Form<V> form, Function<V, K> wrap, Function<K, V> unwrap) {
        return or(element, kind, new Form<>() {
            @Override
            public K read(Cursor in) {
                var place = in.place();
                var value = form.read(in);
                return place.check(() -> wrap.apply(value));
            }

            @Override
            public void write(Markup out, QName name, K value) {
                form.write(out, name, unwrap.apply(value));
            }
        });
    }

    /** An element that is kept as it is; several may stand for one kind of value. */
    <K extends T> Choice<T> orAsItIs(
            String element, Class<K> kind, Function<ForeignElement, K> wrap, Function<K, ForeignElement> unwrap) {
        var form = Form.asItIs();
        return or(element, kind, new Form<>() {
            @Override
            public K read(Cursor in) {
                return wrap.apply(form.read(in));
            }

            @Override
            public void write(Markup out, QName name, K value) {
                form.write(out, unwrap.apply(value).name(), unwrap.apply(value));
            }
        });
    }

    T read(Cursor in) {
        for (var one : cases) {
            if (in.at(one.name)) {
                return one.form.read(in);
            }
        }
        throw in.refuse(
                ErrorCode.VALIDATION,
                "one of %s is needed here, but found %s"
                        .formatted(
                                cases.stream().map(it -> it.name.getLocalPart()).collect(Collectors.joining(", ")),
                                in.found()));
    }

    void write(Markup out, T value) {
        for (var one : cases) {
            if (one.kind.isInstance(value)) {
                one.write(out, value);
                return;
            }
        }
        throw new IllegalStateException("no element for " + value.getClass());
    }

    private record Case<T, K extends T>(QName name, Class<K> kind, Form<K> form) {
        void write(Markup out, T value) {
            form.write(out, name, kind.cast(value));
        }
    }
}
