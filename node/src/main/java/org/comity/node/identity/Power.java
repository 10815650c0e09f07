package org.comity.node.identity;

/** One thing that somebody may do on this node. Which role brings which stands in {@link Role}, and nowhere else. */
public enum Power {
    /** Opens case files, drafts requests and hands them to the second person. */
    DRAFT,
    /** As the second person, approves and sends, or returns, what another drafted; decides with another's legal check. */
    APPROVE,
    /** Takes in what others ask of us: acknowledges, asks back, checks it against the law. */
    ANSWER,
    /** Carries out what was accepted: preserves, reports the outcome, hands over. */
    EXECUTE,
    /** For a provider: checks an order that was served on it, objects, produces. */
    PRODUCE,
    /** Reads the case files that are open to the role or were assigned to the person. */
    READ_CASES,
    /** Reads every case file and every journal entry. */
    READ_EVERYTHING,
    /** Keeps a shift: begins and ends it, writes and reads hand-over notes. */
    KEEP_WATCH,
    /** Proposes changes of the law base. */
    PROPOSE_LAW,
    /** As the second person, publishes or refuses a change of the law base. */
    REVIEW_LAW,
    /** Keeps the record of the forum, and starts its silence procedures. */
    KEEP_FORUM,
    /** Compiles recommendations and writes the report of a meeting. */
    WRITE_REPORT,
    /** Speaks for a delegation: recommends, supports, objects. */
    SPEAK_IN_FORUM,
    /** Keeps the self-assessment, the needs, the action plan and the record of trainings. */
    KEEP_CAPACITY,
    /** Offers assistance for an institution, and reviews what another has assessed of itself. */
    OFFER_ASSISTANCE,
    /** Adds nodes to the directory and keeps their keys. */
    MANAGE_PEERS,
    /** Invites people, gives roles, keeps tokens of machines and webhooks. */
    MANAGE_PEOPLE
}
