package org.comity.law;

import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;
import static org.comity.law.Sentences.day;

import java.time.LocalDate;
import java.util.Optional;

/** Finds whether an instrument is in force, and whether it binds a State, on a day. */
final class Binding {

    private final LawBase law;
    private final LocalDate on;
    private final Instrument instrument;
    private final Provision provision;

    Binding(LawBase law, LocalDate on, Instrument instrument, Provision provision) {
        this.law = law;
        this.on = on;
        this.instrument = instrument;
        this.provision = provision;
    }

    Finding inForce() {
        String name = Sentences.capitalised(instrument.shortTitle());
        if (instrument.inForce().isEmpty()) {
            String seen = instrument
                    .text("status_as_of")
                    .map(d -> ", as last looked up in " + Sentences.month(d))
                    .orElse("");
            return finding("in-force", NOT_MET, name + " is not in force" + seen + ".");
        }
        LocalDate inForce = instrument.inForce().get();
        if (on.isBefore(inForce)) {
            return finding("in-force", NOT_MET, name + " enters into force only on " + day(inForce) + ".");
        }
        Optional<LocalDate> appliesFrom = instrument.appliesFrom();
        if (appliesFrom.filter(on::isBefore).isPresent()) {
            return finding("in-force", NOT_MET, name + " applies only from " + day(appliesFrom.get()) + ".");
        }
        return finding(
                "in-force",
                MET,
                appliesFrom
                        .map(d -> name + " has applied since " + day(d) + ".")
                        .orElse(name + " has been in force since " + day(inForce) + "."));
    }

    private Finding finding(String rule, Finding.Result result, String reason) {
        return new Finding(rule, result, reason, provision.id(), instrument.source(), instrument.basis());
    }

    Finding bound(String rule, State state) {
        return law.status(state.code(), instrument.id())
                .map(status -> bound(rule, state, status))
                .orElseGet(() -> unknownTie(rule, state));
    }

    /** No row: either the instrument is not open to the State, or nothing was found. */
    private Finding unknownTie(String rule, State state) {
        Optional<String> closedTo = instrument
                .text("open_only_to")
                .filter(membership -> !state.memberships().contains(membership))
                .flatMap(_ -> instrument.text("open_only_to_words"));
        return finding(
                rule,
                NOT_MET,
                closedTo.map(words -> state.nameInSentence() + " is not " + words + ", so " + instrument.shortTitle()
                                + " does not bind it.")
                        .orElseGet(() -> "No signature, ratification or accession of " + state.nameInSentence() + " to "
                                + instrument.shortTitle() + " is known to this data set."));
    }

    private Finding bound(String rule, State state, Status status) {
        Status.Tie tie = status.on(on, instrument.inForce());
        Finding.Result result = switch (tie) {
            case BOUND, BOUND_SINCE_UNKNOWN_DAY, CONSENTED -> MET;
            case UNKNOWN -> UNKNOWN;
            case NOT_YET, NO_LONGER, SIGNED_ONLY, INVITED, OUTSIDE -> NOT_MET;
        };
        return new Finding(
                rule,
                result,
                sentence(state.nameInSentence(), status, tie),
                provision.id(),
                status.source(),
                status.basis());
    }

    private String sentence(String state, Status status, Status.Tie tie) {
        String to = instrument.shortTitle();
        return switch (tie) {
            case BOUND ->
                state + " has been bound by " + to + " since "
                        + day(status.entryIntoForce().orElseThrow()) + ".";
            case BOUND_SINCE_UNKNOWN_DAY ->
                state + " is bound by " + to + ", at the latest since " + day(status.asOf())
                        + "; the first day is not known to this data set.";
            case UNKNOWN ->
                state + " has consented to " + to + ", but whether it was bound on " + day(on)
                        + " is not known: the source stands for " + day(status.asOf()) + ".";
            case CONSENTED ->
                state + " has consented to be bound by " + to
                        + status.deposit().map(d -> " on " + day(d)).orElse("") + ".";
            case NOT_YET -> notYet(state, status);
            case NO_LONGER ->
                state + " was bound by " + to + " until "
                        + day(status.boundUntil().orElseThrow()) + " and no longer is.";
            case SIGNED_ONLY -> signedOnly(state, status);
            case INVITED ->
                state + " has been invited to accede to " + to + " but had not done so by " + day(status.asOf()) + ".";
            case OUTSIDE -> state + " takes no part in " + to + " and is not bound by it.";
        };
    }

    private String notYet(String state, Status status) {
        return state + " was not yet bound by " + instrument.shortTitle() + " on " + day(on)
                + status.entryIntoForce()
                        .map(d -> "; it is from " + day(d) + ".")
                        .orElse(".");
    }

    private String signedOnly(String state, Status status) {
        if (status.signature().filter(on::isBefore).isPresent()) {
            return state + " had not even signed " + instrument.shortTitle() + " on " + day(on) + ".";
        }
        return state + " has signed " + instrument.shortTitle()
                + status.signature().map(d -> " (" + day(d) + ")").orElse("")
                + " but had not ratified it by " + day(status.asOf()) + ".";
    }

    /** Whether a newer instrument that binds both States takes the place of this provision. */
    Optional<Finding> replaced(State requesting, State requested) {
        return law.replacements().stream()
                .filter(r -> r.replaced().contains(provision.id()) && !on.isBefore(r.from()))
                .filter(r -> law.boundOn(requesting.code(), r.instrument(), on)
                        && law.boundOn(requested.code(), r.instrument(), on))
                .findFirst()
                .flatMap(r -> law.provision(r.provision())
                        .map(p -> new Finding(
                                "not-replaced",
                                NOT_MET,
                                r.says()
                                        .replace("{requesting}", requesting.nameInSentence())
                                        .replace("{requested}", requested.nameInSentence()),
                                p.id(),
                                p.source(),
                                p.basis())));
    }
}
