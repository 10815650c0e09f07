package org.comity.node.capacity.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A self-assessment of a State.
 *
 * @param on the day for which it stands
 * @param model version of the maturity model
 * @param answers by criterion
 * @param toPeers whether peers may read and review it; nobody else outside does
 * @param concluded instant; empty while it goes on
 */
public record Assessment(
        String id,
        String state,
        String on,
        int model,
        Map<String, Answer> answers,
        List<Review> reviews,
        boolean toPeers,
        String concluded) {

    public Assessment {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        reviews = List.copyOf(reviews);
    }

    public static Assessment begun(String id, String state, String on, int model) {
        return new Assessment(id, state, on, model, Map.of(), List.of(), false, "");
    }

    public boolean goesOn() {
        return concluded.isEmpty();
    }

    public Optional<Answer> answer(String criterion) {
        return Optional.ofNullable(answers.get(criterion));
    }

    public Assessment with(String criterion, Answer answer) {
        var all = new TreeMap<>(answers);
        all.put(criterion, answer);
        return new Assessment(id, state, on, model, all, reviews, toPeers, concluded);
    }

    public Assessment openedToPeers() {
        return new Assessment(id, state, on, model, answers, reviews, true, concluded);
    }

    public Assessment concludedAt(String instant) {
        return new Assessment(id, state, on, model, answers, reviews, toPeers, instant);
    }

    public Assessment with(Review review) {
        var all = new ArrayList<>(reviews);
        all.add(review);
        return new Assessment(id, state, on, model, answers, all, toPeers, concluded);
    }

    /** @param place of the review in their order */
    public Optional<Assessment> agreeing(int place) {
        if (place < 0 || place >= reviews.size() || reviews.get(place).level() == 0) {
            return Optional.empty();
        }
        var all = new ArrayList<>(reviews);
        all.set(place, all.get(place).agree());
        return Optional.of(new Assessment(id, state, on, model, answers, all, toPeers, concluded));
    }
}
