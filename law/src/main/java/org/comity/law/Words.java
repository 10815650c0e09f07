package org.comity.law;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.law.source.CsvRow;
import org.comity.law.source.Located;

/** Reads the words of the data set as the closed vocabularies they come from. */
final class Words {

    private Words() {}

    static <E extends Enum<E> & Coded> E read(Located word, Class<E> vocabulary, String what) {
        return find(word.text(), vocabulary)
                .orElseThrow(() -> word.fault("unknown " + what + " “" + word.text() + "”; known are "
                        + String.join(", ", codes(vocabulary))));
    }

    static <E extends Enum<E> & Coded> Optional<E> find(String code, Class<E> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(e -> e.code().equals(code))
                .findFirst();
    }

    static <E extends Enum<E> & Coded> List<String> codes(Class<E> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Coded::code).toList();
    }

    static Basis basis(Located word) {
        return read(word, Basis.class, "basis");
    }

    static Basis basis(CsvRow row) {
        return basis(row.need("basis"));
    }

    static StateCode state(Located word) {
        try {
            return new StateCode(word.text());
        } catch (IllegalArgumentException e) {
            throw word.fault(String.valueOf(e.getMessage()));
        }
    }
}
