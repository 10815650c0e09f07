package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ResourceTests {

    @Example
    void pathsAreWrittenAsTheSpecificationShows() {
        assertThat(new Resource.HashTile(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Resource.HashTile(0, 273, 112).path()).isEqualTo("tile/0/273.p/112");
        assertThat(new Resource.HashTile(2, 0, 1).path()).isEqualTo("tile/2/000.p/1");
        assertThat(new Resource.EntryBundle(1000, 256).path()).isEqualTo("tile/entries/x001/000");
        assertThat(new Resource.LatestCheckpoint().path()).isEqualTo("checkpoint");
    }

    @Property
    void everyPathReadsBack(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(max = 999_999_999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        Resource tile = new Resource.HashTile(level, index, width);
        Resource bundle = new Resource.EntryBundle(index, width);
        assertThat(Resource.parse(tile.path())).isEqualTo(tile);
        assertThat(Resource.parse(bundle.path())).isEqualTo(bundle);
    }

    @Example
    void otherPathsAreRefused() {
        for (String path : new String[] {
            "",
            "/checkpoint",
            "tile/0/1",
            "tile/00/001",
            "tile/64/001",
            "tile/0/x000/001",
            "tile/0/001/002",
            "tile/0/001.p/0",
            "tile/0/001.p/256",
            "tile/0/001.p/05",
            "tile/0/../../key",
            "tile/entries/001.p",
            "tile/data/001"
        }) {
            assertThatThrownBy(() -> Resource.parse(path))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("For input string");
        }
    }
}
