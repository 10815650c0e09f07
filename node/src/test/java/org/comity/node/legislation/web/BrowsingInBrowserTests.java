package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;
import org.junit.jupiter.api.Test;

/** Map, provisions and comparison as people see them, point at them and walk on them. */
class BrowsingInBrowserTests extends InBrowser {

    @InEveryView
    void theWorldAndItsPartsAreReadByEveryone(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER)) {
            visit.open("/law/map?tie=signed").photograph("law-map").check();
            visit.open("/law/map?view=europe&year=2008&tie=bound&group=WEOG")
                    .photograph("law-map-europe")
                    .check();
            visit.open("/law/map?view=caribbean&instrument=uncc&tie=consented")
                    .photograph("law-map-caribbean")
                    .check();
        }
    }

    @InEveryView
    void drafterAndDelegateReadTheOtherPages(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER)) {
            visit.open("/law/provisions").photograph("law-provisions").check();
            visit.open("/law/provisions/ets185:17").photograph("law-provision").check();
            visit.open("/law/compare?state=BR&state=PT&state=ZA")
                    .photograph("law-compare")
                    .check();
            visit.open("/law/compare").photograph("law-compare-empty").check();
            visit.open("/law/about").photograph("law-about").check();
        }
    }

    @Test
    void threeStatesAreChosenByKeyboard() {
        try (var visit = signedIn(View.DESK, Role.DUTY_OFFICER)) {
            var page = visit.open("/law/compare").page();
            page.locator("#state-0").focus();
            page.keyboard().type("Braz");
            page.keyboard().press("Tab");
            page.keyboard().type("Portu");
            page.keyboard().press("Tab");
            page.keyboard().type("South A");
            page.locator("main form button").press("Enter");
            page.waitForURL("**state=BR&state=PT&state=ZA**");

            assertThat(page.locator(".compare thead th a").allTextContents())
                    .containsExactly("Brazil", "Portugal", "South Africa");
        }
    }

    @Test
    void theSliderShowsTheYearWhileItMovesAndTheAddressFollows() {
        try (var visit = signedIn(View.DESK, Role.DUTY_OFFICER)) {
            var page = visit.open("/law/map").page();
            page.locator("#year").fill("2003");
            page.waitForURL("**year=2003**");

            assertThat(page.inputValue("#on")).isEqualTo("2003-12-31");
            assertThat(page.locator("[data-map] .bound").count()).isZero();
            assertThat(page.locator("[data-map] .signed").count()).isPositive();
            visit.check();
        }
    }

    @Test
    void theMapWithItsTableFitsOnThreePagesOfPaper() throws IOException {
        try (var visit = signedIn(View.DESK, Role.DUTY_OFFICER)) {
            byte[] paper = visit.open("/law/map").page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));

            Files.write(Files.createDirectories(Path.of("target/screens")).resolve("law-map.pdf"), paper);
            try (PDDocument printed = Loader.loadPDF(paper)) {
                assertThat(printed.getNumberOfPages()).isLessThanOrEqualTo(3);
                assertThat(new PDFTextStripper().getText(printed)).contains("Zimbabwe", "Portugal");
            }
        }
    }

    @Test
    void arrowsWalkFromStateToStateAndEnterOpensOne() {
        try (var visit = signedIn(View.DESK, Role.DUTY_OFFICER)) {
            var page = visit.open("/law/map").page();
            page.locator("[data-map] a[data-state=BR]").focus();
            page.keyboard().press("ArrowUp");
            String reached =
                    page.evaluate("document.activeElement.dataset.state").toString();
            assertThat(reached).isNotEqualTo("BR");
            assertThat(page.textContent("[data-map-reads]")).contains(":");
            assertThat(page.locator("[data-map] a[tabindex='0']").count()).isEqualTo(2);

            page.keyboard().press("Enter");
            page.waitForURL("**/law/states/" + reached);
        }
    }
}
