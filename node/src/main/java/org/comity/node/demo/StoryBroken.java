package org.comity.node.demo;

/** A step of the story did not hold; the message says which fact was missing. */
final class StoryBroken extends RuntimeException {

    StoryBroken(String message) {
        super(message);
    }
}
