package org.comity.law.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.comity.law.Authority;
import org.comity.law.Basis;
import org.comity.law.Declaration;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Provision;
import org.comity.law.StateCode;
import org.comity.law.Status;
import org.comity.law.source.LawDataException;

/** {@code law check [--data FOLDER]}: reads all of a data set and counts what it holds. */
final class CheckCommand implements Command {

    /** How many facts of a kind there are, and how many of them were read in a source. */
    private record Count(String of, long all, long verified) {

        static <T> Count of(String what, Collection<T> facts, Function<T, Basis> basis) {
            return new Count(
                    what,
                    facts.size(),
                    facts.stream().filter(f -> basis.apply(f) == Basis.VERIFIED).count());
        }
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Typed typed = Typed.of(arguments, List.of("--data"), Form.OPTIONS).withoutWords();
        Form form = Form.of(typed);
        Optional<Path> folder = typed.value("--data").map(CheckCommand::folder);
        LawBase law;
        try {
            law = folder.map(LawBase::load).orElseGet(LawBase::load);
            law.check();
        } catch (LawDataException first) {
            tell(folder.map(LawBase::faults).orElseGet(LawBase::faults), form, out, err);
            return FAILED;
        }
        List<Count> counts = counts(law);
        out.print(form.write(() -> text(law, counts), () -> json(law, counts), () -> csv(counts)));
        return ANSWERED;
    }

    private static void tell(List<LawDataException> faults, Form form, PrintStream out, PrintStream err) {
        if (form == Form.TEXT) {
            faults.forEach(fault -> err.println(fault.getMessage()));
            err.println(
                    faults.size() == 1
                            ? "1 fault; the data set is refused."
                            : faults.size() + " faults; the data set is refused.");
            return;
        }
        out.print(form.write(
                () -> "",
                () -> Json.object(
                        "sound",
                        false,
                        "faults",
                        faults.stream()
                                .map(fault ->
                                        Json.object("file", fault.file(), "line", fault.line(), "wrong", fault.fault()))
                                .toList()),
                () -> {
                    Csv csv = Csv.of("file", "line", "wrong");
                    faults.forEach(fault -> csv.row(fault.file(), fault.line(), fault.fault()));
                    return csv;
                }));
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (!Files.isRegularFile(folder.resolve("dataset.yaml"))) {
            throw new NotUnderstoodException("There is no data set in " + text + ": it has no file dataset.yaml.");
        }
        return folder;
    }

    private static List<Count> counts(LawBase law) {
        List<StateCode> codes = law.states().stream().map(s -> s.code()).toList();
        List<NationalLaw> national =
                codes.stream().flatMap(code -> law.nationalLaw(code).stream()).toList();
        List<Provision> provisions =
                law.instruments().stream().flatMap(i -> i.provisions().stream()).toList();
        List<NationalProvision> nationalProvisions =
                national.stream().flatMap(n -> n.provisions().stream()).toList();
        return List.of(
                Count.of("instruments", law.instruments(), Instrument::basis),
                Count.of("provisions of instruments", provisions, Provision::basis),
                Count.of("ties of States to instruments", every(codes, law::statusesOf), Status::basis),
                Count.of("reservations and declarations", every(codes, law::declarationsOf), Declaration::basis),
                Count.of("authorities", every(codes, law::authoritiesOf), Authority::basis),
                Count.of("provisions of national law", nationalProvisions, NationalProvision::basis));
    }

    private static <T> List<T> every(List<StateCode> codes, Function<StateCode, List<T>> of) {
        return codes.stream().flatMap(code -> of.apply(code).stream()).toList();
    }

    private static String text(LawBase law, List<Count> counts) {
        StringBuilder text =
                new StringBuilder("The data set " + law.version() + " of " + law.asOf() + " is sound.\n\n");
        text.append(String.format(
                "%6d States and territories, %d with national law%n",
                law.states().size(), withLaw(law)));
        counts.forEach(count ->
                text.append(String.format("%6d %s, %d verified%n", count.all(), count.of(), count.verified())));
        return text.toString();
    }

    private static long withLaw(LawBase law) {
        return law.states().stream()
                .filter(s -> law.nationalLaw(s.code()).isPresent())
                .count();
    }

    private static Object json(LawBase law, List<Count> counts) {
        Map<String, Object> facts = new LinkedHashMap<>();
        counts.forEach(count -> facts.put(count.of(), Json.object("all", count.all(), "verified", count.verified())));
        return Json.object(
                "version",
                law.version(),
                "asOf",
                law.asOf(),
                "sound",
                true,
                "states",
                law.states().size(),
                "statesWithNationalLaw",
                withLaw(law),
                "counts",
                facts);
    }

    private static Csv csv(List<Count> counts) {
        Csv csv = Csv.of("fact", "all", "verified");
        counts.forEach(count -> csv.row(count.of(), count.all(), count.verified()));
        return csv;
    }
}
