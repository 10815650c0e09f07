package org.comity.node.console;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.comity.node.database.Database;
import org.comity.node.settings.ComitySettings;
import org.comity.node.settings.HomeFile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Starts this node and keeps it until it is told to stop. */
class Serve implements Command {

    private final Class<?> application;

    Serve(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String usage() {
        return "serve [--home FOLDER] [--port NUMBER] [--any.setting=value ...]";
    }

    @Override
    public int run(Arguments arguments) throws InterruptedException {
        var home = arguments.home();
        if (!arguments.words().isEmpty()) {
            throw new Misuse(
                    "\"%s\" is not understood here.".formatted(arguments.words().getFirst()));
        }
        if (!isNode(arguments, HomeFile.of(home))) {
            System.err.printf("""
                    comity: there is no node in %s yet. Make one, for example:
                      ./comity node init --home %s --state PT --organisation "Contact point of Portugal"
                    """, home, home);
            return FAILED;
        }
        if (System.getenv(Database.URL_VARIABLE) == null) {
            Database.requireFree(home);
        }
        var closed = new Closing();
        var node = new SpringApplication(application);
        node.addListeners(new Greeting(), closed);
        try {
            node.run(settings(arguments));
        } catch (RuntimeException alreadyExplained) {
            return FAILED;
        }
        closed.await();
        return DONE;
    }

    /** Settings typed here are stronger than the environment, and that is stronger than the home's own file. */
    static String[] settings(Arguments arguments) {
        var settings = new ArrayList<>(List.of("--comity.warm-pages=true"));
        arguments.options().forEach((name, value) -> {
            switch (name) {
                case "home" -> {}
                case "port" -> settings.add("--comity.port=" + value);
                default -> settings.add("--" + name + "=" + value);
            }
        });
        settings.add("--comity.home=" + arguments.home());
        settings.add("--logging.file.name=" + arguments.home().resolve("logs/comity.log"));
        return settings.toArray(String[]::new);
    }

    private static boolean isNode(Arguments arguments, HomeFile file) {
        return arguments.has("comity.state")
                || System.getenv("COMITY_STATE") != null
                || file.settings().containsKey("comity.state");
    }

    private static final class Greeting implements ApplicationListener<ApplicationReadyEvent> {
        @Override
        public void onApplicationEvent(ApplicationReadyEvent ready) {
            var settings = ready.getApplicationContext().getBean(ComitySettings.class);
            var uptime = ManagementFactory.getRuntimeMXBean().getUptime();
            IO.println("%s (%s)%s is ready at %s after %.1f s. Stop it with Ctrl-C."
                    .formatted(
                            settings.organisation(),
                            settings.state(),
                            settings.exercise() ? ", an exercise," : "",
                            settings.publicUrl(),
                            uptime / 1000.0));
        }
    }

    private static final class Closing implements ApplicationListener<ContextClosedEvent> {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void onApplicationEvent(ContextClosedEvent event) {
            closed.countDown();
        }

        void await() throws InterruptedException {
            closed.await();
        }
    }
}
