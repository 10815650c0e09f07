package org.comity.node.legislation.lab;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.Scope;

/**
 * What the policy lab is asked, as its addresses have it.
 *
 * @param today whether the day is not written in the address
 */
public record LabQuestion(
        Measure measure, DataCategory data, Offence offence, LocalDate on, boolean today, Basket basket) {

    public static final Measure MEASURE = Measure.PRESERVE;
    public static final String OFFENCE = "ets185:2";

    /** Reads what all pages of the lab are asked; what can't be read is refused, and the usual stands in its place. */
    public static LabQuestion read(Function<String, String> one, List<String> suppositions, Reading reading) {
        LocalDate day = reading.day(one.apply("on")).orElse(reading.today());
        return new LabQuestion(
                orUsual(one.apply("measure"), MEASURE.code(), reading::measure, MEASURE),
                orUsual(one.apply("data"), DataCategory.CONTENT.code(), reading::data, DataCategory.CONTENT),
                orUsual(one.apply("offence"), OFFENCE, reading::offence, Offence.of(OFFENCE)),
                day,
                day.equals(reading.today()),
                Basket.read(suppositions, day, reading));
    }

    private static <T> T orUsual(
            String typed, String usual, Function<String, java.util.Optional<T>> read, T otherwise) {
        return read.apply(typed.isBlank() ? usual : typed).orElse(otherwise);
    }

    public Assistance assistance() {
        return new Assistance(measure, data, offence);
    }

    /** Every measure, for the same data and offence. */
    public Scope scope(LawBase law) {
        return new Scope(law.measures(), List.of(data), List.of(offence));
    }

    public LabQuestion about(Measure other) {
        return new LabQuestion(other, data, offence, on, today, basket);
    }

    public LabQuestion supposing(Basket other) {
        return new LabQuestion(measure, data, offence, on, today, other);
    }

    public LabQuestion with(Supposition one) {
        return supposing(basket.with(one));
    }

    public LabQuestion without(Supposition one) {
        return supposing(basket.without(one));
    }

    /** The address of a page of the lab that is asked the same. */
    public String at(String path) {
        Address address = Address.of(path)
                .with("measure", measure.code())
                .with("data", data.code())
                .with("offence", offence.code());
        if (!today) {
            address.with("on", on);
        }
        basket.suppositions().forEach(supposition -> address.with("suppose", supposition.text()));
        return address.toString();
    }
}
