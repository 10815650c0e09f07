package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Law published on the node that tests share would change the others' answers, by the order they happen to run in. */
class LawStaysAsShipped implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext test) {
        var node = AnnotatedElementUtils.findMergedAnnotation(test.getRequiredTestClass(), NodeTest.class);
        if (node.properties().length == 0) {
            assertThat(SpringExtension.getApplicationContext(test)
                            .getBean(JdbcClient.class)
                            .sql("select number from legislation.edition")
                            .query(Integer.class)
                            .single())
                    .as("editions of law on the shared node; a test that publishes takes a node of its own")
                    .isZero();
        }
    }
}
