package org.comity.node.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.comity.node.Browser.View;
import org.comity.node.Browser.Visit;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.evidence.Checked;
import org.comity.node.evidence.CheckingPackage;
import org.comity.node.identity.Role;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Putting a file in, looking at it, limiting it, and destroying it with a second person. */
class EvidenceInBrowserTests extends InBrowser {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theVaultIsKeptWithoutReadingWhatIsInIt() {
        for (View view : List.of(View.DESK, View.PHONE.inTheDark().in("ar"))) {
            try (var visit = signedIn(view, Role.ADMINISTRATOR)) {
                Page page = visit.open("/evidence/vault").check().page();
                page.click("#renew button");
                assertThat(page.textContent(".said")).contains("Back up the folder of keys");
                page.click("#check button");
                assertThat(page.textContent(".said")).contains("being read");
                visit.photograph("evidence-vault").check();
            }
        }
    }

    @InEveryView
    void aFileIsPutInOverABadLineAndKeptUnderItsConditions(View view) {
        var visit = signedIn(view, Role.EXECUTING_OFFICER).open("/evidence").check();
        visit.open("/evidence/new").check().photograph("evidence-new");
        Page page = visit.page();
        page.locator("#provision").fill("ets185:18");
        page.locator("#condition").fill("only for the offences named in the request");
        page.locator("#file").setInputFiles(file(2_600_000));
        var cuts = new AtomicInteger(1);
        page.route("**/api/v1/evidence/uploads/*", route -> {
            if (route.request().method().equals("PATCH") && cuts.getAndDecrement() > 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.locator("#put-in button").click();
        page.locator("#progress-says:has-text('\u2026')").waitFor(); // the line broke, it tries again
        page.locator("#pause").click();
        visit.check().photograph("evidence-progress");
        page.locator("#resume").click();
        page.waitForURL("**/evidence/*?new");

        assertThat(page.locator("#exhibit").innerText()).contains("2,600,000");
        visit.check();
        page.locator("#acts details summary").first().click();
        visit.check().photograph("evidence-exhibit");
        page.locator("#recipient").fill("investigating judge");
        page.locator("#purpose").fill("trial");
        page.locator("#acts form button").first().click();
        assertThat(page.locator(".error-summary").innerText()).contains("conditions");
        visit.check();
        visit.open("/evidence").check().photograph("evidence-list");
    }

    @Test
    void thePlainFormStreamsWithoutScript() {
        var visit = signedIn(View.PHONE, Role.EXECUTING_OFFICER).open("/evidence/new");

        Object landed = visit.page().evaluate("""
                async () => {
                  const form = document.getElementById("put-in");
                  const said = new FormData(form);
                  said.set("from", "bank");
                  said.set("file", new File([new Uint8Array(700000)], "statement.pdf"));
                  return (await fetch(form.action, { method: "POST", body: said })).url;
                }
                """);

        assertThat((String) landed).contains("/evidence/").endsWith("?new");
        visit.page().navigate((String) landed);
        assertThat(visit.page().locator("#main").innerText()).contains("statement.pdf", "bank", "700,000");
    }

    @Test
    void isDestroyedOnlyWhenAnotherPersonAgrees() {
        var visit = signedIn(View.DESK, Role.EXECUTING_OFFICER, Role.APPROVER).open("/evidence/new");
        visit.page().locator("#file").setInputFiles(file(1000));
        visit.page().locator("#put-in button").click();
        visit.page().waitForURL("**/evidence/*?new");
        String address = visit.page().url().replaceFirst("\\?.*", "");
        visit.page().locator(".grave summary").click();
        visit.page().locator("#provision").fill("art. 18 of the law of 2026");
        visit.page().locator("#reason").fill("The court ordered it.");
        visit.page().locator(".grave button").click();

        assertThat(visit.page().locator("main").innerText()).contains("Its destruction was ordered");
        assertThat(visit.page().locator("form[action$=agreed]").count()).isZero();
        visit.photograph("evidence-destruction");

        var second = signedIn(View.DESK, Role.OVERSEER, Role.APPROVER);
        second.page().navigate(address);
        second.page().locator("form[action$=agreed] button").click();
        assertThat(second.page().locator("#certificate").innerText())
                .contains("Certificate of destruction", "Key destroyed");
        second.check().photograph("evidence-destroyed");
    }

    @InEveryView
    void allThatBelongsToACaseIsPackedForACourt(View view) throws Exception {
        var visit = signedIn(view, Role.DRAFTER).open("/cases/new");
        Page page = visit.page();
        page.locator("#title").fill("Fraud by mail");
        page.locator("#offence").selectOption(new SelectOption().setIndex(1));
        page.locator("#facts").fill("Letters to many.");
        page.locator("#open-case button").click();
        page.waitForURL(Pattern.compile(".*/cases/[A-Z]{2}-.*"));
        String reference = page.url().replaceFirst("[?].*", "").replaceFirst(".*/", "");
        page.navigate(page.url().replaceFirst("/cases/.*", "/evidence/new?about=" + reference));
        page.locator("#condition").fill("only for the offences named in the request");
        page.locator("#file").setInputFiles(file(9000));
        page.locator("#put-in button").click();
        page.waitForURL("**/evidence/*?new");
        page.locator("#packages a").click();
        visit.check().photograph("evidence-package-new");
        page.locator("#pack #recipient").fill("Court of first instance");
        page.locator("#pack #purpose").fill("trial");
        page.locator("#pack .primary").click();
        assertThat(page.locator(".error-summary").innerText()).contains("conditions");
        visit.check();
        page.locator("#read input").check();
        cutOff();
        try {
            page.locator("#pack .primary").click();
            page.waitForURL("**/evidence/packages/*-*");
            assertThat(page.locator("#packing-state").innerText()).isNotBlank();
            page.locator("#packing progress").waitFor();
            visit.check().photograph("evidence-packing");
        } finally {
            mend();
        }
        page.locator("#fetch").waitFor();
        visit.check().photograph("evidence-package");

        var fetched = page.waitForDownload(() -> page.locator("#fetch").click());
        var verdict = CheckingPackage.check(fetched.path(), Optional.empty(), WallTime.clock());
        assertThat(verdict.findings()).noneMatch(it -> it.standing() == Checked.Standing.FAILS);
        explainsItself(visit, fetched.path());
    }

    /** The database takes no step of custody, so that a package stays where it is. */
    private void cutOff() {
        jdbc.sql("alter table evidence.custody_step add constraint power_cut check (false) not valid")
                .update();
    }

    private void mend() {
        jdbc.sql("alter table evidence.custody_step drop constraint if exists power_cut")
                .update();
    }

    /** Its own page, opened from the disk without a network, knows the files that belong to it. */
    private static void explainsItself(Visit visit, Path container) throws Exception {
        Path folder = Files.createTempDirectory("package");
        Path good;
        Path bad = folder.resolve("more.txt");
        try (var zip = new ZipFile(container.toFile())) {
            Files.write(
                    folder.resolve("index.html"),
                    zip.getInputStream(zip.getEntry("index.html")).readAllBytes());
            good = Files.write(
                    folder.resolve("case.jsonld"),
                    zip.getInputStream(zip.getEntry("case.jsonld")).readAllBytes());
        }
        Files.writeString(bad, "something else");
        Page page = visit.page();
        page.context().setOffline(true);
        page.navigate(folder.resolve("index.html").toUri().toString());
        visit.photograph("evidence-package-index");
        page.locator("#pick").setInputFiles(new Path[] {good, bad});
        page.locator("li.other").waitFor();
        assertThat(page.locator("li.same b").allInnerTexts()).containsExactly("case.jsonld");
        assertThat(page.locator("li.other b").allInnerTexts()).containsExactly("more.txt");

        page.addInitScript("Object.defineProperty(window, 'crypto', { value: {} })"); // as for a file that is too large
        page.reload();
        page.locator("#pick").setInputFiles(good);
        page.locator("li.same").waitFor();
        Files.writeString(
                good, Files.readString(good).replaceFirst("exhibit", "exhibxt").replaceFirst("PT", "PX"));
        page.locator("#pick").setInputFiles(good);
        page.locator("li.other").waitFor();
        page.context().setOffline(false);
    }

    private static FilePayload file(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return new FilePayload("mailbox of the suspect.mbox", "application/mbox", content);
    }
}
