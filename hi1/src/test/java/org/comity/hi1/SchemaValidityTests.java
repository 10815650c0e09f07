package org.comity.hi1;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

@AddLifecycleHook(SchemaValidityTests.OnlyWithSchemas.class)
class SchemaValidityTests {

    @Property(tries = 200)
    void anyMessageFollowsTheSchemas(@ForAll("messages") HI1Message message) throws Exception {
        Conformance.validate(Hi1Writer.write(message));
    }

    /** The schemas of foreign parameters are not known, so messages with some cannot be validated. */
    @Provide
    Arbitrary<HI1Message> messages() {
        return ArbitraryMessages.messages().filter(it -> !it.toString().contains("ForeignParameters"));
    }

    /** An assumption that fails would count as a failure of the property, so it is skipped as a whole. */
    static final class OnlyWithSchemas implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return Conformance.isPresent() ? SkipResult.doNotSkip() : SkipResult.skip(Conformance.ABSENT);
        }
    }
}
