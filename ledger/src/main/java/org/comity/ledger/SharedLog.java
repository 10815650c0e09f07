package org.comity.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * A log that many threads append to at once, with one commit for all that wait (group commit): while one commit is on its
 * way to the disk, the next gathers. A lone append costs what {@link Log#append} costs; a thousand cost hardly more.
 *
 * <p>A future is completed after its entry's checkpoint is in the store, so that it survives what the store survives.
 */
public final class SharedLog implements AutoCloseable {

    /** Sixteen full tiles: above that, a commit only gets longer, not cheaper for each entry. */
    private static final int MOST_TOGETHER = 4096;

    /** Appending waits when so many do; without it, a slow disk would fill the memory. */
    private static final int MOST_WAITING = 4 * MOST_TOGETHER;

    private static final Waiting END = new Waiting(new byte[0], new CompletableFuture<>());

    private final Log log;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread committer;

    /** Guarded by this. */
    private boolean closed;

    private record Waiting(byte[] entry, CompletableFuture<Long> place) {}

    private SharedLog(Log log) {
        this.log = log;
        this.committer = Thread.ofPlatform().name("committing " + log.origin()).start(this::commit);
    }

    /** Nobody else appends to the log from now on. */
    public static SharedLog over(Log log) {
        return new SharedLog(log);
    }

    /**
     * Appends an entry; completes with its place once it is durable, or exceptionally if the store failed.
     *
     * @throws IllegalArgumentException if the entry is too long for a tile
     */
    public synchronized CompletableFuture<Long> append(byte[] entry) throws InterruptedException {
        Log.requireFits(entry);
        if (closed) {
            return CompletableFuture.failedFuture(new IOException("The log " + log.origin() + " is closed."));
        }
        Waiting one = new Waiting(entry.clone(), new CompletableFuture<>());
        waiting.put(one);
        return one.place();
    }

    private void commit() {
        List<Waiting> together = new ArrayList<>(MOST_TOGETHER);
        while (true) {
            together.clear();
            try {
                together.add(waiting.take());
            } catch (InterruptedException e) {
                continue; // nobody has this thread, and a commit must not be torn
            }
            waiting.drainTo(together, MOST_TOGETHER - 1);
            boolean ended = together.removeIf(one -> one == END);
            commit(together);
            if (ended) {
                return;
            }
        }
    }

    private void commit(List<Waiting> together) {
        long place;
        try {
            place = log.append(together.stream().map(Waiting::entry).toList());
        } catch (IOException | RuntimeException e) {
            together.forEach(one -> one.place().completeExceptionally(e));
            return;
        }
        for (Waiting one : together) {
            one.place().complete(place++);
        }
    }

    /** Commits what waits and takes nothing more. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            if (!closed) {
                closed = true;
                waiting.put(END);
            }
        }
        committer.join();
    }
}
