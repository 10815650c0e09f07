package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTests {

    @Property(tries = 300)
    void anyMessageIsReadAsItWasWritten(@ForAll("messages") HI1Message message) {
        var written = Hi1Writer.write(message);
        assertThat(Hi1Reader.read(written)).isEqualTo(message);
        assertThat(Hi1Writer.write(Hi1Reader.read(written))).isEqualTo(written);
    }

    @Property(tries = 200)
    void anyObjectIsKeptAsItIs(@ForAll("objects") HI1Object object) {
        assertThat(Hi1Reader.readObject(Hi1Writer.write(object))).isEqualTo(object);
    }

    @Property(tries = 200)
    void anUpdateWithAnObjectItselfChangesNothing(@ForAll("objects") HI1Object object) {
        assertThat(object.updatedBy(object)).isEqualTo(object);
        assertThat(object.with().build()).isEqualTo(object);
    }

    /** Only a refusal with a code may come of a message that was tampered with, or a message; never another fault. */
    @Property(tries = 300)
    void aDamagedMessageIsReadOrRefusedButNeverBreaksTheReader(
            @ForAll("messages") HI1Message message, @ForAll int place, @ForAll byte damage) {
        var written = Hi1Writer.write(message);
        written[Math.floorMod(place, written.length)] = damage;
        try {
            assertThat(Hi1Reader.read(written)).isNotNull();
        } catch (Hi1Exception e) {
            assertThat(e.code()).isNotNull();
        }
    }

    @Property(tries = 200)
    void aMessageCutOffIsRefused(@ForAll("messages") HI1Message message, @ForAll int place) {
        var written = Hi1Writer.write(message);
        int end = Math.floorMod(place, written.length - 2);
        assertThatThrownBy(() -> Hi1Reader.read(Arrays.copyOf(written, end))).isInstanceOf(Hi1Exception.class);
    }

    @Provide
    Arbitrary<HI1Object> objects() {
        return ArbitraryMessages.objects();
    }

    @Provide
    Arbitrary<HI1Message> messages() {
        return ArbitraryMessages.messages();
    }
}
