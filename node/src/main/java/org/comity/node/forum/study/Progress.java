package org.comity.node.forum.study;

/**
 * How far a reply is.
 *
 * @param asked places to answer
 * @param answered by a person, or confirmed by one
 * @param prefilled still to be confirmed
 */
public record Progress(int asked, int answered, int prefilled) {

    public int percent() {
        return asked == 0 ? 0 : answered * 100 / asked;
    }

    public int open() {
        return asked - answered - prefilled;
    }

    public boolean isComplete() {
        return answered == asked;
    }
}
