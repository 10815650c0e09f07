package org.comity.node.legislation.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;

/** What somebody supposes, one after the other. It lives in the address and nowhere else. */
public record Basket(List<Supposition> suppositions) {

    /** More than anybody compares, and few enough for an address. */
    public static final int MOST = 40;

    public static final Basket EMPTY = new Basket(List.of());

    public Basket {
        suppositions = List.copyOf(suppositions);
    }

    /** Reads the basket of an address; what does not fit on top of what stands before it is refused and left out. */
    static Basket read(List<String> texts, LocalDate day, Reading reading) {
        Basket basket = EMPTY;
        LawBase law = reading.law();
        for (String text : texts.stream().distinct().limit(MOST).toList()) {
            Supposition supposition = Supposition.read(text, reading).orElse(null);
            if (supposition != null) {
                try {
                    law = law.with(supposition.on(law, day));
                    basket = basket.with(supposition);
                } catch (InvalidLawChangeException e) {
                    reading.refuse("suppose", supposition.what(), e.saying());
                }
            }
        }
        return basket;
    }

    public boolean isEmpty() {
        return suppositions.isEmpty();
    }

    public Basket with(Supposition one) {
        return suppositions.contains(one)
                ? this
                : new Basket(
                        Stream.concat(suppositions.stream(), Stream.of(one)).toList());
    }

    public Basket without(Supposition one) {
        return new Basket(
                suppositions.stream().filter(other -> !other.equals(one)).toList());
    }

    /** @throws InvalidLawChangeException if a supposition does not fit this law */
    public List<LawChange> changes(LawBase law, LocalDate day) {
        List<LawChange> changes = new ArrayList<>();
        for (Supposition supposition : suppositions) {
            changes.addAll(supposition.on(law.with(changes), day));
        }
        return changes;
    }
}
