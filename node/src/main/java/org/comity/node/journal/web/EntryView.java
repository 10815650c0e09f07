package org.comity.node.journal.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.comity.ledger.Hash;
import org.comity.ledger.SignedNote;
import org.comity.node.journal.Details;
import org.comity.node.journal.Entry;
import org.comity.node.journal.ProvenEntry;
import org.jspecify.annotations.Nullable;

/** An entry and its proof, as the page reads them. */
record EntryView(
        long position,
        String happenedAt,
        String actor,
        String subject,
        String what,
        List<Fact> facts,
        @Nullable Erasure erasure,
        Proof proof) {

    /** One detail of the step. */
    record Fact(String name, String value) {}

    /** When and why the details were erased. */
    record Erasure(String at, String because) {}

    /**
     * @param steps hashes between the entry and the root
     * @param salt empty once erased
     */
    record Proof(
            boolean holds,
            long size,
            int steps,
            boolean signed,
            String statement,
            String salt,
            String commitment,
            String leaf,
            List<String> path,
            String root,
            String checkpoint) {}

    static EntryView of(ProvenEntry proven, SignedNote checkpoint, Locale locale) {
        Entry entry = proven.entry();
        return new EntryView(
                entry.position(),
                time(entry.happenedAt(), locale),
                entry.actor(),
                entry.subject(),
                entry.what().replace('-', ' '),
                facts(entry),
                erasure(entry, locale),
                proof(proven, checkpoint));
    }

    private static List<Fact> facts(Entry entry) {
        return switch (entry.details()) {
            case Details.Kept kept ->
                kept.facts().entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), String.valueOf(fact.getValue())))
                        .toList();
            case Details.Erased _ -> List.of();
        };
    }

    private static @Nullable Erasure erasure(Entry entry, Locale locale) {
        return switch (entry.details()) {
            case Details.Kept _ -> null;
            case Details.Erased erased -> new Erasure(time(erased.at(), locale), erased.because());
        };
    }

    private static Proof proof(ProvenEntry proven, SignedNote checkpoint) {
        Entry entry = proven.entry();
        HexFormat hex = HexFormat.of();
        String salt = switch (entry.details()) {
            case Details.Kept kept -> hex.formatHex(kept.salt());
            case Details.Erased _ -> "";
        };
        return new Proof(
                proven.holds(),
                proven.checkpoint().size(),
                proven.proof().path().size(),
                !checkpoint.signatures().isEmpty(),
                new String(entry.statement(), StandardCharsets.UTF_8),
                salt,
                hex.formatHex(entry.commitment()),
                Hash.ofLeaf(entry.statement()).hex(),
                proven.proof().path().stream().map(Hash::hex).toList(),
                proven.checkpoint().root().hex(),
                checkpoint.toString());
    }

    private static String time(Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}
