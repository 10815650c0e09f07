package org.comity.node.forum.api;

import static org.comity.node.forum.api.MeetingsForPrograms.matched;
import static org.comity.node.forum.api.MeetingsForPrograms.tag;
import static org.comity.node.forum.api.MeetingsForPrograms.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.TakingPapers;
import org.comity.node.forum.WritingReports;
import org.comity.node.forum.report.Block;
import org.comity.node.forum.report.Report;
import org.comity.node.frame.Described;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Reports: drafted from the records of a meeting, edited block by block, adopted. Places are counted from 0. */
@RestController
@RequestMapping("/api/v1/forum/reports")
class ReportsForPrograms {

    private final WritingReports writing;
    private final TakingPapers papers;
    private final CurrentPerson current;
    private final boolean exercise;

    ReportsForPrograms(WritingReports writing, TakingPapers papers, CurrentPerson current, ComitySettings settings) {
        this.writing = writing;
        this.papers = papers;
        this.current = current;
        this.exercise = settings.exercise();
    }

    /** @param procedure by which the days of the meeting were decided, where one did */
    record Drafted(
            String meeting,
            @OneOf(Report.Model.class) String model,
            @Nullable String procedure) {}

    record ReportBlock(int place, @OneOf(Block.Kind.class) String kind, String text, List<String> notes) {}

    /** @param open how many texts are still in brackets */
    record ForumReport(String id, String meeting, String symbol, int open, boolean adopted, List<ReportBlock> blocks) {}

    record SaidBlock(String text, @Nullable List<String> notes) {}

    record InsertedBlock(@OneOf(Block.Kind.class) String kind, String text) {}

    /** @param version whose text is taken again */
    record WentBack(long version) {}

    /** @param sitting number of the meeting at which it was adopted */
    record AdoptedAt(int sitting) {}

    @Described("Reports, the latest first, without their text, 50 a page")
    @GetMapping
    ResponseEntity<Listed<ForumReport>> forumReports(@RequestParam(defaultValue = "1") int page) {
        readable();
        return Listed.of(
                writing.all().reversed().stream()
                        .map(it -> json(it.it(), List.of()))
                        .toList(),
                page,
                exercise);
    }

    @Described("A report, block by block")
    @GetMapping("/{id}")
    ResponseEntity<ForumReport> forumReport(@PathVariable String id) {
        readable();
        var held = find(id);
        return ResponseEntity.ok()
                .eTag(tag(held))
                .body(json(held.it(), held.it().blocks()));
    }

    @Described(
            value = "A report as html, pdf, docx or xml (Akoma Ntoso), in the frame of a language",
            media = {
                "text/html",
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/akn+xml"
            })
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> forumReportFile(
            @PathVariable String id,
            @RequestParam(defaultValue = "docx") String as,
            @RequestParam(defaultValue = "en") String in) {
        readable();
        return papers.report(find(id).it(), as, in)
                .map(file -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, file.type())
                        .body(file.bytes()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Described(value = "Drafts a report from the records of a meeting", answer = 201)
    @PostMapping
    ResponseEntity<ForumReport> draftForumReport(@RequestBody Drafted said) {
        var model = MeetingsForPrograms.word(Report.Model.class, said.model(), "model")
                .orElse(Report.Model.EXPERT_GROUP);
        var report = writing.draft(current.require(), text(said.meeting()), model, text(said.procedure()));
        return ResponseEntity.created(URI.create("/api/v1/forum/reports/" + report.id()))
                .eTag(tag(find(report.id())))
                .body(json(report, report.blocks()));
    }

    @Described("Changes the words of a block")
    @PutMapping("/{id}/blocks/{place}")
    ResponseEntity<ForumReport> sayForumBlock(
            @PathVariable String id,
            @PathVariable int place,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SaidBlock said) {
        var version = matching(id, ifMatch);
        writing.say(
                current.require(),
                id,
                version,
                place,
                text(said.text()),
                String.join("\n", Optional.ofNullable(said.notes()).orElse(List.of())));
        return forumReport(id);
    }

    @Described("Inserts a block behind another")
    @PostMapping("/{id}/blocks/{place}/next")
    ResponseEntity<ForumReport> insertForumBlock(
            @PathVariable String id,
            @PathVariable int place,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody InsertedBlock said) {
        var version = matching(id, ifMatch);
        var kind =
                MeetingsForPrograms.word(Block.Kind.class, said.kind(), "kind").orElse(Block.Kind.PARAGRAPH);
        writing.insertAfter(current.require(), id, version, place, kind, text(said.text()));
        return forumReport(id);
    }

    @Described("Strikes a block; it stays in the history")
    @DeleteMapping("/{id}/blocks/{place}")
    ResponseEntity<ForumReport> strikeForumBlock(
            @PathVariable String id,
            @PathVariable int place,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        writing.strike(current.require(), id, matching(id, ifMatch), place);
        return forumReport(id);
    }

    @Described("Takes the text of an earlier version again")
    @PostMapping("/{id}/restoration")
    ResponseEntity<ForumReport> restoreForumReport(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WentBack said) {
        writing.goBack(current.require(), id, matching(id, ifMatch), said.version());
        return forumReport(id);
    }

    @Described(value = "Records that a report was adopted; nothing may be in brackets any more", decides = true)
    @PostMapping("/{id}/adoption")
    ResponseEntity<ForumReport> adoptForumReport(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AdoptedAt said) {
        writing.adopt(current.require(), id, matching(id, ifMatch), said.sitting());
        return forumReport(id);
    }

    private long matching(String id, @Nullable String ifMatch) {
        var held = find(id);
        matched(held, ifMatch);
        return held.version();
    }

    private static ForumReport json(Report it, List<Block> blocks) {
        var all = new ArrayList<ReportBlock>();
        for (int at = 0; at < blocks.size(); at++) {
            var block = blocks.get(at);
            all.add(new ReportBlock(at, block.kind().token(), block.text(), block.notes()));
        }
        return new ForumReport(
                it.id(),
                it.meeting(),
                it.symbol(),
                it.open().size(),
                it.adopted().isPresent(),
                all);
    }

    private Held<Report> find(String id) {
        return writing.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void readable() {
        if (!ForumAccess.takesPart(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
