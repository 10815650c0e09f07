package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.ledger.CertificateTransparencyVectors.CONSISTENCIES;
import static org.comity.ledger.CertificateTransparencyVectors.ENTRIES;
import static org.comity.ledger.CertificateTransparencyVectors.INCLUSIONS;
import static org.comity.ledger.CertificateTransparencyVectors.ROOTS;

import org.junit.jupiter.api.Test;

class CertificateTransparencyVectorTests {

    private final GrowingTree tree = GrowingTree.of(ENTRIES);

    @Test
    void rootsAreThePublishedOnes() {
        for (int size = 0; size <= ENTRIES.size(); size++) {
            assertThat(tree.root(size)).as("size %d", size).isEqualTo(ROOTS.get(size));
            assertThat(GrowingTree.of(ENTRIES.subList(0, size)).frontier().root())
                    .as("frontier of size %d", size)
                    .isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void inclusionProofsAreThePublishedOnesAndVerify() {
        for (InclusionProof published : INCLUSIONS) {
            assertThat(InclusionProof.of(published.index(), published.size(), tree))
                    .isEqualTo(published);
            assertThat(published.proves(
                            Hash.ofLeaf(ENTRIES.get((int) published.index())), ROOTS.get((int) published.size())))
                    .isTrue();
        }
    }

    @Test
    void consistencyProofsAreThePublishedOnesAndVerify() {
        for (ConsistencyProof published : CONSISTENCIES) {
            assertThat(ConsistencyProof.of(published.from(), published.to(), tree))
                    .isEqualTo(published);
            assertThat(published.proves(ROOTS.get((int) published.from()), ROOTS.get((int) published.to())))
                    .isTrue();
        }
    }
}
