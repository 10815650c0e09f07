package org.comity.node.forum.web;

import java.util.UUID;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;

/** The forum as people see it, with a checker of accessibility. */
class ForumInBrowserTests extends InBrowser {

    @InEveryView
    void theRecordCanBeReadAndKeptByEverybody(View view) {
        try (var visit = signedIn(view, Role.SECRETARIAT)) {
            visit.open("/forum").photograph("forum-meetings").check();
            visit.open("/forum/bodies/cybercrime-eg").photograph("forum-body").check();
            var seats = visit.open("/forum/bodies/ccpcj").page();
            seats.click("details:has(#seats) summary");
            seats.fill(
                    "#members",
                    "BR | 2026-01-01 | 2028-12-31 | Election of 2025\nNL | 2023-01-01 | 2025-06-30 | Election of 2022 | Letter of withdrawal");
            seats.click("#seats button");
            visit.photograph("forum-members").check();
            visit.open("/forum/meetings/ccpcj-27").photograph("forum-meeting").check();
            visit.open("/forum/meetings/eg-4/registers/speakers")
                    .photograph("forum-register")
                    .check();
            visit.open("/forum/recommendations")
                    .photograph("forum-recommendations")
                    .check();
            var drawn = visit.open("/forum/recommendations/IEG-2018-LEG-01").page();
            drawn.click("details:has(#draw-gaps) summary");
            drawn.fill("#state", "GH");
            drawn.click("#draw-gaps button");
            drawn.click("details:has(#draw-gaps) summary");
            visit.photograph("forum-recommendation").check();
            visit.open("/forum/silence/new").photograph("forum-silence-new").check();
            visit.open("/forum/study/questionnaires/study-1")
                    .photograph("forum-questionnaire")
                    .check();
            visit.open("/forum/study/figures").photograph("forum-figures").check();
            visit.open("/open-study").photograph("forum-open-study").check();
            var study =
                    visit.open("/forum/study").photograph("forum-study").check().page();
            study.fill("#respondent", "academia:Institute " + UUID.randomUUID());
            study.click("#invite button");
            visit.photograph("forum-reply").check();
            study.click("#sections a");
            visit.photograph("forum-section").check();
            var drafts = visit.open("/forum/study/drafts")
                    .photograph("forum-study-drafts")
                    .check()
                    .page();
            drafts.fill("#title", "Draft study on cybercrime");
            drafts.fill(
                    "#text", "# I. Scope\nCrime crosses borders.\nElectronic evidence is lost before it can be had.");
            drafts.click("#begin button");
            drafts.fill("#until", "2030-01-31");
            drafts.click("#open button");
            drafts.click("#p1 a");
            drafts.fill("#party", "BR");
            drafts.fill("#comment textarea[name=text]", "Too narrow.");
            drafts.fill("#wording", "Crime crosses every border.");
            drafts.click("#comment button");
            drafts.click("#c1 a");
            visit.photograph("forum-comment-answer").check();
            drafts.selectOption("#outcome", "TAKEN_IN_PART");
            drafts.fill("#why", "Some crime stays at home.");
            drafts.fill("#reads", "Crime often crosses borders.");
            drafts.click("#c1 button");
            visit.photograph("forum-study-draft").check();
            var page = visit.open("/forum/reports?meeting=eg-4")
                    .photograph("forum-reports")
                    .check()
                    .page();
            page.click("#draft button");
            visit.photograph("forum-report").check();
        }
    }
}
