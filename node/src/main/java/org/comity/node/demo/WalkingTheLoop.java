package org.comity.node.demo;

/** An overseer of Portugal walks the loop of Brazil once, in the numbers that the node counted. */
final class WalkingTheLoop {

    private final Telling telling;
    private final Desk portugal;

    WalkingTheLoop(Telling telling, Desk portugal) {
        this.telling = telling;
        this.portugal = portugal;
    }

    /** After Brazil's change of law was taken over. */
    void live() {
        telling.step("loop", () -> {
            var loop = portugal.as("overseer").open("/oversight/loop?state=BR");
            Story.require(
                    loop.select("#changes h2").text().startsWith("1 "),
                    "The published change of law is not in the loop.");
            return loop.select("#loop > li > div > h2").eachText();
        });
    }
}
