package org.comity.node.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntityTagTests {

    private final EntityTag third = EntityTag.of(3);

    @Test
    void aChangePassesWithTheVersionThatWasRead() {
        assertThatCode(() -> third.mustMatch("\"3\"")).doesNotThrowAnyException();
        assertThatCode(() -> third.mustMatch("\"2\", \"3\"")).doesNotThrowAnyException();
        assertThatCode(() -> third.mustMatch("*")).doesNotThrowAnyException();
    }

    @Test
    void aChangeOfAnotherVersionIsRefusedAndSoIsAWeakTag() {
        assertThatThrownBy(() -> third.mustMatch("\"2\"")).hasMessageContaining("412");
        assertThatThrownBy(() -> third.mustMatch("W/\"3\"")).hasMessageContaining("412");
    }

    @Test
    void aChangeMustSayWhichVersionItMeans() {
        assertThatThrownBy(() -> third.mustMatch(null)).hasMessageContaining("428");
    }

    @Test
    void whoHoldsTheVersionNeedsNoCopy() {
        assertThat(third.isKnownBy("W/\"3\"")).isTrue();
        assertThat(third.isKnownBy("\"4\"")).isFalse();
        assertThat(third.isKnownBy(null)).isFalse();
    }
}
