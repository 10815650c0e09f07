package org.comity.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.core.annotation.AliasFor;

/**
 * A test of the whole node on a random port, with a real and empty database, in exercise mode: inject
 * {@code ShiftableClock} to advance time, {@code MockMvc} or {@code @LocalServerPort} to use the pages.
 *
 * <p>Tests with equal annotations share one running node; give a property of your own if yours must start from nothing,
 * or publishes law, which all the others would then reason on.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@FreshDatabase
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ExtendWith(LawStaysAsShipped.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public @interface NodeTest {

    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};
}
