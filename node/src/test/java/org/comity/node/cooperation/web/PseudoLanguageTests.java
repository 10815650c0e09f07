package org.comity.node.cooperation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.node.NodeTest;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/**
 * The pages in a language that nobody speaks: every value of the English bundles in brackets. What stands outside brackets
 * could not be translated, and must be data.
 */
@NodeTest
class PseudoLanguageTests {

    private static final Locale PSEUDO = Locale.of("qps");
    private static final PartyId BRAZIL = new PartyId("BR-desk");
    private static final Pattern BRACKETED = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,;:]?\\s+\\p{L}{2,}");

    private static final Pattern PERSON = Pattern.compile("(duty_officer|approver|overseer) [0-9a-f]{4}");
    private static final String LAW = law();

    /**
     * What people wrote, names, moments, and the words of the law's own data; {@code lang="en"} marks in the pages what is in
     * English in every language. Findings are the law library's sentences.
     */
    private static final String DATA =
            "script, style, time, code, textarea, [lang=en], .said-text, .findings, .cite, .name, .viewer, .elsewhere";

    @Autowired
    MockMvc pages;

    @Autowired
    ApplicationContext node;

    @Autowired
    Peers peers;

    @Autowired
    ComitySettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @WallClock
    Clock wall;

    private Person officer;
    private Person approver;
    private SomeRequests requests;

    @BeforeEach
    void aDeskAndAPeer() {
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER, Role.ADMINISTRATOR);
        approver = SomePeople.with(jdbc, Role.APPROVER);
        requests = new SomeRequests(node, BRAZIL);
        if (peers.find(BRAZIL).isEmpty()) {
            peers.add(SampleNodes.contactPoint(BRAZIL.value(), 1, wall).card(), "administrator");
        }
    }

    @Test
    void theDoorCanBeTranslated() throws Exception {
        var answer = pages.perform(MockMvcRequestBuilders.get("/sign-in")).andReturn();
        assertTranslatable("/sign-in", Jsoup.parse(answer.getResponse().getContentAsString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/board/hand-over",
                "/incoming",
                "/cases",
                "/cases/new",
                "/directory",
                "/directory/peers",
                "/law/states/BR",
                "/people",
                "/account",
                "/account/stand-ins",
                "/account/tokens",
                "/machines",
                "/help/roles",
                "/notices",
                "/notices/wishes",
                "/webhooks",
                "/duty",
                "/channels",
                "/channels/mail",
                "/channels/packets",
                "/channels/health",
                "/directory/correspondents",
                "/forum",
                "/forum/mandates",
                "/forum/bodies/cybercrime-eg",
                "/forum/meetings/eg-4",
                "/forum/recommendations",
                "/forum/recommendations/IEG-2018-LEG-01",
                "/forum/recommendations/compilation",
                "/forum/study",
                "/forum/study/figures",
                "/forum/study/questionnaires/study-1"
            })
    void aPlaceOfTheHouseCanBeTranslated(String path) throws Exception {
        requests.drafted(officer, CaseFile.DESK);
        assertTranslatable(visitor(officer).opens(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "service", "offence", "where", "urgency", "route", "safeguards", "check"})
    void aQuestionOnTheWayToARequestCanBeTranslated(String step) throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        assertTranslatable(visitor(officer).opens("/requests/" + id + "/" + step));
    }

    @Test
    void whatCannotBeSavedCanBeTranslated() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var one = visitor(officer).opens("/requests/" + id + "/data");
        var late = visitor(officer).opens("/requests/" + id + "/service");
        one.submits(
                "ask-data",
                Map.of("identifiers[0].kind", "phone", "identifiers[0].value", "12", "identifiers[1].at", "noon"));
        assertThat(one.status()).isEqualTo(422);
        assertTranslatable(one);

        visitor(officer).opens("/requests/" + id + "/service").submits("ask-service", Map.of("provider", "Other"));
        late.submits("ask-service", Map.of("provider", "Mine"));
        assertThat(late.status()).isEqualTo(409);
        assertTranslatable(late);

        var check = visitor(officer).opens("/requests/" + id + "/safeguards");
        check.submits("ask-safeguards", Map.of("necessity", ""));
        check.submits("submit-for-approval", Map.of());
        assertThat(check.status()).isEqualTo(422);
        assertTranslatable(check);
    }

    @Test
    void whereTheDataMayBeCanBeTranslated() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        requests.assessed(officer, id, List.of(BRAZIL));
        var desk = visitor(officer);
        assertTranslatable(desk.opens("/cases/" + requests.caseFile(id)));
        assertTranslatable(desk.opens("/cases/" + requests.caseFile(id) + "/place"));
        desk.submits("place", Map.of("standing", "unknown", "candidates[0].asOf", "noon"));
        assertTranslatable(desk);
        assertTranslatable(desk.opens("/requests/" + id + "/candidates"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oversight",
                "/oversight/statistics?exact=true",
                "/oversight/reports",
                "/oversight/readings",
                "/oversight/samples",
                "/oversight/complaints/new",
                "/oversight/alerts",
                "/oversight/erasures"
            })
    void aPlaceOfOversightCanBeTranslated(String path) throws Exception {
        assertTranslatable(visitor(SomePeople.with(jdbc, Role.OVERSEER)).opens(path));
    }

    @Test
    void anApprovalCanBeTranslated() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        requests.place(id, RequestState.AWAITING_APPROVAL, approver);
        assertTranslatable(visitor(approver).opens("/requests/" + id));
        assertTranslatable(visitor(officer).opens("/requests/" + id));
    }

    @Test
    void anIncomingRequestAndARefusedActCanBeTranslated() throws Exception {
        var id = requests.arrived();
        var desk = visitor(officer).opens("/requests/" + id);
        var late = visitor(officer).opens("/requests/" + id);
        assertTranslatable(desk);
        desk.submits("acknowledge", Map.of());
        late.submits("acknowledge", Map.of());
        assertThat(late.status()).isEqualTo(422);
        assertTranslatable(late);

        desk.submits("legal-check", Map.of("legality", "Own power.", "ownLawBasis", "Article 12"));
        assertThat(desk.status()).isEqualTo(422);
        assertTranslatable(desk);
    }

    private void assertTranslatable(Visitor visitor) {
        assertTranslatable(visitor.path(), visitor.page());
    }

    private void assertTranslatable(String path, Document page) {
        assertThat(page.title()).as("title of %s", path).contains("Comity");
        var body = page.body().clone();
        body.select(DATA).remove();
        var fixed = new ArrayList<String>();
        // a label may name what stands on the page under that name
        var names = page.select(".name, .cite").eachText().stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        body.nodeStream(TextNode.class).map(TextNode::text).forEach(text -> note(fixed, List.of(), text));
        for (Element element : body.select("[aria-label], [placeholder], [title]")) {
            List.of("aria-label", "placeholder", "title").forEach(name -> note(fixed, names, element.attr(name)));
        }
        assertThat(page.text()).as("the pseudo-language is on in %s", path).contains("[");
        assertThat(fixed).as("words in English on %s", path).isEmpty();
    }

    private void note(List<String> fixed, List<String> names, String text) {
        var rest = text;
        for (var matcher = BRACKETED.matcher(rest); matcher.find(); matcher = BRACKETED.matcher(rest)) {
            rest = matcher.replaceAll("");
        }
        for (var known :
                List.of(settings.organisation(), "24/7 contact point, BR", "Operation Lantern", "Example Hosting")) {
            rest = rest.replace(known, "");
        }
        for (var name : names) {
            rest = rest.replace(name, "");
        }
        var said = PERSON.matcher(rest).replaceAll("").strip();
        if (WORDS.matcher(said).find() && !LAW.contains(normal(said))) {
            fixed.add(said);
        }
    }

    /** All files of the law's data set, so that its words can be told from ours. */
    private static String law() {
        try (var files = Files.walk(Path.of(System.getProperty("comity.root"), "law/src/main/resources"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return normal(Files.readString(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String normal(String text) {
        return text.strip()
                // a State's letters behind its name, an id's hyphens between its words
                .replaceAll(" \\([A-Z]{2}\\)$", "")
                .replace('-', ' ')
                .replaceAll("[,;.:]+$", "")
                .replaceAll("\\s+", " ")
                .replaceAll("[\"']+", "'")
                .toLowerCase(Locale.ROOT);
    }

    private Visitor visitor(Person person) {
        return new Visitor(pages, person);
    }

    @TestConfiguration
    static class Pseudo {

        @Bean
        static BeanPostProcessor brackets() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return switch (bean) {
                        case ResourceBundleMessageSource words
                        when name.equals("messageSource") ->
                            new Bracketed(words.getBasenameSet().toArray(String[]::new));
                        case LocaleResolver _ -> new FixedLocaleResolver(PSEUDO);
                        default -> bean;
                    };
                }
            };
        }
    }

    /** The English bundles, each value in brackets. */
    private static final class Bracketed extends ResourceBundleMessageSource {

        Bracketed(String... bundles) {
            setBasenames(bundles);
            setDefaultEncoding("UTF-8");
            setFallbackToSystemLocale(false);
        }

        @Override
        protected ResourceBundle doGetBundle(String basename, Locale locale) {
            var english = super.doGetBundle(basename, Locale.ENGLISH);
            return new ResourceBundle() {
                @Override
                protected Object handleGetObject(String key) {
                    return "[" + english.getString(key) + "]";
                }

                @Override
                public boolean containsKey(String key) {
                    return english.containsKey(key);
                }

                @Override
                public Enumeration<String> getKeys() {
                    return Collections.enumeration(english.keySet());
                }
            };
        }
    }
}
