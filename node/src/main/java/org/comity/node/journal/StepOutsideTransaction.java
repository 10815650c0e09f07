package org.comity.node.journal;

/** A step was published where no entry could stand or fall with it: a mistake in the code, not in the use. */
public final class StepOutsideTransaction extends IllegalStateException {

    StepOutsideTransaction(String message) {
        super(message);
    }
}
