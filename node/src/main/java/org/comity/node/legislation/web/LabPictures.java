package org.comity.node.legislation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.atlas.Mark;
import org.comity.node.atlas.Picture;
import org.comity.node.atlas.View;
import org.comity.node.atlas.WorldMap;
import org.comity.node.legislation.lab.LabQuestion;
import org.comity.node.legislation.lab.ReachTable;
import org.comity.node.legislation.lab.ReachTable.Row;
import org.comity.node.legislation.lab.ReachTable.Towards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The maps of the policy lab. */
@Component
class LabPictures {

    private final WorldMap map;
    private final MessageSource words;

    LabPictures(WorldMap map, MessageSource words) {
        this.map = map;
        this.words = words;
    }

    /** How many States each State reaches openly; each leads to its own map. */
    Picture reach(ReachTable table, LabQuestion question, Locale locale) {
        Map<StateCode, Row> rows = table.rows().stream()
                .collect(Collectors.toMap(row -> row.state().code(), Function.identity()));
        return map.picture(
                View.WORLD,
                state -> Optional.ofNullable(rows.get(state.code()))
                        .map(row -> new Mark(
                                row.band().code(),
                                word(
                                        "law.lab.map.reaches",
                                        locale,
                                        state.name(locale.getLanguage()),
                                        row.reach().asking().open()),
                                question.at("/law/lab") + "&state=" + state.code())));
    }

    /** How a State stands with every other; each leads to the reasons. */
    Picture around(State one, List<Towards> others, boolean asking, LabQuestion question, Locale locale) {
        Map<StateCode, Towards> rows =
                others.stream().collect(Collectors.toMap(t -> t.state().code(), Function.identity()));
        return map.picture(View.WORLD, state -> {
            if (state.code().equals(one.code())) {
                return Optional.of(new Mark("self", state.name(locale.getLanguage()), "/law/states/" + state.code()));
            }
            return Optional.ofNullable(rows.get(state.code())).map(t -> {
                Optional<Standing> standing = asking ? t.asking() : t.asked();
                return new Mark(
                        Towards.code(standing),
                        state.name(locale.getLanguage()) + ": "
                                + word("law.lab.standing." + Towards.code(standing), locale),
                        question.at("/law/lab/pair") + (asking ? pair(one, state) : pair(state, one)));
            });
        });
    }

    private static String pair(State from, State to) {
        return "&from=" + from.code() + "&to=" + to.code();
    }

    private String word(String key, Locale locale, Object... gaps) {
        return words.getMessage(key, gaps, locale);
    }
}
