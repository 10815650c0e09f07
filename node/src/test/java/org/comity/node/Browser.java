package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.node.identity.TimeCode;
import org.comity.node.time.WallTime;

/**
 * Chromium for tests of pages as people use them. Where none is installed, the test that opens it is skipped.
 *
 * <p>Each {@link View} is a visitor of its own, with its own cookies.
 */
public final class Browser implements AutoCloseable {

    /** How a visitor looks at the pages. */
    public record View(int width, int height, boolean dark, String language) {

        public static final View DESK = new View(1440, 1000, false, "en");
        public static final View PHONE = new View(390, 844, false, "en");

        public View inTheDark() {
            return new View(width, height, true, language);
        }

        public View in(String otherLanguage) {
            return new View(width, height, dark, otherLanguage);
        }

        /** Desk and phone, day and night, left to right and back: every pair of them once. */
        public static List<View> all() {
            return List.of(DESK, DESK.inTheDark().in("ar"), PHONE.inTheDark(), PHONE.in("ar"));
        }

        @Override
        public String toString() {
            return width + (dark ? "-dark" : "-light") + "-" + language;
        }
    }

    /** Only what is wrong comes back: all that is right is many times the page. */
    private static final String AXE = """
            rules => axe.run({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], preload: false })
                .then(found => found.violations.flatMap(rule => rule.nodes.map(
                    node => `${rule.id}: ${rule.help} at ${node.target} ${node.html}`)))
            """;

    /** A label, a link or a script that names such an id leads to the first element that has it, whichever was meant. */
    private static final String TWICE = """
            [...document.querySelectorAll('[id]')].map(element => element.id)
                .filter((id, place, all) => all.indexOf(id) < place)
            """;

    /** WCAG 2.2, levels A and AA. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final Path SCREENS = Path.of("target", "screens");

    /** The one Chromium of this machine's test run: starting it takes longer than most tests. */
    private static com.microsoft.playwright.Browser chromium;

    private final String address;
    private final Clock clock = WallTime.clock();
    private final List<BrowserContext> visitors = new ArrayList<>();

    private Browser(String address) {
        this.address = address;
    }

    /** @param address of the node, such as {@code http://localhost:8080} */
    public static Browser of(String address) {
        if (chromium == null) {
            chromium = launched();
        }
        return new Browser(address);
    }

    private static com.microsoft.playwright.Browser launched() {
        var executable = Stream.of(
                        System.getenv("COMITY_CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                executable.isPresent(),
                "There is no Chromium here, so pages are not tried in a browser. Install one, or name it in COMITY_CHROMIUM.");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-dev-shm-usage",
                                "--hide-scrollbars")));
    }

    /** A new visitor. What its pages log as errors, such as a breach of the content policy, {@link #check} reports. */
    public Visit visit(View view) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(view.width(), view.height())
                .setColorScheme(view.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        visitors.add(context);
        return new Visit(context, context.newPage(), view);
    }

    /** Every visitor leaves; Chromium stays for the next test. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
        visitors.clear();
    }

    /** One visitor and the page in front of them. */
    public final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final View view;
        private final List<String> complaints = new ArrayList<>();

        private Visit(BrowserContext context, Page page, View view) {
            this.context = context;
            this.page = page;
            this.view = view;
            page.onConsoleMessage(message -> {
                // an error page is an answer too; what counts is what the page itself does wrong
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
        }

        /** For what this class has no word for. */
        public Page page() {
            return page;
        }

        public Visit open(String path) {
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + view.language());
            return this;
        }

        /** Through both pages of the door, as the person would. */
        public Visit signIn(String signInName, String password, String secret) {
            open("/sign-in");
            page.locator("#name").fill(signInName);
            page.locator("#password").fill(password);
            page.locator("#sign-in button[type=submit]").click();
            page.locator("#code").fill(TimeCode.now(secret, clock.instant()));
            page.locator("#code-form button[type=submit]").click();
            if (page.locator(".error-summary").count() > 0) {
                // the code of this half minute was used already; a clock may be one step ahead
                page.locator("#code").fill(TimeCode.now(secret, clock.instant().plus(Duration.ofSeconds(30))));
                page.locator("#code-form button[type=submit]").click();
            }
            assertThat(page.url()).as("signed in").doesNotContain("/sign-in");
            return this;
        }

        /** A picture under {@code target/screens} for people to look at, where {@code -Dcomity.screens=write} asks for it. */
        public Visit photograph(String name) {
            if (!"write".equals(System.getProperty("comity.screens"))) {
                return this;
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENS.resolve(name + "-" + view + ".png"))
                    .setFullPage(true));
            return this;
        }

        /**
         * Everyone can use the page: no breach of WCAG 2.2 AA, a title of its own, no id twice, nothing cut off at the
         * side, no word missing, nothing blocked or thrown.
         */
        public Visit check() {
            // a form that was sent leads on before the next page has its style sheet
            page.waitForLoadState(LoadState.LOAD);
            page.evaluate(AxeBuilder.getAxeScript());
            @SuppressWarnings("unchecked")
            var violations = (List<String>) page.evaluate(AXE, RULES);
            assertThat(violations)
                    .as("accessibility of %s in %s", page.url(), view)
                    .isEmpty();
            assertThat(page.evaluate(TWICE))
                    .as("ids that more than one element of %s has", page.url())
                    .isEqualTo(List.of());
            assertThat(page.title())
                    .as("the title of %s, of the page before the node", page.url())
                    .matches("(?!null )\\S.* · .+");
            var tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat((int) tooWide)
                    .as("pixels cut off at the side of %s in %s", page.url(), view)
                    .isZero();
            assertThat(complaints)
                    .as("what the browser complains about at %s", page.url())
                    .isEmpty();
            return this;
        }

        @Override
        public void close() {
            visitors.remove(context);
            context.close();
        }
    }
}
