package org.comity.node.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an address for programs does, in English; {@link DescribedAddresses} reads all else from the method that answers there. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {

    /** One sentence, without a full stop. */
    String value();

    /** The status when all went well. */
    int answer() default 200;

    /** The schema of what is sent, where the method's own parameter doesn't tell it. */
    String takes() default "";

    /** What is answered, where it is not JSON. */
    String[] media() default {};

    /** It binds the State: the scope to decide is needed, which no machine has. */
    boolean decides() default false;
}
