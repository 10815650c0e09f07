package org.comity.node.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;

/** Reads what a person says of a file that they put in, from a form or from the metadata of an upload. */
@Service
public class PuttingIn {

    private static final int LONGEST_NAME = 255;

    private final SeeingEvidence seeing;

    PuttingIn(SeeingEvidence seeing) {
        this.seeing = seeing;
    }

    /**
     * @param said {@code filename}, {@code filetype}, {@code about} (a case's reference or a subject), {@code from},
     *     {@code provision}, {@code condition} (one a line) and {@code keep-until}; each may be missing but the first
     */
    public Particulars particulars(Person person, Map<String, String> said) {
        SeeingEvidence.checkHandles(person);
        String name = fileName(said.getOrDefault("filename", ""));
        String from = said.getOrDefault("from", "").strip();
        String type = said.getOrDefault("filetype", "").strip();
        String provision = said.getOrDefault("provision", "").strip();
        return new Particulars(
                name,
                type.matches("[\\w.+-]{1,80}/[\\w.+-]{1,80}") ? type : Particulars.ANY_TYPE,
                about(person, said.getOrDefault("about", "").strip()),
                Origin.OFFICER,
                from.isEmpty() ? person.name() : from,
                provision,
                said.getOrDefault("condition", "")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> new Condition(line, provision))
                        .toList(),
                keepUntil(said.getOrDefault("keep-until", "").strip()));
    }

    private Set<String> about(Person person, String reference) {
        return reference.isEmpty()
                ? Set.of()
                : Set.of(seeing.matter(person, reference)
                        .orElseThrow(() -> new EvidenceRefused(Why.WRONG, "about", Said.of("evidence.refused.about")))
                        .subject());
    }

    /** Without folders, which some browsers send, and without what no file system would take. */
    private static String fileName(String typed) {
        String name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty() || List.of(".", "..").contains(name)) {
            throw new EvidenceRefused(Why.WRONG, "file", Said.of("evidence.refused.no-name"));
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static Optional<LocalDate> keepUntil(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDate) {
            throw new EvidenceRefused(Why.WRONG, "keep-until", Said.of("evidence.refused.date"));
        }
    }
}
