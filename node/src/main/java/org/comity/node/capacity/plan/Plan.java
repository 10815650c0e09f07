package org.comity.node.capacity.plan;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A plan: the State's own, or one that several keep for a region or within a project.
 *
 * @param scope whom it is for; empty for the State's own
 * @param about the region's or project's id, or the code of another State; empty for the State's own
 * @param mandate decision on which it rests
 * @param lead institution that keeps it
 */
@RecordBuilder
public record Plan(
        String id,
        String scope,
        String about,
        String title,
        String mandate,
        String lead,
        String from,
        String until,
        List<Objective> objectives,
        List<Activity> activities,
        List<Aim> aims)
        implements PlanBuilder.With {

    public static final String NATIONAL = "national";

    public Plan {
        objectives = List.copyOf(objectives);
        activities = List.copyOf(activities);
        aims = List.copyOf(aims);
    }

    public static Plan empty() {
        return new Plan(NATIONAL, "", "", "", "", "", "", "", List.of(), List.of(), List.of());
    }

    /** Another beside the State's own. */
    public static Plan opened(String id, Scope scope, String about) {
        return empty().withId(id).withScope(scope.token()).withAbout(about);
    }

    /** Whom a plan is for. */
    public enum Scope {
        STATE,
        REGION,
        PROJECT;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Scope> of(String token) {
            return Arrays.stream(values())
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }
    }

    /** The State's own: what this node counts is counted of it. */
    public boolean isNational() {
        return id.equals(NATIONAL);
    }

    public boolean isEmpty() {
        return title.isEmpty();
    }

    /** @param dimension of the maturity model; empty where it is none @param level to be reached; 0 if none */
    public record Objective(String id, String text, String dimension, int level, String by) {}

    /**
     * @param lead institution that does it
     * @param supporters others that help
     * @param course that it gives; empty if none
     * @param law page of the change of law with which it is paired; empty if none
     * @param rights how privacy, proportionality and gender were looked at
     */
    @RecordBuilder
    public record Activity(
            String id,
            String objective,
            String title,
            String lead,
            String supporters,
            String from,
            String until,
            long cost,
            long funded,
            String currency,
            List<String> provisions,
            String course,
            String law,
            String rights,
            Progress progress,
            String remark)
            implements PlanActivityBuilder.With {

        public Activity {
            provisions = List.copyOf(provisions);
        }
    }

    public enum Progress {
        PLANNED,
        FUNDED,
        STARTED,
        DELAYED,
        DONE,
        DROPPED;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isOver() {
            return this == DONE || this == DROPPED;
        }

        public static Optional<Progress> of(String token) {
            return Arrays.stream(values())
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }
    }

    /**
     * What the plan wants of an indicator. Values are never edited: a later one stands before an earlier one.
     *
     * @param values entered by persons, the latest last; of what the node counts itself there are none
     */
    public record Aim(String indicator, String target, String owner, String since, List<Value> values) {

        public Aim {
            values = List.copyOf(values);
        }
    }

    public record Value(double value, String day, String source, String by) {}

    public Plan plus(Objective objective) {
        var all = new ArrayList<>(objectives);
        all.add(objective);
        return withObjectives(all);
    }

    public Plan plus(Activity activity) {
        var all = new ArrayList<>(activities);
        all.add(activity);
        return withActivities(all);
    }

    public Plan plus(Aim aim) {
        var all = new ArrayList<>(aims);
        all.add(aim);
        return withAims(all);
    }

    public Plan changing(String activity, UnaryOperator<Activity> change) {
        return withActivities(activities.stream()
                .map(it -> it.id().equals(activity) ? change.apply(it) : it)
                .toList());
    }

    public Plan valuing(String indicator, Value value) {
        return withAims(aims.stream()
                .map(it -> {
                    if (!it.indicator().equals(indicator)) {
                        return it;
                    }
                    var all = new ArrayList<>(it.values());
                    all.add(value);
                    return new Aim(it.indicator(), it.target(), it.owner(), it.since(), all);
                })
                .toList());
    }
}
