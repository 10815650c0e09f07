package org.comity.node.evidence;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.node.directory.NodeCard;
import org.comity.node.evidence.court.PackageManifest;
import org.comity.node.evidence.court.PackageManifest.Packed;
import org.comity.node.frame.Said;
import org.comity.node.journal.Disclosure;
import org.comity.node.journal.OtherJournal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Checks the chains of custody in a package against the exhibits, the journal of the node, and the moment of the seal. */
final class CheckingCustody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<CustodyStep>> STEPS = new TypeReference<>() {};

    private final PackageManifest manifest;
    private final NodeCard card;
    private final Map<String, byte[]> beside;
    private final Map<String, String> digests;
    private final Instant sealed;
    private final List<Checked> findings = new ArrayList<>();

    /** @param sealed when the seal was there; no step may be later */
    CheckingCustody(
            PackageManifest manifest,
            NodeCard card,
            Map<String, byte[]> beside,
            Map<String, String> digests,
            Instant sealed) {
        this.manifest = manifest;
        this.card = card;
        this.beside = beside;
        this.digests = digests;
        this.sealed = sealed;
    }

    List<Checked> check() {
        manifest.exhibits().forEach(this::check);
        return findings;
    }

    private void check(Packed exhibit) {
        List<CustodyStep> steps;
        try {
            byte[] file = beside.get(exhibit.custody());
            if (file == null) {
                findings.add(Checked.fails("evidence.verify.no-chain", exhibit.mark()));
                return;
            }
            steps = JSON.readValue(file, STEPS);
            int before = failures();
            chain(exhibit, steps);
            if (failures() == before) {
                findings.add(Checked.holds("evidence.verify.chain", exhibit.mark(), steps.size()));
            }
            before = failures();
            ledger(exhibit, steps);
            if (failures() == before) {
                findings.add(Checked.holds(
                        "evidence.verify.ledger",
                        exhibit.mark(),
                        journal().key().name()));
            }
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | NullPointerException garbled) { // what a step must say is not there {
            findings.add(Checked.fails("evidence.verify.chain-garbled", exhibit.mark()));
        }
    }

    private void chain(Packed exhibit, List<CustodyStep> steps) {
        PublicKey key = card.root().getPublicKey();
        for (var fault : new CustodyChain(ExhibitId.of(exhibit.id()), steps).faults(key)) {
            findings.add(Checked.fails(
                    "evidence.verify.chain-fault",
                    exhibit.mark(),
                    Said.of("evidence.fault." + fault.fault(), fault.step())));
        }
        if (steps.isEmpty()) {
            return;
        }
        Map<String, String> first = steps.getFirst().said().facts();
        if (!exhibit.sha256().equals(first.get("sha256")) || !exhibit.sha256().equals(digests.get(exhibit.path()))) {
            findings.add(Checked.fails("evidence.verify.not-what-came", exhibit.mark(), exhibit.path()));
        }
        CustodyStep.Said last = steps.getLast().said();
        if (!last.what().equals("handed-out")) {
            findings.add(Checked.fails("evidence.verify.not-handed-out", exhibit.mark()));
        } else if (!manifest.recipient().equals(last.facts().get("recipient"))) {
            findings.add(Checked.fails(
                    "evidence.verify.other-recipient",
                    exhibit.mark(),
                    String.valueOf(last.facts().get("recipient")),
                    manifest.recipient()));
        }
        conditions(exhibit, steps);
        moments(exhibit, steps);
    }

    /** What limits its use is in the chain, and all of that is in front of the reader. */
    private void conditions(Packed exhibit, List<CustodyStep> steps) {
        Set<Condition> signed = steps.stream()
                .map(CustodyStep::said)
                .filter(said -> said.what().equals("limited"))
                .map(said -> new Condition(said.facts().getOrDefault("condition", ""), said.under()))
                .collect(Collectors.toSet());
        if (!signed.equals(new HashSet<>(exhibit.conditions()))) {
            findings.add(Checked.fails("evidence.verify.other-conditions", exhibit.mark()));
        }
    }

    private void moments(Packed exhibit, List<CustodyStep> steps) {
        Instant before = Instant.MIN;
        for (CustodyStep step : steps) {
            CustodyStep.Said said = step.said();
            if (said.moment().isBefore(before)) {
                findings.add(Checked.fails("evidence.verify.step-backwards", exhibit.mark(), said.number()));
            }
            before = said.moment();
            if (said.moment().isAfter(sealed.plusSeconds(60))) {
                // the clock of an exercise is set ahead by its players
                findings.add(
                        manifest.exercise()
                                ? Checked.open("evidence.verify.step-ahead", exhibit.mark(), said.number(), said.at())
                                : Checked.fails(
                                        "evidence.verify.step-in-future", exhibit.mark(), said.number(), said.at()));
            }
        }
    }

    /** Each step stands in the journal, and the journal knows of no other up to the last of them. */
    private void ledger(Packed exhibit, List<CustodyStep> steps) {
        var proven = new HashSet<String>();
        for (var file : beside.entrySet()) {
            if (file.getKey().startsWith(exhibit.proofs() + "/")) {
                proof(exhibit, file.getKey(), file.getValue(), steps, proven);
            }
        }
        for (CustodyStep step : steps) {
            if (!proven.contains(step.digest())) {
                findings.add(Checked.fails(
                        "evidence.verify.step-unproven",
                        exhibit.mark(),
                        step.said().number()));
            }
        }
    }

    private void proof(Packed exhibit, String path, byte[] bytes, List<CustodyStep> steps, Set<String> proven) {
        try {
            Disclosure disclosure = Disclosure.read(bytes);
            disclosure.check().stream()
                    .filter(finding -> !finding.holds())
                    .forEach(finding -> findings.add(Checked.fails("evidence.verify.proof", path, finding.said())));
            if (!disclosure.journalKey().equals(journal().key())) {
                findings.add(Checked.fails(
                        "evidence.verify.other-journal",
                        path,
                        disclosure.journalKey().name()));
            }
            String statement = String.valueOf(disclosure.facts().get("statement"));
            if (steps.stream().noneMatch(step -> step.digest().equals(statement))) {
                findings.add(Checked.fails(
                        "evidence.verify.step-missing",
                        exhibit.mark(),
                        String.valueOf(disclosure.facts().get("step"))));
            }
            proven.add(statement);
        } catch (Disclosure.Unreadable garbled) {
            findings.add(Checked.fails("evidence.verify.proof", path, garbled.said()));
        }
    }

    private OtherJournal journal() {
        return OtherJournal.of(card.party().value(), card.url(), card.root().getPublicKey());
    }

    private int failures() {
        return (int) findings.stream()
                .filter(finding -> finding.standing() == Checked.Standing.FAILS)
                .count();
    }
}
