package org.comity.node.evidence;

import org.comity.node.NodeTest;
import org.springframework.test.context.ContextConfiguration;

/** What a crash leaves on the way into a bucket is mended as on the way into a folder. */
@NodeTest
@ContextConfiguration(initializers = StoredInABucket.class)
class TakingInToABucketTests extends TakingInEvidenceTests {}
