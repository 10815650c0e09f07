package org.comity.node.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.comity.node.documents.Sheet.Entry;
import org.comity.node.documents.Sheet.Line;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One form, three kinds of paper, six languages. To look at the pages: {@code -Dcomity.pictures=write}, then {@code target/forms}. */
class RenderingTests {

    private static final Path PICTURES = Path.of("target/forms");

    private final Rendering rendering = new Rendering();

    @ParameterizedTest
    @EnumSource(FormLanguage.class)
    void aPdfSaysEachFieldAndCarriesItsFonts(FormLanguage language) throws Exception {
        var reading = Reading.in(language);
        var pdf = rendering.pdf(SomeForms.preservation(), reading);
        draw("preservation-" + language.code(), pdf);

        try (var document = Loader.loadPDF(pdf)) {
            var text = letters(new PDFTextStripper().getText(document));
            var sheet = LayingOut.of(SomeForms.preservation(), reading);
            assertThat(entries(sheet)).allSatisfy(entry -> {
                assertThat(text).contains(letters(entry.label()));
                entry.blocks().stream()
                        .filter(Line.class::isInstance)
                        .map(Line.class::cast)
                        .flatMap(line -> words(line.text(), language))
                        .forEach(word -> assertThat(text).as(entry.label()).contains(word));
            });
            assertThat(text).contains(letters(SomeForms.REFERENCE));
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(sheet.title());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray()))
                    .contains("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<");
            assertThat(fontsNotInside(document)).isEmpty();
        }
    }

    @Test
    void aFormOfAnExerciseSaysSoAboveAndOnEachPage() {
        var form = Form.blank(FormKind.PRESERVATION, "en").with("reference", FormValue.plain("PT-2026-0001-1"));
        var sheet = LayingOut.of(form.inExercise(), Reading.sideBySide(FormLanguage.ENGLISH, FormLanguage.SPANISH));

        assertThat(sheet.reference()).isEqualTo("EJERCICIO · PT-2026-0001-1");
        assertThat(sheet.notices()).extracting(List::getFirst).allMatch(it -> it.startsWith("E"));
        assertThat(sheet.notices().getFirst()).containsExactly("EXERCISE. Nothing on this form is real.");
        assertThat(LayingOut.of(form, Reading.in(FormLanguage.ENGLISH)).notices())
                .containsExactly(List.of());
    }

    @Test
    void arabicReadsInItsOrder() throws Exception {
        var form = Form.blank(FormKind.PRESERVATION, "ar").with("facts", FormValue.free("عرض صاحب الحساب الدخول"));
        try (var document = Loader.loadPDF(rendering.pdf(form, Reading.in(FormLanguage.ARABIC)))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("عرض صاحب الحساب الدخول", "طلب التعجيل بحفظ بيانات حاسوبية مخزنة");
        }
    }

    @Test
    void eachPageIsNumberedAndNamesTheReference() throws Exception {
        try (var document = Loader.loadPDF(
                rendering.pdf(SomeForms.full(FormKind.PRESERVATION), Reading.in(FormLanguage.ENGLISH)))) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\p{Z}", " "))
                        .contains("Page " + page + " of " + pages, SomeForms.REFERENCE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FormKind.class)
    void everyFormIsDrawnWithAllItsFields(FormKind kind) throws Exception {
        var pdf = rendering.pdf(SomeForms.full(kind), Reading.in(FormLanguage.ENGLISH));
        draw("full-" + kind.token(), pdf);
        var page = Jsoup.parse(rendering
                .html(SomeForms.full(kind), Reading.in(FormLanguage.ENGLISH))
                .html());

        assertThat(page.select("h2")).hasSize(kind.template().sections().size());
        assertThat(page.select("body > div > table > tbody > tr"))
                .hasSize((int) kind.template().fields().count());
    }

    @ParameterizedTest
    @EnumSource(FormLanguage.class)
    void aDocxOpensAgainWithEachField(FormLanguage language) throws Exception {
        var reading = Reading.in(language);
        var docx = rendering.docx(SomeForms.preservation(), reading);

        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var text = document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
            var sheet = LayingOut.of(SomeForms.preservation(), reading);
            assertThat(entries(sheet)).allSatisfy(entry -> {
                assertThat(text).contains(entry.label());
                lines(entry).forEach(line -> assertThat(text).contains(line.text()));
            });
            assertThat(document.getTables())
                    .allSatisfy(table -> assertThat(table.getCTTbl().getTblPr().isSetBidiVisual())
                            .isEqualTo(language.isRightToLeft()));
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(sheet.title());
            assertThat(document.getFooterList().getFirst()._getHdrFtr().toString())
                    .contains("PAGE", "NUMPAGES");
        }
    }

    @Test
    void thePageHasAHeadingAndATableForEachSection() {
        var html = rendering.html(SomeForms.preservation(), Reading.in(FormLanguage.ARABIC));
        var page = Jsoup.parse(html.html());

        assertThat(page.select("html").attr("lang")).isEqualTo("ar");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "الطلب",
                        "السلطات",
                        "الجريمة",
                        "البيانات",
                        "أسباب الطلب",
                        "الخطوات اللاحقة",
                        "السرية",
                        "التوقيع والموافقة");
        assertThat(page.select("th"))
                .allSatisfy(th -> assertThat(th.attr("scope")).isEqualTo("row"));
        assertThat(page.select("p[lang=en][dir=ltr]").eachText()).contains("Up to five years of imprisonment");
        assertThat(page.select("span[dir=ltr]").eachText())
                .contains("2001:db8::7", "+5511940000000", SomeForms.REFERENCE);
    }

    @Test
    void whatAPersonWroteStaysAsWrittenAndIsMarkedUntilItIsTranslated() {
        var page = Jsoup.parse(rendering
                .html(SomeForms.preservation(), Reading.in(FormLanguage.FRENCH))
                .html());

        assertThat(value(page, "Peine").select("p").eachText())
                .containsExactly("Up to five years of imprisonment", "Rédigé en anglais ; à traduire");
        assertThat(value(page, "Exposé sommaire des faits").select(".pair td").eachText())
                .satisfies(
                        original ->
                                assertThat(original).startsWith("Between 11").endsWith("Rédigé en anglais"),
                        org.assertj.core.data.Index.atIndex(0))
                .satisfies(
                        translation -> assertThat(translation)
                                .startsWith("Entre le 11")
                                .endsWith("Traduction en français"),
                        org.assertj.core.data.Index.atIndex(1));
        assertThat(value(page, "Base juridique en droit interne").text()).contains("artigo 22.º", "portugais");
    }

    @Test
    void sideBySideTheOriginalStandsInOneColumnAndTheOtherLanguageBesideIt() throws Exception {
        var reading = Reading.sideBySide(FormLanguage.ENGLISH, FormLanguage.ARABIC);
        draw("beside-ar", rendering.pdf(SomeForms.preservation(), reading));
        draw(
                "beside-zh",
                rendering.pdf(
                        SomeForms.preservation(), Reading.sideBySide(FormLanguage.ENGLISH, FormLanguage.CHINESE)));
        var page = Jsoup.parse(rendering.html(SomeForms.preservation(), reading).html());

        assertThat(page.select("h1").eachText())
                .containsExactly(
                        "Request for expedited preservation of stored computer data",
                        "طلب التعجيل بحفظ بيانات حاسوبية مخزنة");
        assertThat(page.select(".two > tbody > tr"))
                .allSatisfy(
                        row -> assertThat(row.select("> td").eachAttr("lang")).containsExactly("en", "ar"));
        var facts = page.select("td:contains(Summary of the facts) + td").text();
        assertThat(facts).contains("ملخص الوقائع", "عرض صاحب الحساب", "sworn translator");
    }

    @Test
    void theProviderDoesNotSeeWhatIsMeantForAuthorities() throws Exception {
        var form = SomeForms.full(FormKind.ORDER_GIVEN_EFFECT);
        var open = rendering.html(form, Reading.in(FormLanguage.ENGLISH)).text();
        var shown = rendering.html(form.shownToProvider(), Reading.in(FormLanguage.ENGLISH));

        assertThat(open).contains("value of facts", "Supporting information");
        assertThat(shown.text())
                .contains("value of provider", "Copy for the provider")
                .doesNotContain("value of facts", "value of custodian-belief", "Supporting information");
    }

    @Test
    void aMandatoryFieldLeftEmptyIsSeen() {
        var page = Jsoup.parse(rendering
                .html(Form.blank(FormKind.PRESERVATION, "en"), Reading.in(FormLanguage.ENGLISH))
                .html());

        assertThat(value(page, "Necessity").text()).isEqualTo("not given");
        assertThat(page.select("th:contains(Penalty)")).isEmpty();
    }

    @Test
    void hostileTextDoesNoHarm() throws Exception {
        var hostile = "<script>alert(1)</script> \u202Egnp.exe\u202C \u0007\u0000 \uD800 \uFFFE \uE000 &amp; ]]> 😀";
        var form = Form.blank(FormKind.PRESERVATION, "en")
                .with("reference", FormValue.plain("A\"; } body { display: none } \\ \u202E"))
                .with("facts", FormValue.free(hostile))
                .with("identifiers", FormValue.phrase("identifier.account", "{0} '" + hostile));
        for (var language : List.of(FormLanguage.ENGLISH, FormLanguage.ARABIC)) {
            var page = Jsoup.parse(rendering.html(form, Reading.in(language)).html());
            assertThat(page.select("script")).isEmpty();
            assertThat(page.text())
                    .contains("<script>alert(1)</script>", "[U+202E]gnp.exe[U+202C]", "[U+0007][U+0000]", "[U+D800]")
                    .contains("[U+FFFE]", "[U+E000]", "{0} '");
            try (var document = Loader.loadPDF(rendering.pdf(form, Reading.in(language)))) {
                assertThat(new PDFTextStripper().getText(document)).contains("display: none");
            }
            try (var document =
                    new XWPFDocument(new ByteArrayInputStream(rendering.docx(form, Reading.in(language))))) {
                assertThat(document.getTables().stream().map(XWPFTable::getText))
                        .anySatisfy(text -> assertThat(text).contains("<script>alert(1)</script>"));
            }
        }
    }

    @Test
    void aHundredThousandCharactersAreAForm() throws Exception {
        var long_ = "word ".repeat(18_000) + "x".repeat(10_000);
        var form = Form.blank(FormKind.PRESERVATION, "en").with("facts", FormValue.free(long_));

        var began = System.nanoTime();
        try (var document = Loader.loadPDF(rendering.pdf(form, Reading.in(FormLanguage.RUSSIAN)))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(10);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("x".repeat(500));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(2));
    }

    private static Element value(Element page, String label) {
        return page.select("th").stream()
                .filter(th -> th.text().equals(label))
                .map(th -> th.nextElementSibling())
                .findFirst()
                .orElseThrow();
    }

    private static List<Entry> entries(Sheet sheet) {
        return sheet.parts().stream()
                .flatMap(part -> part.rows().stream())
                .flatMap(row -> row.entries().stream())
                .toList();
    }

    private static Stream<Line> lines(Entry entry) {
        return entry.blocks().stream().filter(Line.class::isInstance).map(Line.class::cast);
    }

    /** Only what the script of the page keeps together: where directions mix, an extractor cuts between them. */
    private static Stream<String> words(String text, FormLanguage language) {
        return language.isRightToLeft()
                ? Stream.of(text.split("[^\\p{IsArabic}]+")).filter(word -> word.length() > 2)
                : Stream.of(letters(text));
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\\p{Z}\\u200E]+", "");
    }

    private static List<String> fontsNotInside(PDDocument document) throws IOException {
        var missing = new java.util.ArrayList<String>();
        var seen = 0;
        for (var page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                seen++;
                if (!font.isEmbedded()) {
                    missing.add(font.getName());
                }
            }
        }
        assertThat(seen).isPositive();
        return missing;
    }

    private static void draw(String name, byte[] pdf) throws IOException {
        if (!"write".equals(System.getProperty("comity.pictures"))) {
            return;
        }
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 70),
                        "png",
                        PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
        }
    }
}
