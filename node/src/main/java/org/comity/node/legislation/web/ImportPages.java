package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.ChangeForm;
import org.comity.law.LawFile;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.legislation.change.ChangeRefused;
import org.comity.node.legislation.change.DryRun;
import org.comity.node.legislation.change.ExportingLaw;
import org.comity.node.legislation.change.ExportingLaw.Format;
import org.comity.node.legislation.change.ImportingFile;
import org.comity.node.legislation.change.Proposal;
import org.comity.node.legislation.change.RowDifference.Sort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Facts of law by the file, in and out. */
@Controller
class ImportPages {

    private static final int FAULTS_SHOWN = 500;

    private final ImportingFile importing;
    private final ExportingLaw exporting;
    private final ChangeWords words;
    private final CurrentPerson current;

    ImportPages(ImportingFile importing, ExportingLaw exporting, ChangeWords words, CurrentPerson current) {
        this.importing = importing;
        this.exporting = exporting;
        this.words = words;
        this.current = current;
    }

    @GetMapping("/law/changes/import")
    String ask(Model model) {
        requireExpert();
        return form(new FormErrors(), model);
    }

    private static String form(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("tables", LawFile.LISTS);
        return "legislation/change-import";
    }

    /** The dry run. A sound file that changes something is kept as a draft of its writer; anything else is only told. */
    @PostMapping("/law/changes/import")
    String check(
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "check") String act,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        Person person = requireExpert();
        model.addAttribute("complete", complete);
        model.addAttribute("on", on);
        model.addAttribute("source", source);
        model.addAttribute("why", why);
        FormErrors errors = new FormErrors();
        Optional<LocalDate> day = date(on);
        if (file.isEmpty()) {
            errors.add("file", words.of("import.no-file"));
        }
        if (complete && day.isEmpty()) {
            errors.add("on", words.of("import.no-day"));
        }
        if (complete && source.isBlank()) {
            errors.add("source", words.of("import.no-source"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(errors, model);
        }
        DryRun run = importing.check(
                name(file),
                file.getBytes(),
                complete ? day.map(it -> new ImportingFile.Complete(it, source.strip())) : Optional.empty());
        if (run.sound() && !run.rows().isEmpty() && act.equals("keep")) {
            try {
                Proposal draft = importing.keep(person, run, why);
                next.addFlashAttribute("said", "imported");
                return "redirect:/law/changes/" + draft.id();
            } catch (ChangeRefused refused) {
                errors.add("file", words.refusal(refused));
            }
        }
        if (!run.sound() || !errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("run", run);
        model.addAttribute("faults", run.faults().stream().limit(FAULTS_SHOWN).toList());
        model.addAttribute(
                "difference",
                DifferencePage.of(
                        run.differences().stream()
                                .filter(row -> row.sort() != Sort.UNCHANGED)
                                .toList(),
                        1,
                        words));
        return form(errors, model);
    }

    private static String name(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("file");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > 120 ? last.substring(last.length() - 120) : last;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/law/changes/export")
    String choose(Model model) {
        model.addAttribute("states", words.states());
        model.addAttribute("tables", LawFile.LISTS);
        return "legislation/change-export";
    }

    /** What to download is one word of the form: {@code yaml}, {@code json}, or a table such as {@code status.csv}. */
    @GetMapping("/law/changes/export/file")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "yaml") String form, @RequestParam(defaultValue = "") String state) {
        String whose = state.matches("[A-Z]{2}") ? state : "";
        return switch (form) {
            case "yaml" -> download(exporting.whole(Format.YAML, whose), "application/yaml", "law", whose, "yaml");
            case "json" -> download(exporting.whole(Format.JSON, whose), "application/json", "law", whose, "json");
            default -> {
                String table = form.replace(".csv", "");
                ChangeForm known =
                        ExportingLaw.form(table).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                yield download(exporting.table(known, whose), "text/csv", table, whose, "csv");
            }
        };
    }

    private static ResponseEntity<byte[]> download(String text, String type, String what, String state, String ending) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("comity-" + what
                                        + (state.isEmpty() ? "" : "-" + state.toLowerCase(Locale.ROOT)) + "."
                                        + ending)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Person requireExpert() {
        Person person = current.require();
        if (!person.is(Role.LAW_EXPERT)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }
}
