package org.comity.node.legislation.lab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Element;
import org.comity.law.Facts;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.Offence;
import org.comity.law.StateCode;

/**
 * A question to the dual-criminality explorer, as its address has it.
 *
 * @param from the State that pursues the conduct and asks
 * @param to the State that is asked
 * @param today whether the day is not written in the address
 * @param known what is known of the conduct; an element that is missing was not said
 * @param attempted whether it stopped at the attempt, if that was said
 */
public record ConductQuestion(
        StateCode from,
        StateCode to,
        Offence offence,
        LocalDate on,
        boolean today,
        Map<Element, Boolean> known,
        Optional<Boolean> attempted) {

    public static final String PATH = "/law/dual-criminality";
    public static final String ATTEMPT = "attempt";

    public ConductQuestion {
        known = Map.copyOf(known);
    }

    /** @throws InvalidRouteQueryException if what is known contradicts itself */
    public Facts facts() {
        List<String> words = new ArrayList<>();
        for (Element element : Element.values()) {
            Boolean there = known.get(element);
            if (there != null) {
                words.add(there ? element.present() : element.absent());
            }
        }
        attempted.ifPresent(only -> words.add(only ? "attempted" : "completed"));
        return Facts.of(words);
    }

    /** The same conduct, pursued by the other State. */
    public ConductQuestion reversed() {
        return new ConductQuestion(to, from, offence, on, today, known, attempted);
    }

    /** The same question, with one thing more known. */
    public ConductQuestion knowing(Element element, boolean there) {
        Map<Element, Boolean> more = new EnumMap<>(Element.class);
        more.putAll(known);
        more.put(element, there);
        return new ConductQuestion(from, to, offence, on, today, more, attempted);
    }

    /** Whether nothing speaks against knowing this as well. */
    public boolean allows(Element element, boolean there) {
        try {
            knowing(element, there).facts();
            return true;
        } catch (InvalidRouteQueryException contradiction) {
            return false;
        }
    }

    public String address() {
        Address address = Address.of(PATH).with("from", from).with("to", to).with("offence", offence.code());
        if (!today) {
            address.with("on", on);
        }
        for (Element element : Element.values()) {
            Boolean there = known.get(element);
            if (there != null) {
                address.with(element.code(), said(there));
            }
        }
        attempted.ifPresent(only -> address.with(ATTEMPT, said(only)));
        return address.toString();
    }

    /** {@code yes}, {@code no}, or empty where it was not said. */
    public String said(Element element) {
        Boolean there = known.get(element);
        return there == null ? "" : said(there);
    }

    public String saidOfAttempt() {
        return attempted.map(ConductQuestion::said).orElse("");
    }

    private static String said(boolean yes) {
        return yes ? "yes" : "no";
    }
}
