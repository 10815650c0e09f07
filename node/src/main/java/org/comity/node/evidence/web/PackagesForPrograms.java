package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.documents.FormLanguage;
import org.comity.node.evidence.CourtPackage;
import org.comity.node.evidence.Matter;
import org.comity.node.evidence.PackagingEvidence;
import org.comity.node.evidence.Packing;
import org.comity.node.frame.Described;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same as {@link PackagePages} for programs that hold a token; whoever's it is makes the package. */
@RestController
@RequestMapping(PackagesForPrograms.PATH)
class PackagesForPrograms {

    static final String PATH = "/api/v1/evidence/packages";

    private final PackagingEvidence packaging;
    private final CurrentPerson current;
    private final MessageSource words;

    PackagesForPrograms(PackagingEvidence packaging, CurrentPerson current, MessageSource words) {
        this.packaging = packaging;
        this.current = current;
        this.words = words;
    }

    /**
     * What is asked for.
     *
     * @param about the case or request
     * @param conditionsRead that a person has read what limits the use of the exhibits
     */
    record WantedPackage(
            @Nullable String about,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String language,
            boolean conditionsRead) {}

    /**
     * @param state {@code reading} its exhibits again, {@code sealing}, {@code made}, {@code cancelled} or {@code refused}
     * @param mark once it is made
     * @param madeBy who asked for it
     * @param size that of the file as it is now; a timestamp that comes makes it longer
     * @param progress until it is made
     */
    record PackageJson(
            String id,
            String state,
            Optional<String> mark,
            String about,
            String recipient,
            String purpose,
            String language,
            Optional<String> madeAt,
            String madeBy,
            Optional<String> stampedAt,
            Optional<Long> size,
            Optional<String> file,
            Optional<ProgressJson> progress) {}

    /**
     * @param size bytes of all its exhibits
     * @param read of them, as last written down
     * @param rate bytes in a second, of late
     * @param secondsLeft at that rate; absent while nothing is read
     * @param trouble why it does not go on, or was refused
     */
    record ProgressJson(
            long size, long read, int percent, long rate, Optional<Long> secondsLeft, Optional<String> trouble) {}

    @Described(
            value =
                    "Ask for a package of all exhibits of a case or request for a court; its address says how far it is",
            answer = 202)
    @PostMapping
    ResponseEntity<PackageJson> packForCourt(@RequestBody WantedPackage wanted, Locale locale) {
        Person person = current.require();
        Packing asked = packaging.ask(
                person,
                packaging.matter(person, text(wanted.about())),
                FormLanguage.of(text(wanted.language())).orElse(FormLanguage.ENGLISH),
                text(wanted.recipient()),
                text(wanted.purpose()),
                wanted.conditionsRead());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + asked.id()))
                .body(shown(asked, locale));
    }

    @Described("The packages of a case or request: those that are not made, then those that are, the newest first")
    @GetMapping
    List<PackageJson> packagesForCourt(@RequestParam String about, Locale locale) {
        Person person = current.require();
        Matter matter = packaging.matter(person, about);
        return Stream.concat(
                        packaging.packings(person, matter).stream().map(asked -> shown(asked, locale)),
                        packaging.about(person, matter).stream().map(made -> shown(person, made)))
                .toList();
    }

    @Described("A package: how far it is, for whom it was made, whether it was stamped, and where its file is")
    @GetMapping("/{id}")
    PackageJson packageForCourt(@PathVariable String id, Locale locale) {
        Person person = current.require();
        return packaging
                .packing(person, PackagePages.idOf(id))
                .map(asked -> shown(asked, locale))
                .orElseGet(() -> shown(person, packaging.find(person, PackagePages.idOf(id))));
    }

    @Described("Stop a package whose exhibits are still read; nothing was handed out then")
    @PostMapping("/{id}/cancel")
    PackageJson cancelPackage(@PathVariable String id, Locale locale) {
        packaging.cancel(current.require(), PackagePages.idOf(id));
        return packageForCourt(id, locale);
    }

    @Described("Open a package for another day, which is a step of custody of each exhibit")
    @PostMapping("/{id}/again")
    PackageJson handPackageOutAgain(@PathVariable String id, Locale locale) {
        packaging.handOutAgain(current.require(), PackagePages.idOf(id));
        return packageForCourt(id, locale);
    }

    @Described(
            value = "The file itself, all of it or by range (RFC 9110 section 14)",
            media = "application/vnd.etsi.asic-e+zip")
    @GetMapping("/{id}/{name}.asice")
    void fetchPackage(
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Person person = current.require();
        Download.send(packaging.file(person, packaging.find(person, PackagePages.idOf(id))), request, response);
    }

    private PackageJson shown(Person person, CourtPackage made) {
        boolean open = packaging.isOpen(person, made);
        return new PackageJson(
                made.id().toString(),
                "made",
                Optional.of(made.mark()),
                made.reference(),
                made.recipient(),
                made.purpose(),
                made.language(),
                Optional.of(made.madeAt().toString()),
                made.madeBy(),
                made.stampedAt().map(Object::toString),
                open ? Optional.of(packaging.file(person, made).size()) : Optional.empty(),
                open ? Optional.of(PATH + "/" + made.id() + "/" + made.fileName()) : Optional.empty(),
                Optional.empty());
    }

    private PackageJson shown(Packing asked, Locale locale) {
        return new PackageJson(
                asked.id().toString(),
                asked.state().token(),
                Optional.empty(),
                asked.reference(),
                asked.recipient(),
                asked.purpose(),
                asked.language(),
                Optional.empty(),
                asked.askedBy(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ProgressJson(
                        asked.size(),
                        asked.read(),
                        asked.percent(),
                        asked.rate(),
                        asked.left().map(Duration::toSeconds),
                        asked.trouble().map(said -> words.getMessage(said, locale)))));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
