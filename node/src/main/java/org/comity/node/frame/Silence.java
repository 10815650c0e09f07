package org.comity.node.frame;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Takes whatever is said and knows of nothing. */
final class Silence {

    private Silence() {}

    /** One that has every method of an interface, and does nothing in each. */
    static <T> T of(Class<T> kind) {
        return kind.cast(Proxy.newProxyInstance(
                Silence.class.getClassLoader(),
                new Class<?>[] {kind},
                (proxy, method, arguments) -> nothing(method.getReturnType())));
    }

    private static @Nullable Object nothing(Class<?> kind) {
        if (kind == boolean.class) {
            return false;
        }
        if (kind == long.class) {
            return -1L;
        }
        return kind == int.class ? 0 : null;
    }
}
