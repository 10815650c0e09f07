package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.util.Map;
import org.comity.law.Accession;
import org.comity.law.Citation;
import org.comity.law.Declaration;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.ProvisionInLaw;
import org.comity.law.Status;
import org.jspecify.annotations.Nullable;

/** Facts of the data set in the words of the commands, each with source, date and basis. */
final class Facts {

    private static final int LINE = 100;

    private Facts() {}

    /** “verified (text), as of 2024-12”. */
    static String sure(NationalProvision provision) {
        return provision.basis().code()
                + provision.seen().map(seen -> " (" + seen + ")").orElse("")
                + ", as of " + provision.asOf();
    }

    static String sure(Status status) {
        return status.basis().code() + ", as of " + status.asOf();
    }

    /** “Criminal Code, 202a (Data espionage), up to 3 years; verified (text), as of 2024-12”. */
    static String line(Citation citation) {
        return citation.text() + " (" + citation.provision().heading() + ")"
                + citation.penalty().map(penalty -> ", up to " + penalty).orElse("") + "; "
                + sure(citation.provision());
    }

    static String line(Declaration declaration) {
        return declaration.kind() + " on article " + declaration.article() + ": " + declaration.summary() + " ("
                + declaration.basis().code() + ", as of " + declaration.asOf() + ")";
    }

    /** What the State still has to do to become a Party, in one sentence. */
    static String line(Accession accession) {
        String opening = accession.opening().map(words -> " (" + words + ")").orElse("");
        return switch (accession.step()) {
            case BOUND -> "Bound; nothing is missing for accession.";
            case WAITS -> "Has consented to be bound; the day from which it is bound is still to come.";
            case RATIFY -> "Has signed; ratification is missing.";
            case ACCEDE_AS_INVITED -> "Has been invited; accession is missing.";
            case ACCEDE -> "Open to it" + opening + "; it has not acceded.";
            case ASK_FOR_INVITATION -> "Open to it by invitation" + opening + "; no invitation is known.";
            case JOIN_OTHER_FIRST ->
                "Only for " + accession.opening().orElse("Parties of another instrument") + ", which it is not.";
            case NOT_OPEN -> "Not open to it" + opening + ".";
        };
    }

    static Map<String, @Nullable Object> json(Accession accession) {
        return object(
                "step", accession.step().code(),
                "opening", accession.opening().orElse(null),
                "tie", accession.tie().map(Facts::json).orElse(null));
    }

    static Map<String, @Nullable Object> json(Status status) {
        return object(
                "instrument", status.instrument(),
                "method", status.method().code(),
                "signature", status.signature().orElse(null),
                "ratification", status.deposit().orElse(null),
                "entryIntoForce", status.entryIntoForce().orElse(null),
                "boundUntil", status.boundUntil().orElse(null),
                "note", status.note(),
                "source", status.source(),
                "asOf", status.asOf(),
                "basis", status.basis().code());
    }

    static Map<String, @Nullable Object> json(Declaration declaration) {
        return object(
                "instrument", declaration.instrument(),
                "article", declaration.article(),
                "kind", declaration.kind(),
                "effects", declaration.effects(),
                "summary", declaration.summary(),
                "validFrom", declaration.validFrom().orElse(null),
                "validTo", declaration.validTo().orElse(null),
                "source", declaration.source(),
                "asOf", declaration.asOf(),
                "basis", declaration.basis().code());
    }

    static Map<String, @Nullable Object> json(Citation citation) {
        NationalProvision provision = citation.provision();
        return object(
                "act", citation.act().map(Act::title).orElse(provision.act()),
                "article", provision.article().orElse(null),
                "heading", provision.heading(),
                "summary", provision.summary(),
                "coverage", provision.coverage(),
                "elements", provision.elements(),
                "penaltyMaxMonths", provision.penaltyMaxMonths().orElse(null),
                "penaltyAggravatedMaxMonths",
                        provision.penaltyAggravatedMaxMonths().orElse(null),
                "inForce", provision.inForce(),
                "source", provision.source(),
                "asOf", provision.asOf(),
                "basis", provision.basis().code(),
                "seen", provision.seen().orElse(null));
    }

    static Map<String, @Nullable Object> json(ProvisionInLaw law) {
        return object(
                "state", law.state(),
                "coverage", law.coverage().code(),
                "citations", law.citations().stream().map(Facts::json).toList(),
                "toCome", law.toCome().stream().map(Facts::json).toList(),
                "declared", law.declared().stream().map(Facts::json).toList(),
                "basis", law.basis().code(),
                "asOf", law.standsFor().orElse(null),
                "source", law.source());
    }

    /** The text in lines of at most a hundred columns, each after this indent. */
    static String wrapped(String indent, String text) {
        StringBuilder out = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > LINE) {
                out.append(line).append('\n');
                line = new StringBuilder(indent).append("  ");
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return out.append(line).append('\n').toString();
    }

    /** The first words of a text that is too long for its place. */
    static String clipped(String text, int length) {
        return text.length() <= length
                ? text
                : text.substring(0, Math.max(text.lastIndexOf(' ', length - 1), length / 2)) + "…";
    }
}
