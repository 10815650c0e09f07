package org.comity.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the facts of a case, as far as an offence may depend on it. What is in neither set was not said.
 *
 * @param present elements that are there, with what they include
 * @param absent elements that are not there, with what cannot be there without them
 * @param onlyAttempted whether the conduct stopped at the attempt; empty if not said, which is read as completed
 */
public record Facts(Elements present, Elements absent, Optional<Boolean> onlyAttempted) {

    static final String ATTEMPTED = "attempted";
    static final String COMPLETED = "completed";

    private static final Facts NONE = new Facts(Elements.NONE, Elements.NONE, Optional.empty());

    public Facts {
        present = present.withIncluded();
        absent = absent.withIncluding();
        Elements both = present.sharedWith(absent);
        if (!both.isEmpty()) {
            Element element = both.list().getFirst();
            throw new InvalidRouteQueryException("The facts say both “" + element.present() + "” and “"
                    + element.absent() + "”, or what follows from them; leave one of them out.");
        }
    }

    /** Nothing was said. */
    public static Facts none() {
        return NONE;
    }

    /** @throws InvalidRouteQueryException if a word is none of {@link #words()}, or two of them contradict each other */
    public static Facts of(String... words) {
        return of(List.of(words));
    }

    /** @throws InvalidRouteQueryException if a word is none of {@link #words()}, or two of them contradict each other */
    public static Facts of(Collection<String> words) {
        List<Element> present = new ArrayList<>();
        List<Element> absent = new ArrayList<>();
        for (String word : words) {
            if (!words().contains(word)) {
                throw new InvalidRouteQueryException(
                        "There is no fact “" + word + "”; valid are " + String.join(", ", words()) + ".");
            }
            for (Element element : Element.values()) {
                if (element.present().equals(word)) {
                    present.add(element);
                } else if (element.absent().equals(word)) {
                    absent.add(element);
                }
            }
        }
        if (words.contains(ATTEMPTED) && words.contains(COMPLETED)) {
            throw new InvalidRouteQueryException(
                    "The facts say both “attempted” and “completed”; leave one of them out.");
        }
        Optional<Boolean> attempted = words.contains(ATTEMPTED)
                ? Optional.of(true)
                : Optional.of(false).filter(_ -> words.contains(COMPLETED));
        return new Facts(Elements.of(present), Elements.of(absent), attempted);
    }

    /** Every word that can be said. */
    public static List<String> words() {
        return Stream.concat(
                        Arrays.stream(Element.values()).flatMap(e -> Stream.of(e.present(), e.absent())),
                        Stream.of(ATTEMPTED, COMPLETED))
                .toList();
    }

    /** What was said, in the order of {@link #words()}, with what follows from it. */
    public List<String> said() {
        List<String> said = new ArrayList<>();
        for (Element element : Element.values()) {
            if (present.has(element)) {
                said.add(element.present());
            } else if (absent.has(element)) {
                said.add(element.absent());
            }
        }
        onlyAttempted.ifPresent(attempted -> said.add(attempted ? ATTEMPTED : COMPLETED));
        return said;
    }

    boolean attempted() {
        return onlyAttempted.orElse(false);
    }
}
