package org.comity.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Gives a Spring test an empty database, a temporary home, and the settings of a Portuguese node in exercise mode. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = FreshDatabase.Initializer.class)
public @interface FreshDatabase {

    /** Weaker than the test's own properties. */
    class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "comity.database.url=" + TestPostgres.fresh().url(),
                            "comity.home=" + TestPostgres.temporaryFolder("comity-test-home-"))
                    .applyTo(context);
        }
    }
}
