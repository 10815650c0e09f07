package org.comity.node.frame;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Draws the {@link WarmPages} of all rooms, one after the other in the background, once the node serves. It costs a few
 * seconds of one processor that nobody else wants; a request that comes meanwhile goes first.
 */
@Component
@ConditionalOnBooleanProperty("comity.warm-pages")
public class WarmingPages {

    private static final Logger log = LoggerFactory.getLogger(WarmingPages.class);

    private final DispatcherServlet pages;
    private final List<WarmPages> rooms;
    private final CountDownLatch drawn = new CountDownLatch(1);

    WarmingPages(DispatcherServlet pages, List<WarmPages> rooms) {
        this.pages = pages;
        this.rooms = List.copyOf(rooms);
    }

    @EventListener(ApplicationReadyEvent.class)
    void inTheBackground() {
        Thread.ofPlatform()
                .daemon()
                .name("warming-pages")
                .priority(Thread.MIN_PRIORITY)
                .start(this::all);
    }

    /** Waits until all are drawn. */
    public void await() throws InterruptedException {
        drawn.await();
    }

    private void all() {
        rooms.stream().flatMap(room -> room.addresses().stream()).forEach(this::draw);
        drawn.countDown();
    }

    /** A page that fails here fails for its first reader too, who is told; here it must only be heard of. */
    private void draw(String address) {
        try {
            int status = status(address);
            if (status != UnreadAnswer.SC_OK) {
                log.warn("The page {} can't be drawn in advance: it answers {}.", address, status);
            }
        } catch (ServletException | IOException | RuntimeException e) {
            log.warn("The page {} can't be drawn in advance: {}", address, e.toString());
        }
    }

    /** What a page answers nobody. */
    int status(String address) throws ServletException, IOException {
        var answer = new UnreadAnswer();
        pages.service(UnsentRequest.of(address, pages.getServletContext()), answer);
        return answer.getStatus();
    }
}
