package org.comity.node.forum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.node.forum.study.Answer;
import org.comity.node.forum.study.CarriedQuestionnaire;
import org.comity.node.forum.study.Questionnaire;
import org.comity.node.forum.study.Reply;
import org.comity.node.forum.study.ReplyLife.State;
import org.comity.node.forum.study.RespondentKind;
import org.comity.node.forum.study.StudyRefused;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.kept.Held;
import org.comity.node.kept.KeptJson;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/**
 * Replies that travel as a file: taken in whole or not at all. At each place the later answer stands; the earlier one stays in
 * the history, and who brings the file is told where that was the one in it.
 */
@Service
public class CarryingReplies {

    /** Characters; a full reply is a tenth of it. */
    private static final int LONGEST = 4_000_000;

    private static final int MOST_FAULTS = 8;

    private final KeepingReplies replies;
    private final KeepingQuestionnaires questionnaires;

    CarryingReplies(KeepingReplies replies, KeepingQuestionnaires questionnaires) {
        this.replies = replies;
        this.questionnaires = questionnaires;
    }

    /**
     * What became of a file.
     *
     * @param taken how many answers it brought
     * @param newerHere keys whose answer here is later than the one in the file, and stayed
     */
    public record Taken(String reply, int taken, List<String> newerHere) {

        public Taken {
            newerHere = List.copyOf(newerHere);
        }
    }

    public String write(Person by, String id) {
        return KeptJson.write(replies.carried(by, id));
    }

    @Transactional
    public Taken take(Person by, String file) {
        var carried = read(file);
        var questionnaire = same(by, carried);
        KeepingReplies.mustBring(by, carried.reply());
        check(questionnaire, carried.reply());
        var held = replies.held(carried.reply().id());
        if (held.isEmpty()) {
            var begun = carried.reply().with(it -> it.state(State.DRAFT).handovers(List.of()));
            replies.add(by, begun);
            return new Taken(begun.id(), begun.answers().size(), List.of());
        }
        var here = held.get();
        var reply = carried.reply();
        if (!here.it().respondent().equals(reply.respondent()) || here.it().year() != reply.year()) {
            throw refused(Said.of("forum.refused.carried-other"));
        }
        var brought = new LinkedHashMap<String, Answer>();
        var newerHere = new ArrayList<String>();
        reply.answers().forEach((key, answer) -> {
            var before = here.it().answer(key);
            if (before.isPresent() && before.get().saysAs(answer)) {
                return;
            }
            if (before.filter(it -> it.at().isAfter(answer.at())).isPresent()) {
                newerHere.add(key);
            } else {
                brought.put(key, answer);
            }
        });
        if (!brought.isEmpty()) {
            replies.keep(
                    by, here, KeepingQuestionnaires.refusing(() -> here.it().answering(brought)));
        }
        return new Taken(reply.id(), brought.size(), newerHere);
    }

    private static CarriedQuestionnaire read(String file) {
        if (file.isBlank()) {
            throw refused(Said.of("forum.refused.carried-none"));
        }
        if (file.length() > LONGEST) {
            throw refused(Said.of("forum.refused.carried-long"));
        }
        try {
            var carried = KeptJson.read(file.strip(), CarriedQuestionnaire.class);
            if (carried == null || !CarriedQuestionnaire.FORMAT.equals(carried.format())) {
                throw refused(Said.of("forum.refused.carried-format", CarriedQuestionnaire.FORMAT));
            }
            return carried;
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw refused(Said.of(
                    "forum.refused.carried-unreadable",
                    where == null ? 0 : where.getLineNr(),
                    where == null ? 0 : where.getColumnNr()));
        }
    }

    /** The questions of both sides must be the same to the letter. One that is not known here is taken in. */
    private Questionnaire same(Person by, CarriedQuestionnaire carried) {
        var asked = carried.questionnaire();
        if (asked == null
                || carried.reply() == null
                || carried.reply().respondent() == null
                || !carried.reply().id().matches("[0-9a-f-]{36}")
                || !asked.id().matches("study-[0-9]{1,4}")) {
            throw refused(Said.of("forum.refused.carried-format", CarriedQuestionnaire.FORMAT));
        }
        var here = questionnaires.find(asked.id()).map(Held::it);
        if (!asked.sha256().equals(carried.sha256())
                || asked.frozen().isEmpty()
                || !asked.id().equals(carried.reply().questionnaire())
                || here.filter(it -> !it.sha256().equals(carried.sha256())).isPresent()) {
            throw refused(Said.of("forum.refused.carried-questions"));
        }
        if (here.isEmpty()) {
            ForumAccess.keeper(by);
            questionnaires.take(by, asked);
        }
        return here.orElse(asked);
    }

    /** All that is wrong is told at once, each with its place. */
    private static void check(Questionnaire asked, Reply reply) {
        var kind = RespondentKind.of(reply.respondent())
                .orElseThrow(() -> refused(Said.of("forum.refused.respondent", reply.respondent())));
        var faults = new ArrayList<Said>();
        for (Map.Entry<String, Answer> entry : reply.answers().entrySet()) {
            var key = entry.getKey();
            var question = asked.questionAt(key).filter(it -> it.asks(kind));
            if (question.isEmpty()) {
                faults.add(Said.of("forum.refused.no-question", key));
                continue;
            }
            try {
                var answer = entry.getValue();
                if (answer == null || answer.at() == null || answer.level() == null) {
                    faults.add(Said.of("forum.refused.carried-answer", key));
                } else {
                    Answer.read(question.get(), answer.values());
                }
            } catch (StudyRefused refused) {
                faults.add(Said.of("forum.refused.carried-at", key, refused.said()));
            }
        }
        if (!faults.isEmpty()) {
            throw refused(Said.all(faults.stream().limit(MOST_FAULTS).toList()));
        }
    }

    private static ForumRefused refused(Said said) {
        return new ForumRefused("file", said);
    }
}
