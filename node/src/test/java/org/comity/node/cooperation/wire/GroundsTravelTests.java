package org.comity.node.cooperation.wire;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.comity.hi1.Provision;
import org.comity.law.LawBase;
import org.junit.jupiter.api.Test;

class GroundsTravelTests {

    /** Whoever refuses on a ground of the law's list must be able to say so in a message. */
    @Test
    void everyGroundAndEveryRouteOfTheLawHasAFormInWhichItTravels() {
        LawBase.load().instruments().stream()
                .flatMap(instrument -> instrument.provisions().stream())
                .forEach(provision -> {
                    provision
                            .refusalGrounds()
                            .forEach(ground -> assertThatCode(() -> Provision.of(ground.id()))
                                    .as(ground.id())
                                    .doesNotThrowAnyException());
                    if (!provision.refusalGrounds().isEmpty()) {
                        assertThatCode(() -> Provision.of(provision.id()))
                                .as(provision.id())
                                .doesNotThrowAnyException();
                    }
                });
    }
}
