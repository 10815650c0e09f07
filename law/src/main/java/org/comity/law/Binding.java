package org.comity.law;

import static org.comity.law.Finding.Result.MET;
import static org.comity.law.Finding.Result.NOT_MET;
import static org.comity.law.Finding.Result.UNKNOWN;

import java.time.LocalDate;
import java.time.YearMonth;
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
        Optional<LocalDate> inForce = instrument.inForce();
        if (inForce.isEmpty()) {
            return finding(
                    "in-force",
                    NOT_MET,
                    instrument
                            .text("status_as_of")
                            .map(seen -> Saying.of("in-force.not.seen").with("month", YearMonth.parse(seen)))
                            .orElse(Saying.of("in-force.not")));
        }
        if (on.isBefore(inForce.get())) {
            return finding("in-force", NOT_MET, Saying.of("in-force.later").with("day", inForce.get()));
        }
        Optional<LocalDate> appliesFrom = instrument.appliesFrom();
        if (appliesFrom.filter(on::isBefore).isPresent()) {
            return finding(
                    "in-force", NOT_MET, Saying.of("in-force.applies-later").with("day", appliesFrom.get()));
        }
        return finding(
                "in-force",
                MET,
                appliesFrom
                        .map(day -> Saying.of("in-force.applies").with("day", day))
                        .orElse(Saying.of("in-force.since").with("day", inForce.get())));
    }

    private Finding finding(String rule, Finding.Result result, Saying saying) {
        return new Finding(rule, result, named(saying), provision.id(), instrument.source(), instrument.basis());
    }

    private Saying named(Saying saying) {
        return saying.with("instrument", law.translations().shortTitle(instrument));
    }

    Finding bound(String rule, State state) {
        return law.status(state.code(), instrument.id())
                .map(status -> bound(rule, state, status))
                .orElseGet(() -> unknownTie(rule, state));
    }

    /** No row: either the instrument is not open to the State, or nothing was found. */
    private Finding unknownTie(String rule, State state) {
        Saying saying = instrument
                .text("open_only_to")
                .filter(membership -> !state.memberships().contains(membership))
                .flatMap(_ -> law.translations().fact(instrument, "open_only_to_words"))
                .map(member -> Saying.of("bound.closed-to").with("member", member))
                .orElse(Saying.of("bound.no-tie"));
        return finding(rule, NOT_MET, saying.with("state", state));
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
                named(saying(status, tie)).with("state", state),
                provision.id(),
                status.source(),
                status.basis());
    }

    private Saying saying(Status status, Status.Tie tie) {
        return switch (tie) {
            case BOUND ->
                Saying.of("bound.since").with("day", status.entryIntoForce().orElseThrow());
            case BOUND_SINCE_UNKNOWN_DAY -> Saying.of("bound.first-day-unknown").with("day", status.asOf());
            case UNKNOWN -> Saying.of("bound.unknown").with("day", on).with("seen", status.asOf());
            case CONSENTED ->
                status.deposit()
                        .map(day -> Saying.of("bound.consented.dated").with("day", day))
                        .orElse(Saying.of("bound.consented"));
            case NOT_YET ->
                status.entryIntoForce()
                        .map(from -> Saying.of("bound.not-yet.from").with("from", from))
                        .orElse(Saying.of("bound.not-yet"))
                        .with("day", on);
            case NO_LONGER ->
                Saying.of("bound.no-longer").with("day", status.boundUntil().orElseThrow());
            case SIGNED_ONLY -> signedOnly(status);
            case INVITED -> Saying.of("bound.invited").with("seen", status.asOf());
            case OUTSIDE -> Saying.of("bound.outside");
        };
    }

    private Saying signedOnly(Status status) {
        if (status.signature().filter(on::isBefore).isPresent()) {
            return Saying.of("bound.not-signed").with("day", on);
        }
        return status.signature()
                .map(day -> Saying.of("bound.signed-only.dated").with("day", day))
                .orElse(Saying.of("bound.signed-only"))
                .with("seen", status.asOf());
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
                                Saying.of(law.translations().says(r))
                                        .with("requesting", requesting)
                                        .with("requested", requested),
                                p.id(),
                                p.source(),
                                p.basis())));
    }
}
