package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.comity.node.documents.FormLanguage;
import org.comity.node.evidence.CourtPackage;
import org.comity.node.evidence.PackagingEvidence;
import org.comity.node.frame.Described;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.jspecify.annotations.Nullable;
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

    PackagesForPrograms(PackagingEvidence packaging, CurrentPerson current) {
        this.packaging = packaging;
        this.current = current;
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

    /** @param size that of the file as it is now; a timestamp that comes makes it longer */
    record PackageJson(
            String id,
            String mark,
            String about,
            String recipient,
            String purpose,
            String language,
            String madeAt,
            String madeBy,
            Optional<String> stampedAt,
            Optional<Long> size,
            Optional<String> file) {}

    @Described(value = "Pack all exhibits of a case or request for a court, sealed", answer = 201)
    @PostMapping
    ResponseEntity<PackageJson> packForCourt(@RequestBody WantedPackage wanted) {
        Person person = current.require();
        CourtPackage made = packaging.pack(
                person,
                packaging.matter(person, text(wanted.about())),
                FormLanguage.of(text(wanted.language())).orElse(FormLanguage.ENGLISH),
                text(wanted.recipient()),
                text(wanted.purpose()),
                wanted.conditionsRead());
        return ResponseEntity.created(URI.create(PATH + "/" + made.id())).body(shown(person, made));
    }

    @Described("The packages of a case or request, the newest first")
    @GetMapping
    List<PackageJson> packagesForCourt(@RequestParam String about) {
        Person person = current.require();
        return packaging.about(person, packaging.matter(person, about)).stream()
                .map(made -> shown(person, made))
                .toList();
    }

    @Described("A package: for whom it was made, whether it was stamped, and where its file is")
    @GetMapping("/{id}")
    PackageJson packageForCourt(@PathVariable String id) {
        Person person = current.require();
        return shown(person, packaging.find(person, PackagePages.idOf(id)));
    }

    @Described("Open a package for another day, which is a step of custody of each exhibit")
    @PostMapping("/{id}/again")
    PackageJson handPackageOutAgain(@PathVariable String id) {
        packaging.handOutAgain(current.require(), PackagePages.idOf(id));
        return packageForCourt(id);
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
                made.mark(),
                made.reference(),
                made.recipient(),
                made.purpose(),
                made.language(),
                made.madeAt().toString(),
                made.madeBy(),
                made.stampedAt().map(Object::toString),
                open ? Optional.of(packaging.file(person, made).size()) : Optional.empty(),
                open ? Optional.of(PATH + "/" + made.id() + "/" + made.fileName()) : Optional.empty());
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
