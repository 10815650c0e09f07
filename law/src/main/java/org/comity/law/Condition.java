package org.comity.law;

import java.util.List;
import java.util.Set;

/** A condition of a route, as the data set states it. A text may name {requesting}, {requested} and {declarant}. */
sealed interface Condition {

    Head head();

    /**
     * What every condition has.
     *
     * @param provision the provision that asks it
     * @param decides whether it bears on the standing of the route, or is only worth knowing
     * @param forData the categories it is asked for; empty for all
     */
    record Head(String rule, String provision, boolean decides, Set<DataCategory> forData) {}

    /**
     * An answer in words.
     *
     * @param key under which other languages have it, such as {@code untoc:18/conditions/transnational}
     */
    record Answer(Finding.Result result, String says, String key) {}

    /** The answer is the same for every query, mostly because the query cannot tell the fact. */
    record Stated(Head head, Answer answer) implements Condition {}

    /**
     * The offence must carry a maximum penalty.
     *
     * @param atLeastMonths the threshold
     * @param exceptOffences offences for which it is not asked
     * @param threshold the threshold in words
     * @param key under which other languages have the threshold
     * @param ofRequesting whether the law of the requesting State decides
     */
    record Penalty(
            Head head,
            int atLeastMonths,
            boolean ofRequesting,
            List<String> exceptOffences,
            String threshold,
            String key)
            implements Condition {}

    /** Depends on whether one of these instruments binds both States. */
    record BothBound(Head head, List<String> instruments, Answer then, Answer otherwise) implements Condition {}

    /** Depends on whether the offence is one of these, or the same conduct under another instrument. */
    record OffenceAmong(Head head, List<String> offences, Answer then, Answer otherwise) implements Condition {}

    /**
     * The law of the requesting State must have a power of its own: only of routes that are not between States.
     *
     * @param powers the provisions against which national law is set
     */
    record OwnPower(Head head, List<String> powers) implements Condition {}

    /** Depends on which State asks, or is asked: only of routes that are not between States. */
    record StateAmong(Head head, List<StateCode> states, boolean ofRequesting, Answer then, Answer otherwise)
            implements Condition {}

    /** Depends on what a State has declared under the instrument of the provision. */
    record Declared(Head head, List<String> effects, boolean byRequesting, boolean byRequested, Answer then)
            implements Condition {}
}
