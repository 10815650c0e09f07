package org.comity.hi1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * A complex type of a schema, described once for reading and writing: its elements in their order, each with the accessor
 * it is written from, and how the value is made of them.
 */
final class Sequence<T> implements Form<T> {

    private final String namespace;
    private final List<Part<T, ?>> parts = new ArrayList<>();
    private final @Nullable QName type;
    private @Nullable Function<Values, T> making;

    private Sequence(String namespace, @Nullable QName type) {
        this.namespace = namespace;
        this.type = type;
    }

    static <T> Sequence<T> in(String namespace) {
        return new Sequence<>(namespace, null);
    }

    /** A type that stands in the place of an abstract one and is named by {@code xsi:type}. */
    static <T> Sequence<T> named(String namespace, String type) {
        return new Sequence<>(namespace, new QName(namespace, type));
    }

    Sequence<T> made(Function<Values, T> making) {
        this.making = making;
        return this;
    }

    @Nullable
    QName type() {
        return type;
    }

    <V> Part<T, V> required(String element, Form<V> form, Function<T, V> accessor) {
        return required(new QName(namespace, element), form, accessor);
    }

    <V> Part<T, V> required(QName name, Form<V> form, Function<T, V> accessor) {
        return add(new Part<>(parts.size(), accessor) {
            @Override
            V read(Cursor in) {
                in.expect(name);
                return form.read(in);
            }

            @Override
            void writeValue(Markup out, V value) {
                form.write(out, name, value);
            }
        });
    }

    <V> Part<T, Optional<V>> optional(String element, Form<V> form, Function<T, Optional<V>> accessor) {
        var name = new QName(namespace, element);
        return add(new Part<>(parts.size(), accessor) {
            @Override
            Optional<V> read(Cursor in) {
                return in.at(name) ? Optional.of(form.read(in)) : Optional.empty();
            }

            @Override
            void writeValue(Markup out, Optional<V> value) {
                value.ifPresent(it -> form.write(out, name, it));
            }
        });
    }

    <V> Part<T, List<V>> repeated(String element, Form<V> form, Function<T, List<V>> accessor) {
        var name = new QName(namespace, element);
        return add(new Part<>(parts.size(), accessor) {
            @Override
            List<V> read(Cursor in) {
                var values = new ArrayList<V>();
                while (in.at(name)) {
                    values.add(form.read(in));
                }
                return values;
            }

            @Override
            void writeValue(Markup out, List<V> values) {
                values.forEach(it -> form.write(out, name, it));
            }
        });
    }

    /** A list in an element of its own, which is left out when the list is empty. */
    <V> Part<T, List<V>> wrapped(String element, Form<List<V>> form, Function<T, List<V>> accessor) {
        var name = new QName(namespace, element);
        return add(new Part<>(parts.size(), accessor) {
            @Override
            List<V> read(Cursor in) {
                return in.at(name) ? form.read(in) : List.of();
            }

            @Override
            void writeValue(Markup out, List<V> values) {
                if (!values.isEmpty()) {
                    form.write(out, name, values);
                }
            }
        });
    }

    /** Elements of other vocabularies than the given one, kept as they are; see {@link ForeignElement}. */
    Part<T, List<ForeignElement>> others(String but, Function<T, List<ForeignElement>> accessor) {
        return add(new Part<>(parts.size(), accessor) {
            @Override
            List<ForeignElement> read(Cursor in) {
                var values = new ArrayList<ForeignElement>();
                while (in.atOtherThan(but)) {
                    values.add(in.element());
                }
                return values;
            }

            @Override
            void writeValue(Markup out, List<ForeignElement> values) {
                values.forEach(it -> out.verbatim(it.xml()));
            }
        });
    }

    /** The elements of another sequence, here: an extension of a type. */
    <V> Part<T, V> group(Sequence<V> group, Function<T, V> accessor) {
        return add(new Part<>(parts.size(), accessor) {
            @Override
            V read(Cursor in) {
                return group.make(group.readParts(in));
            }

            @Override
            void writeValue(Markup out, V value) {
                group.writeParts(out, value);
            }

            @Override
            V merge(V old, V update) {
                return group.merge(old, update);
            }
        });
    }

    <V> Part<T, V> oneOf(Choice<V> choice, Function<T, V> accessor) {
        return add(new Part<>(parts.size(), accessor) {
            @Override
            V read(Cursor in) {
                return choice.read(in);
            }

            @Override
            void writeValue(Markup out, V value) {
                choice.write(out, value);
            }
        });
    }

    private <V> Part<T, V> add(Part<T, V> part) {
        parts.add(part);
        return part;
    }

    @Override
    public T read(Cursor in) {
        var place = in.place();
        var name = in.enter(type);
        var values = readParts(in);
        in.leave(name);
        return place.check(() -> make(values));
    }

    private Values readParts(Cursor in) {
        var values = new Object[parts.size()];
        for (var part : parts) {
            values[part.index] = part.read(in);
        }
        return new Values(values);
    }

    private T make(Values values) {
        if (making == null) {
            throw new IllegalStateException("a sequence in " + namespace + " does not say what it makes");
        }
        return making.apply(values);
    }

    /** Field by field: what the update has, and what it leaves out from the old. */
    T merge(T old, T update) {
        var values = new Object[parts.size()];
        for (var part : parts) {
            values[part.index] = part.mergeOf(old, update);
        }
        return make(new Values(values));
    }

    @Override
    public void write(Markup out, QName name, T value) {
        if (parts.isEmpty()) {
            out.element(name, "");
            return;
        }
        if (type == null) {
            out.open(name);
        } else {
            out.open(name, type);
        }
        writeParts(out, value);
        out.close(name);
    }

    private void writeParts(Markup out, T value) {
        parts.forEach(it -> it.write(out, value));
    }

    /** One place in the sequence, which is also the key to the value read there. */
    abstract static class Part<T, V> {

        private final int index;
        private final Function<T, V> accessor;

        private Part(int index, Function<T, V> accessor) {
            this.index = index;
            this.accessor = accessor;
        }

        abstract V read(Cursor in);

        abstract void writeValue(Markup out, V value);

        V merge(V old, V update) {
            boolean leftOut = update instanceof Optional<?> value && value.isEmpty()
                    || update instanceof List<?> values && values.isEmpty();
            return leftOut ? old : update;
        }

        private V mergeOf(T old, T update) {
            return merge(accessor.apply(old), accessor.apply(update));
        }

        private void write(Markup out, T owner) {
            writeValue(out, accessor.apply(owner));
        }
    }

    /** What was read, by part. */
    record Values(Object[] values) {

        @SuppressWarnings("unchecked") // a part's value was read by that part
        <V> V get(Part<?, V> part) {
            return (V) values[part.index];
        }
    }
}
