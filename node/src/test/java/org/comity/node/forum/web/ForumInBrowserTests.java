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
            visit.open("/forum/meetings/ccpcj-27").photograph("forum-meeting").check();
            visit.open("/forum/meetings/eg-4/registers/speakers")
                    .photograph("forum-register")
                    .check();
            visit.open("/forum/recommendations")
                    .photograph("forum-recommendations")
                    .check();
            visit.open("/forum/recommendations/IEG-2018-LEG-01")
                    .photograph("forum-recommendation")
                    .check();
            visit.open("/forum/silence/new").photograph("forum-silence-new").check();
            visit.open("/forum/study/questionnaires/study-1")
                    .photograph("forum-questionnaire")
                    .check();
            visit.open("/forum/study/figures").photograph("forum-figures").check();
            var study =
                    visit.open("/forum/study").photograph("forum-study").check().page();
            study.fill("#respondent", "academia:Institute " + UUID.randomUUID());
            study.click("#invite button");
            visit.photograph("forum-reply").check();
            study.click("#sections a");
            visit.photograph("forum-section").check();
            var page = visit.open("/forum/reports?meeting=eg-4")
                    .photograph("forum-reports")
                    .check()
                    .page();
            page.click("#draft button");
            visit.photograph("forum-report").check();
        }
    }
}
