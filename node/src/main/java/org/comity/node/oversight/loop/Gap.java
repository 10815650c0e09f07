package org.comity.node.oversight.loop;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.law.DataCategory;
import org.comity.law.Measure;
import org.comity.law.Provision;
import org.comity.law.Standing;
import org.comity.law.StateCode;

/**
 * A provision that an instrument asks for in the law of a State, and that is not there in full, with what hangs on it.
 *
 * @param ways that would stand better if it were there
 * @param requests about it that were refused or late, the newest first
 * @param needs for help with it that stand
 */
public record Gap(Provision provision, List<Way> ways, List<Asked> requests, List<Need> needs) {

    public Gap {
        ways = List.copyOf(ways);
        requests = List.copyOf(requests);
        needs = List.copyOf(needs);
    }

    public long refused() {
        return requests.stream().filter(Asked::refused).count();
    }

    public long late() {
        return requests.stream().filter(Asked::late).count();
    }

    /**
     * A way of one State to data in the other, or, where both are the same, of its own power.
     *
     * @param provision on which the way rests
     * @param now empty where there is no such way
     * @param then if the State's law had what it lacks
     */
    public record Way(
            Measure measure,
            DataCategory data,
            StateCode from,
            StateCode to,
            String provision,
            Optional<Standing> now,
            Standing then) {}

    /**
     * A request for the offence that is lacking, or for what the lacking power serves. Whether the gap was the reason, its ground
     * alone says.
     *
     * @param ground named by whoever refused; empty where it is late only
     */
    public record Asked(
            UUID id,
            String reference,
            String kind,
            LocalDate on,
            boolean refused,
            boolean late,
            Optional<String> ground) {}

    public record Need(String id, String title) {}
}
