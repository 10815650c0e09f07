package org.comity.node.identity;

/** What a person may do on this node. A person may hold several, but never approves what they drafted. */
public enum Role {
    /** Sets up people, peers and keys; sees no case by this role alone. */
    ADMINISTRATOR,
    /** Opens case files, drafts and sends requests, answers incoming ones; the 24/7 desk. */
    DUTY_OFFICER,
    /** The second person: approves or returns what another drafted. */
    APPROVER,
    /** Central-authority lawyer: legal checks, refusals, follow-up requests. */
    LAWYER,
    /** Proposes changes of what the node holds of the law, each with its source. */
    LAW_EXPERT,
    /** The second person in law: publishes, sends back or refuses a change that another proposed. */
    LAW_REVIEWER,
    /** Oversight: reads everything, changes nothing. */
    OVERSEER
}
