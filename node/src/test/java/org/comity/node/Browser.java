package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.comity.node.identity.SomePeople;
import org.comity.node.identity.TimeCode;

/**
 * One visit to a node with a real Chromium, with cookies of its own: what a person sees and does. A test that visits is
 * skipped where no Chromium is. All visits of a test JVM share one Chromium and one thread.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What a page is looked at with. @param direction of the writing */
    private record Look(int width, ColorScheme theme, String direction) {

        static final Look FIRST = new Look(1440, ColorScheme.LIGHT, "ltr");

        static List<Look> every() {
            var looks = new ArrayList<Look>();
            for (int width : new int[] {1440, 390}) {
                for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (var direction : List.of("ltr", "rtl")) {
                        looks.add(new Look(width, theme, direction));
                    }
                }
            }
            return looks;
        }

        int height() {
            return width < 800 ? 844 : 900;
        }

        @Override
        public String toString() {
            return width + "-" + theme.name().toLowerCase() + "-" + direction;
        }
    }

    private static final class Chromium {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final com.microsoft.playwright.Browser INSTANCE = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-sync")));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
        }
    }

    private final BrowserContext context;
    private final Page page;
    private final String node;
    private final List<String> complaints = new ArrayList<>();
    private Look look = Look.FIRST;

    private Browser(BrowserContext context, String node) {
        this.context = context;
        this.node = node;
        this.page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    /** Begins a visit to the node on this machine's port. */
    public static Browser visit(int port) {
        assumeTrue(
                Files.isExecutable(chromium()),
                "No Chromium at " + chromium()
                        + ": this test of the pages is skipped. Install Debian's chromium, or name one in COMITY_CHROMIUM.");
        String node = "http://localhost:" + port;
        var context =
                Chromium.INSTANCE.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(node));
        return new Browser(context, node);
    }

    private static Path chromium() {
        return Path.of(Optional.ofNullable(System.getenv("COMITY_CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    /** The one tab of this visit. */
    public Page page() {
        return page;
    }

    /** Opens a page of the node. @param path from the root, such as {@code /people} */
    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    /**
     * Opens a page, passing the sign-in on the way. As a code opens the door once, the same person can't be led through
     * it again before the authenticator shows the next one.
     */
    public Page openAs(SomePeople.Enrolled person, String path) {
        page.navigate(path);
        page.fill("#name", person.signInName());
        page.fill("#password", person.password());
        page.click("#sign-in [type=submit]");
        page.fill("#code", TimeCode.now(person.secret(), Clock.systemUTC().instant()));
        page.click("#code-form [type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Repeats the steps for wide and narrow, light and dark, left-to-right and right-to-left. */
    public void everyLook(Consumer<Page> steps) {
        for (Look next : Look.every()) {
            wear(next);
            steps.accept(page);
        }
        wear(Look.FIRST);
    }

    /** Opens the page in every look and checks it there. @param name of the screenshots */
    public void everyLook(String name, String path) {
        everyLook(page -> {
            open(path);
            assertFit(name);
        });
    }

    private void wear(Look next) {
        look = next;
        page.setViewportSize(next.width(), next.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(next.theme()));
        // as ?lang= leaves it, so that answers to forms are written in this direction too
        context.addCookies(List.of(new Cookie("language", next.direction().equals("rtl") ? "ar" : "en").setUrl(node)));
    }

    /** Keeps a picture of the page, and checks that everyone can use it. */
    public void assertFit(String name) {
        screenshot(name);
        assertNoComplaints(name);
        assertNoSidewaysScroll(name);
        assertAccessible(name);
    }

    /** No rule of WCAG 2.2 A and AA that a machine can check is broken. */
    public void assertAccessible(String name) {
        var broken = new AxeBuilder(page)
                .withTags(WCAG_2_2_AA)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(broken.stream().map(Browser::told).toList())
                .as("%s (%s): barriers that axe found", name, look)
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> "\n    " + node.getTarget() + "  " + node.getHtml() + reasons(node))
                .collect(Collectors.joining("", rule.getId() + ": " + rule.getHelp(), "\n"));
    }

    private static String reasons(CheckedNode node) {
        return node.getAny().stream()
                .map(check -> "\n      " + check.getMessage())
                .collect(Collectors.joining());
    }

    /** The page is never wider than the window; only marked regions scroll sideways. */
    public void assertNoSidewaysScroll(String name) {
        var wide = page.evaluate("""
                () => {
                  const root = document.documentElement;
                  if (root.scrollWidth <= root.clientWidth) return [];
                  return [...document.querySelectorAll("body *")]
                    .filter(e => !e.closest(".scroll, .skip, .visually-hidden"))
                    .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 || e.getBoundingClientRect().left < -1)
                    .map(e => e.outerHTML.slice(0, 120));
                }""");
        assertThat((List<?>) wide)
                .as("%s (%s): wider than the window", name, look)
                .isEmpty();
    }

    /** No script failed, and the content policy had nothing to forbid. */
    public void assertNoComplaints(String name) {
        assertThat(complaints)
                .as("%s (%s): what the browser complained about", name, look)
                .isEmpty();
    }

    public void screenshot(String name) {
        var file = Path.of(
                System.getProperty("comity.root", ".."), "node", "target", "screens", name + "-" + look + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
