package org.comity.node.legislation.api;

import static org.comity.law.cli.Json.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.comity.law.AcrossStates;
import org.comity.law.Citation;
import org.comity.law.Coverage;
import org.comity.law.Export;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Provision;
import org.comity.law.ProvisionInLaw;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.Status;
import org.comity.law.cli.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the data set holds: States, instruments, provisions, ties, declarations, authorities and national law. */
@RestController
@RequestMapping("/api/v1/law")
class FactsOfLaw {

    @GetMapping("/states")
    ResponseEntity<byte[]> states(Asked asked) {
        asked.takes("group", "member", "bound", "on", "page", "size", "format");
        LawBase law = asked.law();
        Optional<String> group =
                asked.word("group", "group", law.states().stream().map(State::group));
        Optional<String> member = asked.word(
                "member", "organisation", law.states().stream().flatMap(state -> state.memberships().stream()));
        Optional<Instrument> bound = asked.findInstrument("bound");
        LocalDate on = asked.on();
        return Reply.page(
                asked,
                () -> Listing.of(
                        asked,
                        "states",
                        law.states(),
                        state -> group.filter(name -> !state.group().equals(name))
                                        .isEmpty()
                                && member.filter(name -> !state.memberships().contains(name))
                                        .isEmpty()
                                && bound.filter(one -> !law.boundOn(state.code(), one.id(), on))
                                        .isEmpty(),
                        state -> Sourced.state(law, state),
                        state -> Sourced.Origin.ofStates(law).on(Export.state(state))));
    }

    @GetMapping("/states/{code}")
    ResponseEntity<byte[]> state(@PathVariable String code, Asked asked) {
        State state = asked.takes("on", "format").stateOfPath(code);
        LocalDate on = asked.on();
        return Reply.of(asked, () -> Answers.profile(asked.law(), state, on));
    }

    @GetMapping("/states/{code}/law")
    ResponseEntity<byte[]> lawOfState(@PathVariable String code, Asked asked) {
        State state = asked.takes("on", "provision", "coverage", "page", "size", "format")
                .stateOfPath(code);
        Optional<NationalLaw> law = asked.law().nationalLaw(state.code());
        List<NationalProvision> all = law.map(NationalLaw::provisions).orElse(List.of());
        Optional<String> provision = asked.find("provision").map(asked.law()::conduct);
        Optional<Coverage> coverage = asked.word("coverage", "coverage", List.of(Coverage.values()));
        Optional<LocalDate> on = Optional.of(asked.on()).filter(_ -> asked.tellsTheDay());
        return Reply.page(
                asked,
                () -> Listing.of(
                                asked,
                                "law-" + state.code(),
                                all,
                                row -> provision
                                                .filter(id -> !row.mapsTo().equals(id))
                                                .isEmpty()
                                        && coverage.filter(
                                                        word -> !row.coverage().equals(word.code()))
                                                .isEmpty()
                                        && on.filter(day -> !law.orElseThrow().appliesOn(row, day))
                                                .isEmpty(),
                                row -> citation(law.orElseThrow(), row),
                                row -> Export.nationalProvision(state.code(), row))
                        .headed(object(
                                "state", state.code(),
                                "gaps", law.map(NationalLaw::gaps).orElse(List.of()),
                                "asOf", law.map(NationalLaw::asOf).orElse(null),
                                "coverage", law.map(NationalLaw::coverage).orElse(null))));
    }

    private static Map<String, @Nullable Object> citation(NationalLaw law, NationalProvision row) {
        Map<String, @Nullable Object> citation = object("state", law.state(), "mapsTo", row.mapsTo());
        citation.putAll(Answers.citation(new Citation(law.state(), law.act(row.act()), row)));
        return citation;
    }

    @GetMapping("/instruments")
    ResponseEntity<byte[]> instruments(Asked asked) {
        asked.takes("on", "page", "size", "format");
        LocalDate on = asked.on();
        return Reply.page(
                asked,
                () -> Listing.of(
                                asked,
                                "instruments",
                                asked.law().instruments(),
                                _ -> true,
                                instrument -> instrument(instrument, on),
                                instrument ->
                                        Export.instrument(instrument).with("in_force_on_day", instrument.inForceOn(on)))
                        .headed(object("on", on)));
    }

    private static Map<String, @Nullable Object> instrument(Instrument instrument, LocalDate on) {
        Map<String, @Nullable Object> answer = Answers.instrument(instrument);
        answer.put("inForceOnDay", instrument.inForceOn(on));
        return answer;
    }

    @GetMapping("/instruments/{id}")
    ResponseEntity<byte[]> instrument(@PathVariable String id, Asked asked) {
        Instrument instrument = asked.takes("on", "format").instrumentOfPath(id);
        LocalDate on = asked.on();
        return Reply.of(asked, () -> {
            LawBase law = asked.law();
            Map<String, @Nullable Object> answer = instrument(instrument, on);
            answer.put("on", on);
            answer.put(
                    "parties",
                    law.states().stream()
                            .map(State::code)
                            .filter(state -> law.boundOn(state, instrument.id(), on))
                            .toList());
            answer.put(
                    "provisions",
                    instrument.provisions().stream().map(Sourced::provision).toList());
            return answer;
        });
    }

    @GetMapping("/provisions/{id}")
    ResponseEntity<byte[]> provision(@PathVariable String id, Asked asked) {
        Provision provision = asked.takes("format").provisionOfPath(id);
        return Reply.of(asked, () -> Sourced.provision(provision));
    }

    @GetMapping("/provisions/{id}/states")
    ResponseEntity<byte[]> provisionInStates(@PathVariable String id, Asked asked) {
        asked.takes("on", "coverage", "page", "size", "format");
        String subject = asked.law().offences().contains(id)
                ? id
                : asked.provisionOfPath(id).id();
        Optional<Coverage> coverage = asked.word("coverage", "coverage", List.of(Coverage.values()));
        LocalDate on = asked.on();
        return Reply.page(asked, () -> {
            AcrossStates across = AcrossStates.of(asked.law(), subject, on);
            return Listing.of(
                            asked,
                            "states-" + subject.replace(':', '-'),
                            across.states(),
                            law -> coverage.filter(word -> law.coverage() != word)
                                    .isEmpty(),
                            Answers::inLaw,
                            FactsOfLaw::row)
                    .headed(object("provision", subject, "on", on, "counts", counts(across)));
        });
    }

    private static Map<String, @Nullable Object> counts(AcrossStates across) {
        Map<String, @Nullable Object> counts = object();
        across.counts().forEach((coverage, count) -> counts.put(coverage.code(), count));
        return counts;
    }

    private static Export.Row row(ProvisionInLaw law) {
        Optional<NationalProvision> best = law.best().map(Citation::provision);
        return Export.row(
                "state", law.state(),
                "provision", law.subject(),
                "coverage", law.coverage().code(),
                "citation", law.best().map(Citation::text),
                "heading", best.map(NationalProvision::heading),
                "penalty_max_months", best.flatMap(NationalProvision::penaltyMaxMonths),
                "source", law.source(),
                "as_of", law.standsFor(),
                "basis", law.basis().code());
    }

    @GetMapping("/statuses")
    ResponseEntity<byte[]> statuses(Asked asked) {
        asked.takes("state", "instrument", "on", "page", "size", "format");
        OfWhom whom = OfWhom.of(asked);
        LocalDate on = asked.on();
        LawBase law = asked.law();
        return Reply.page(
                asked,
                () -> Listing.of(
                                asked,
                                "statuses",
                                all(law, law::statusesOf),
                                status -> whom.is(status.state(), status.instrument()),
                                status -> {
                                    Map<String, @Nullable Object> answer = object("state", status.state());
                                    answer.putAll(Answers.status(status));
                                    answer.put("standing", standing(law, status, on));
                                    return answer;
                                },
                                status -> Export.status(status).with("standing", standing(law, status, on)))
                        .headed(object("on", on)));
    }

    private static String standing(LawBase law, Status status, LocalDate on) {
        return status.on(on, law.instrument(status.instrument()).flatMap(Instrument::inForce))
                .code();
    }

    @GetMapping("/declarations")
    ResponseEntity<byte[]> declarations(Asked asked) {
        asked.takes("state", "instrument", "kind", "on", "page", "size", "format");
        OfWhom whom = OfWhom.of(asked);
        LocalDate on = asked.on();
        var all = all(asked.law(), asked.law()::declarationsOf);
        Optional<String> kind =
                asked.word("kind", "kind of declaration", all.stream().map(one -> one.kind()));
        return Reply.page(
                asked,
                () -> Listing.of(
                                asked,
                                "declarations",
                                all,
                                one -> whom.is(one.state(), one.instrument())
                                        && kind.filter(word -> !one.kind().equals(word))
                                                .isEmpty(),
                                one -> {
                                    Map<String, @Nullable Object> answer = object("state", one.state());
                                    answer.putAll(Answers.declaration(one));
                                    answer.put("inForceOnDay", one.inForceOn(on));
                                    return answer;
                                },
                                one -> Export.declaration(one).with("in_force_on_day", one.inForceOn(on)))
                        .headed(object("on", on)));
    }

    @GetMapping("/authorities")
    ResponseEntity<byte[]> authorities(Asked asked) {
        asked.takes("state", "instrument", "function", "page", "size", "format");
        OfWhom whom = OfWhom.of(asked);
        var all = all(asked.law(), asked.law()::authoritiesOf);
        Optional<String> function =
                asked.word("function", "function", all.stream().map(one -> one.function()));
        return Reply.page(
                asked,
                () -> Listing.of(
                        asked,
                        "authorities",
                        all,
                        one -> whom.is(one.state(), one.instrument())
                                && function.filter(word -> !one.function().equals(word))
                                        .isEmpty(),
                        Answers::authority,
                        Export::authority));
    }

    /** The State and the instrument that facts are wanted of. */
    private record OfWhom(Optional<StateCode> state, Optional<String> instrument) {

        static OfWhom of(Asked asked) {
            if (asked.typed().getOrDefault("state", List.of()).size() > 1) {
                throw NotAnswered.invalid("state", "The parameter “state” stands more than once.", List.of());
            }
            return new OfWhom(
                    asked.findState("state").map(State::code),
                    asked.findInstrument("instrument").map(Instrument::id));
        }

        boolean is(StateCode of, String under) {
            return state.filter(code -> !code.equals(of)).isEmpty()
                    && instrument.filter(id -> !id.equals(under)).isEmpty();
        }
    }

    private static <T> List<T> all(LawBase law, Function<StateCode, List<T>> facts) {
        return law.states().stream()
                .map(State::code)
                .flatMap(code -> facts.apply(code).stream())
                .toList();
    }
}
