package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.NodeTest;
import org.comity.node.identity.Role;
import org.junit.jupiter.api.Test;

/** A change of law as the expert and the reviewer see it. */
@NodeTest(properties = "comity.test.room=changes")
class ChangesInBrowserTests extends InBrowser {

    @InEveryView
    void theFormsCanBeUsedByEverybody(View view) {
        try (var visit = signedIn(view, Role.LAW_EXPERT)) {
            visit.open("/law/changes?shelf=mine").photograph("changes-none").check();
            visit.open("/law/changes/new?about=provision:PT:ets185:2:l109:6")
                    .photograph("changes-kinds")
                    .check();
            visit.open("/law/changes/new?what=PROVISION&about=provision:KE:ets185:2:cmca2018:14")
                    .photograph("changes-form")
                    .check();
            assertThat(visit.page().inputValue("#article")).isEqualTo("14");
            visit.open("/law/changes/import").photograph("changes-import").check();
            visit.open("/law/changes/export").photograph("changes-export").check();
        }
    }

    @Test
    void anExpertProposesAndAReviewerPublishesAndItCanBeTakenBack() {
        String address;
        try (var visit = signedIn(View.DESK, Role.LAW_EXPERT)) {
            Page page = visit.open("/law/changes/new?what=STATUS&about=status:KE:ets185")
                    .page();
            page.selectOption("#method", "accession");
            page.fill("#entry_into_force", "2027-03-01");
            page.fill("#why", "Deposited with the Secretary General.");
            page.click("button[value=submit]");
            assertThat(page.textContent(".error-summary")).contains("Source", "How sure");
            assertThat(page.inputValue("#entry_into_force"))
                    .as("nothing is lost")
                    .isEqualTo("2027-03-01");
            visit.photograph("changes-errors").check();

            page.fill("#source", "https://example.org/treaty/185");
            page.fill("#as_of", "2026-11-20");
            page.selectOption("#basis", "verified");
            page.click("button[value=submit]");
            assertThat(page.textContent(".said")).contains("Handed over");
            visit.photograph("changes-proposed").check();
            address = page.url().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
        }
        try (var visit = signedIn(View.DESK, Role.LAW_REVIEWER)) {
            visit.open("/law/changes").photograph("changes-open").check();
            Page page = visit.open(address).page();
            assertThat(page.textContent("#difference ~ .fact")).contains("changes");
            assertThat(page.textContent("[aria-labelledby=effects]")).contains("Kenya");
            visit.photograph("changes-review").check();
            page.click("button[value=refuse]");
            assertThat(page.textContent(".error-summary")).contains("Say why");
            page.click("button[value=publish]");
            assertThat(page.textContent(".said")).contains("Published");
            visit.photograph("changes-published").check();
        }
        for (View view : List.of(View.PHONE, View.PHONE.inTheDark().in("ar"))) {
            try (var visit = signedIn(view, Role.LAW_EXPERT)) {
                visit.open("/law/changes?shelf=published")
                        .photograph("changes-list")
                        .check();
                visit.open(address).photograph("changes-published").check();
            }
        }
        try (var visit = signedIn(View.DESK.inTheDark(), Role.LAW_EXPERT)) {
            Page page = visit.open(address).page();
            page.click("details summary");
            page.fill("#why", "The deposit was declared void.");
            page.click("details button");
            assertThat(page.textContent("h1")).contains("Taking a published change back");
            visit.photograph("changes-revert").check();
        }
    }

    @Test
    void aFileWithFaultsIsToldByLineAndASoundOneIsKept() {
        try (var visit = signedIn(View.PHONE, Role.LAW_EXPERT)) {
            Page page = visit.open("/law/changes/import").page();
            String head =
                    "instrument,state,method,signature,ratification,entry_into_force,bound_until,source,as_of,basis,note\n";
            page.setInputFiles("#file", csv(head + "ets185,NA,joining,,,soon,,,2026-11-01,verified,\n"));
            page.click("button[value=check]");
            assertThat(page.locator("#faults tbody tr").count()).isEqualTo(3);
            visit.photograph("changes-dry-run-faults").check();

            page.setInputFiles(
                    "#file",
                    csv(head + "ets185,NA,accession,,,2027-01-01,,https://example.org,2026-11-01,verified,\n"));
            page.click("button[value=keep]");
            assertThat(page.textContent(".said")).contains("kept as your draft");
            visit.photograph("changes-imported").check();
        }
    }

    private static FilePayload csv(String text) {
        return new FilePayload("status.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
