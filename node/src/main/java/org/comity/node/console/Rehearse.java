package org.comity.node.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.comity.node.frame.WarmingPages;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Starts a node in a temporary home, looks at its first pages, and ends it: what the Java machine saw meanwhile becomes
 * the start-up cache (JEP 483, JEP 515) that makes real starts fast. The script runs it once after each build.
 */
class Rehearse implements Command {

    private static final List<String> PAGES = List.of("/actuator/health", "/", "/sign-in", "/style.css");

    private final Class<?> application;

    Rehearse(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public String usage() {
        return "rehearse";
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var home = Files.createTempDirectory("comity-rehearsal-");
        var settings = Arguments.of(List.of(
                "--home=" + home,
                "--port=0",
                "--comity.public-url=http://localhost",
                "--comity.state=ZZ",
                "--comity.organisation=Rehearsal",
                "--comity.exercise=true"));
        try (var node = new SpringApplication(application).run(Serve.settings(settings));
                var browser = HttpClient.newHttpClient()) {
            var port = node.getEnvironment().getRequiredProperty("local.server.port");
            for (var page : PAGES) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page));
                browser.send(request.build(), HttpResponse.BodyHandlers.discarding());
            }
            node.getBean(WarmingPages.class).await();
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        return DONE;
    }
}
