package org.comity.node.evidence;

import java.nio.file.Path;
import org.comity.node.TestPostgres;
import org.comity.node.evidence.vault.ObjectStoreServer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a node's vault a bucket of a real S3 server, instead of its folder. */
class StoredInABucket implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Path SERVED = TestPostgres.temporaryFolder("comity-test-s3-");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var server = ObjectStoreServer.in(SERVED);
            server.bucket("evidence");
            TestPropertyValues.of(
                            "comity.vault.s3.endpoint=" + server.address(),
                            "comity.vault.s3.bucket=evidence",
                            "comity.vault.s3.path-style=true",
                            "comity.vault.s3.access-key=" + ObjectStoreServer.ACCESS_KEY,
                            "comity.vault.s3.secret-key=" + ObjectStoreServer.SECRET_KEY)
                    .applyTo(context);
        } catch (Exception notStarted) {
            throw new IllegalStateException("The S3 server of the tests did not start.", notStarted);
        }
    }
}
