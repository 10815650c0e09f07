package org.comity.law.cli;

import static org.comity.law.cli.Json.object;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Authority;
import org.comity.law.Citation;
import org.comity.law.Declaration;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.State;
import org.comity.law.Status;
import org.jspecify.annotations.Nullable;

/** {@code law show KE [--on DATE]}: everything that the data set knows about a State on a day. */
final class ShowCommand implements Command {

    private final Clock clock;

    ShowCommand(Clock clock) {
        this.clock = clock;
    }

    /** What is known of the State on the day. */
    record Profile(
            State state,
            LocalDate on,
            List<Tie> ties,
            List<Declaration> declarations,
            List<Authority> authorities,
            Optional<NationalLaw> law,
            List<Citation> citations) {

        static Profile of(LawBase base, State state, LocalDate on) {
            Optional<NationalLaw> law = base.nationalLaw(state.code());
            return new Profile(
                    state,
                    on,
                    base.statusesOf(state.code()).stream()
                            .flatMap(s ->
                                    base
                                            .instrument(s.instrument())
                                            .map(i -> new Tie(i, s, s.on(on, i.inForce())))
                                            .stream())
                            .toList(),
                    base.declarationsOf(state.code()).stream()
                            .filter(d -> d.inForceOn(on))
                            .toList(),
                    base.authoritiesOf(state.code()),
                    law,
                    law.stream()
                            .flatMap(l -> l.provisions().stream()
                                    .filter(p -> l.appliesOn(p, on))
                                    .map(p -> new Citation(state.code(), l.act(p.act()), p)))
                            .toList());
        }
    }

    record Tie(Instrument instrument, Status status, Status.Tie tie) {

        String word() {
            return tie.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Typed typed = Typed.of(arguments, List.of("--on"), Form.OPTIONS);
        if (typed.words().size() != 1) {
            throw new NotUnderstoodException("Name one State: law show KE.");
        }
        LawBase law = LawBase.load();
        State state = new Asked(law).state(typed.words().getFirst(), "law show");
        LocalDate on = typed.value("--on").map(text -> Asked.day(text, "--on")).orElseGet(() -> LocalDate.now(clock));
        Profile profile = Profile.of(law, state, on);
        out.print(Form.of(typed).write(() -> text(profile), () -> json(profile), () -> csv(profile)));
        return ANSWERED;
    }

    private static String text(Profile profile) {
        StringBuilder text = new StringBuilder(
                profile.state().name() + " (" + profile.state().code() + ") on " + profile.on() + "\n\nInstruments\n");
        profile.ties().forEach(tie -> {
            text.append(Facts.wrapped(
                    "  ",
                    tie.instrument().id() + "  " + tie.word()
                            + tie.status().signature().map(d -> ", signed " + d).orElse("")
                            + tie.status()
                                    .deposit()
                                    .map(d -> ", deposited " + d)
                                    .orElse("")
                            + tie.status()
                                    .entryIntoForce()
                                    .map(d -> ", from " + d)
                                    .orElse("")
                            + tie.status().boundUntil().map(d -> ", until " + d).orElse("")
                            + "; " + Facts.sure(tie.status())));
            text.append(Facts.wrapped("    ", tie.status().source()));
        });
        text.append("\nReservations, declarations and designations\n");
        profile.declarations().forEach(d -> {
            text.append(Facts.wrapped("  ", d.instrument() + "  " + Facts.line(d)));
            text.append(Facts.wrapped("    ", d.source()));
        });
        text.append("\nAuthorities\n");
        profile.authorities().forEach(a -> {
            text.append(Facts.wrapped(
                    "  ",
                    a.function() + "  " + a.institution() + " (" + a.instrument() + "; "
                            + a.basis().code() + ", last confirmed " + a.lastConfirmed() + ")"));
            text.append(Facts.wrapped("    ", a.source()));
        });
        text.append("\nNational law")
                .append(profile.law().map(l -> ", as of " + l.asOf()).orElse(""))
                .append('\n');
        profile.citations().forEach(c -> {
            text.append(Facts.wrapped(
                    "  ", c.provision().mapsTo() + "  " + c.provision().coverage() + "  " + Facts.line(c)));
            text.append(Facts.wrapped("    ", c.provision().source()));
        });
        profile.law()
                .filter(l -> !l.gaps().isEmpty())
                .ifPresent(l -> text.append(Facts.wrapped("  ", "No law found for " + String.join(", ", l.gaps()))));
        profile.law().filter(l -> !l.notes().isEmpty()).ifPresent(l -> text.append(Facts.wrapped("  ", l.notes())));
        return text.toString();
    }

    static Map<String, @Nullable Object> json(Profile profile) {
        State state = profile.state();
        return object(
                "state", state.code(),
                "name", state.name(),
                "names", state.names(),
                "group", state.group(),
                "memberships", state.memberships().stream().sorted().toList(),
                "on", profile.on(),
                "instruments",
                        profile.ties().stream()
                                .map(t -> object(
                                        "id",
                                        t.instrument().id(),
                                        "standing",
                                        t.tie().code(),
                                        "status",
                                        Facts.json(t.status())))
                                .toList(),
                "declarations", profile.declarations().stream().map(Facts::json).toList(),
                "authorities",
                        profile.authorities().stream()
                                .map(PlanAsJson::authority)
                                .toList(),
                "nationalLaw",
                        profile.law()
                                .map(l -> object(
                                        "asOf",
                                        l.asOf(),
                                        "coverage",
                                        l.coverage(),
                                        "gaps",
                                        l.gaps(),
                                        "notes",
                                        l.notes()))
                                .orElse(null),
                "provisions",
                        profile.citations().stream()
                                .map(c -> object("mapsTo", c.provision().mapsTo(), "citation", Facts.json(c)))
                                .toList());
    }

    private static Csv csv(Profile profile) {
        Csv csv = Csv.of("fact", "of", "value", "source", "as_of", "basis");
        profile.ties()
                .forEach(t -> csv.row(
                        "instrument",
                        t.instrument().id(),
                        t.word()
                                + t.status()
                                        .entryIntoForce()
                                        .map(d -> " from " + d)
                                        .orElse(""),
                        t.status().source(),
                        t.status().asOf(),
                        t.status().basis().code()));
        profile.declarations()
                .forEach(d -> csv.row(
                        d.kind(),
                        d.instrument() + ":" + d.article(),
                        d.summary(),
                        d.source(),
                        d.asOf(),
                        d.basis().code()));
        profile.authorities()
                .forEach(a -> csv.row(
                        "authority",
                        a.function(),
                        a.institution(),
                        a.source(),
                        a.lastConfirmed(),
                        a.basis().code()));
        profile.citations()
                .forEach(c -> csv.row(
                        "national law",
                        c.provision().mapsTo(),
                        c.provision().coverage() + ": " + c.text(),
                        c.provision().source(),
                        c.provision().asOf(),
                        c.provision().basis().code()));
        return csv;
    }
}
