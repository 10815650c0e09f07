package org.comity.node.console;

/** How far a file is, with its rate and the time left: one line that is written over, where somebody looks. */
final class Progress {

    private final long from;
    private final long size;
    private final long began = System.nanoTime();
    private final boolean isWatched = System.console() != null;

    Progress(long from, long size) {
        this.from = from;
        this.size = size;
    }

    void show(long offset) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double rate = Math.max(1, (offset - from) / seconds);
        say("%3d %%  %,d of %,d MB  %.1f MB a second  %s left"
                .formatted(
                        offset * 100 / size,
                        offset / 1_000_000,
                        size / 1_000_000,
                        rate / 1e6,
                        left((size - offset) / rate)));
    }

    void broken() {
        say("The line broke. Trying again ...");
    }

    void end() {
        if (isWatched) {
            System.err.println();
        }
    }

    private void say(String line) {
        if (isWatched) {
            System.err.printf("\r%-78s", line);
            System.err.flush();
        }
    }

    private static String left(double seconds) {
        return seconds < 90 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
    }
}
