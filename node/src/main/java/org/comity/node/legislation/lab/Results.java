package org.comity.node.legislation.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Works out what takes longer than a page may, one after the other beside the requests, and keeps the last few results. A
 * result is asked for again by an equal key; a fault is not kept.
 */
final class Results implements AutoCloseable {

    private final Duration patience;
    /** Guarded by itself. In the order of last use. */
    private final Map<Object, CompletableFuture<Object>> kept;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> Thread.ofPlatform()
            .daemon()
            .name("policy-lab")
            .priority(Thread.MIN_PRIORITY)
            .unstarted(work));

    /**
     * @param most how many results are kept
     * @param patience how long a request waits for one
     */
    Results(int most, Duration patience) {
        this.patience = patience;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, CompletableFuture<Object>> eldest) {
                return size() > most;
            }
        };
    }

    /** The result, or nothing while it is still being worked out: then ask again. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> of(Object key, Supplier<T> work) {
        CompletableFuture<Object> future;
        synchronized (kept) {
            future = kept.computeIfAbsent(key, _ -> CompletableFuture.supplyAsync(work::get, worker));
        }
        try {
            return Optional.of((T) future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            synchronized (kept) {
                kept.remove(key, future);
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : new CompletionException(e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
