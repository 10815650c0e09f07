package org.comity.node.demo;

import java.util.Map;

/**
 * The main job as two States and a provider live it. Every act is a form on a page; what it led to is read from the other
 * side's page.
 */
final class Story {

    private final Telling telling;
    private final Desk portugal;
    private final Desk brazil;
    private final Desk provider;
    private final MailHouse house;
    private final Exhibit exhibit;

    Story(Telling telling, Desk portugal, Desk brazil, Desk provider, MailHouse house, Exhibit exhibit) {
        this.exhibit = exhibit;
        this.telling = telling;
        this.portugal = portugal;
        this.brazil = brazil;
        this.provider = provider;
        this.house = house;
    }

    void live() {
        new Emergency(telling, brazil, portugal).live();
        MainJob mainJob = new MainJob(telling, portugal, brazil, exhibit);
        mainJob.live();
        ChangeOfLaw change = new ChangeOfLaw(portugal, brazil);
        new PublicLaw(telling, portugal, change).live();
        new WalkingTheLoop(telling, portugal, brazil, change).live();
        String caseFile = new UnknownPlace(telling, portugal, brazil, house).live();
        new OrderToProvider(telling, portugal, provider).live(caseFile);
        new TakingDown(telling, portugal, provider).live();
        new ByPacket(telling, portugal, brazil).live();
        mainJob.lapse();
    }

    /** What a lawyer of the requested side says before anything is decided. */
    static Map<String, String> legalCheck(String ownLaw) {
        return Map.of(
                "legality",
                ownLaw + "; ETS 185 article 29.",
                "necessity",
                "The data is deleted within days.",
                "proportionality",
                "One account, a limited time.",
                "ownLawBasis",
                ownLaw);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoryBroken(otherwise);
        }
    }
}
