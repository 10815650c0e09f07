package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ProofTests {

    private static final int LARGEST = 600;

    /** Grown once: entry i is the four bytes of i. */
    private static final GrowingTree TREE = GrowingTree.of(entries(LARGEST));

    @Property
    void everyEntryOfEveryTreeIsProvablyIncluded(@ForAll @Size(min = 1, max = 80) List<byte[]> entries) {
        GrowingTree tree = GrowingTree.of(entries);
        Hash root = tree.frontier().root();
        for (int index = 0; index < entries.size(); index++) {
            assertThat(InclusionProof.of(index, entries.size(), tree).proves(Hash.ofLeaf(entries.get(index)), root))
                    .isTrue();
        }
    }

    @Property
    void theFrontierReadBackFromSubtreesIsTheOneThatGrew(@ForAll @IntRange(max = LARGEST) int size) {
        assertThat(Frontier.of(size, TREE))
                .isEqualTo(GrowingTree.of(entries(size)).frontier());
    }

    @Property
    void everyTreeIsConsistentWithAllItsPast(
            @ForAll @IntRange(min = 1, max = LARGEST) int one, @ForAll @IntRange(min = 1, max = LARGEST) int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        assertThat(ConsistencyProof.of(from, to, TREE).proves(TREE.root(from), TREE.root(to)))
                .isTrue();
    }

    @Property
    void noInclusionProofSurvivesAFlippedBit(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll int indexSeed, @ForAll int bitSeed) {
        int index = Math.floorMod(indexSeed, size);
        InclusionProof proof = InclusionProof.of(index, size, TREE);
        List<Hash> all = new ArrayList<>(proof.path());
        all.add(leaf(index));
        all.add(TREE.root(size));
        List<Hash> flipped = flip(all, bitSeed);
        int path = proof.path().size();
        assertThat(new InclusionProof(index, size, flipped.subList(0, path))
                        .proves(flipped.get(path), flipped.get(path + 1)))
                .isFalse();
    }

    @Property
    void noConsistencyProofSurvivesAFlippedBit(
            @ForAll @IntRange(min = 1, max = LARGEST) int one,
            @ForAll @IntRange(min = 1, max = LARGEST) int other,
            @ForAll int bitSeed) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        ConsistencyProof proof = ConsistencyProof.of(from, to, TREE);
        List<Hash> all = new ArrayList<>(proof.path());
        all.add(TREE.root(from));
        all.add(TREE.root(to));
        List<Hash> flipped = flip(all, bitSeed);
        int path = proof.path().size();
        assertThat(new ConsistencyProof(from, to, flipped.subList(0, path))
                        .proves(flipped.get(path), flipped.get(path + 1)))
                .isFalse();
    }

    @Property
    void anInclusionProofHoldsForItsOwnPlaceOnly(
            @ForAll @IntRange(min = 2, max = LARGEST) int size, @ForAll int indexSeed, @ForAll int otherSeed) {
        int index = Math.floorMod(indexSeed, size);
        int other = Math.floorMod(otherSeed, size);
        Assume.that(index != other);
        InclusionProof proof = InclusionProof.of(index, size, TREE);
        assertThat(new InclusionProof(other, size, proof.path()).proves(leaf(index), TREE.root(size)))
                .isFalse();
        assertThat(proof.proves(leaf(other), TREE.root(size))).isFalse();
    }

    @Property
    void aProofWithAHashTooManyOrTooFewHoldsNothing(
            @ForAll @IntRange(min = 2, max = LARGEST) int size, @ForAll int indexSeed) {
        int index = Math.floorMod(indexSeed, size);
        List<Hash> path = InclusionProof.of(index, size, TREE).path();
        List<Hash> longer = new ArrayList<>(path);
        longer.add(TREE.root(size));
        Hash root = TREE.root(size);
        assertThat(new InclusionProof(index, size, longer).proves(leaf(index), root))
                .isFalse();
        assertThat(new InclusionProof(index, size, path.subList(1, path.size())).proves(leaf(index), root))
                .isFalse();
    }

    @Example
    void consistencyFromTheEmptyTreeIsRefused() {
        assertThatThrownBy(() -> ConsistencyProof.of(0, 5, TREE)).isInstanceOf(InvalidProof.class);
        assertThatThrownBy(() -> new ConsistencyProof(0, 5, List.of())).isInstanceOf(InvalidProof.class);
    }

    @Example
    void aProofAboutATreeThatCannotBeIsRefused() {
        assertThatThrownBy(() -> InclusionProof.of(5, 5, TREE)).isInstanceOf(InvalidProof.class);
        assertThatThrownBy(() -> InclusionProof.of(-1, 5, TREE)).isInstanceOf(InvalidProof.class);
        assertThatThrownBy(() -> ConsistencyProof.of(6, 5, TREE)).isInstanceOf(InvalidProof.class);
    }

    @Example
    void aNodeIsNeverTakenForAnEntry() {
        byte[] children = ByteBuffer.allocate(64)
                .put(leaf(0).bytes())
                .put(leaf(1).bytes())
                .array();
        assertThat(Hash.ofLeaf(children)).isNotEqualTo(Hash.ofNode(leaf(0), leaf(1)));
    }

    private static List<Hash> flip(List<Hash> hashes, int seed) {
        int bit = Math.floorMod(seed, hashes.size() * 256);
        List<Hash> flipped = new ArrayList<>(hashes);
        byte[] bytes = flipped.get(bit / 256).bytes();
        bytes[bit % 256 / 8] ^= (byte) (1 << bit % 8);
        flipped.set(bit / 256, new Hash(bytes));
        return flipped;
    }

    private static Hash leaf(int index) {
        return Hash.ofLeaf(entry(index));
    }

    private static byte[] entry(int index) {
        return ByteBuffer.allocate(4).putInt(index).array();
    }

    private static List<byte[]> entries(int count) {
        return IntStream.range(0, count).mapToObj(ProofTests::entry).toList();
    }
}
