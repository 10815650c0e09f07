package org.comity.node.forum.study;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A question. Its identifier keeps its meaning in every version; who wants to ask something else takes a new one.
 *
 * @param options to choose from; for provisions, how far they cover what is asked
 * @param provisions of instruments that it is about; where they are as many as the parts, one for each
 * @param parts that are answered one by one, such as an offence each; none for a question with one answer
 * @param terms what each option stands for in the law base, several apart by a space
 */
@RecordBuilder
public record Question(
        String id,
        String theme,
        String text,
        AnswerKind kind,
        List<String> options,
        List<RespondentKind> respondents,
        List<String> provisions,
        List<String> parts,
        List<String> terms,
        Prefill prefill)
        implements QuestionBuilder.With {

    public Question {
        options = List.copyOf(options);
        respondents = List.copyOf(respondents);
        provisions = List.copyOf(provisions);
        parts = List.copyOf(parts);
        terms = List.copyOf(terms);
    }

    /** An answer's place: the question, or one of its parts. @param part empty for a question with one answer */
    public record Place(String key, String part) {}

    /** The keys of what is answered here, in their order: {@code Q-CRI-01.3} is the third part. */
    public List<Place> places() {
        return parts.isEmpty()
                ? List.of(new Place(id, ""))
                : IntStream.range(0, parts.size())
                        .mapToObj(at -> new Place(id + "." + (at + 1), parts.get(at)))
                        .toList();
    }

    public boolean asks(RespondentKind kind) {
        return respondents.contains(kind);
    }

    /** Words to choose from where there are any. */
    public List<String> choices() {
        return kind == AnswerKind.BOOLEAN ? List.of("yes", "no") : options;
    }

    /** The provision that a part is about; empty where parts and provisions do not pair. */
    public String provisionOf(int part) {
        return provisions.size() == parts.size() ? provisions.get(part) : "";
    }
}
