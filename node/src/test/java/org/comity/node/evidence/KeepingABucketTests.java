package org.comity.node.evidence;

import java.nio.file.Path;
import org.comity.node.NodeTest;
import org.springframework.test.context.ContextConfiguration;

/** All that holds for a vault in a folder holds for one in a bucket. */
@NodeTest
@ContextConfiguration(initializers = StoredInABucket.class)
class KeepingABucketTests extends KeepingVaultTests {

    @Override
    Path store() {
        return StoredInABucket.SERVED;
    }
}
