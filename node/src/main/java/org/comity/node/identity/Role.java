package org.comity.node.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a person may do on this node. A person may hold several, but never approves what they drafted. */
public enum Role {
    /** Sets up people, peers and keys; sees no case by this role alone. */
    ADMINISTRATOR(Power.MANAGE_PEOPLE, Power.MANAGE_PEERS),
    /** The 24/7 desk: opens case files, drafts requests, answers incoming ones. */
    DUTY_OFFICER(Power.DRAFT, Power.ANSWER, Power.EXECUTE, Power.READ_CASES, Power.KEEP_WATCH),
    /** Opens case files and drafts requests, such as an investigator; answers nothing for the State. */
    DRAFTER(Power.DRAFT, Power.READ_CASES),
    /** The second person: approves or returns what another drafted. */
    APPROVER(Power.APPROVE, Power.READ_CASES),
    /** Central-authority lawyer: legal checks, refusals, follow-up requests. */
    LAWYER(Power.DRAFT, Power.ANSWER, Power.EXECUTE, Power.READ_CASES),
    /** Carries out what this State accepted. */
    EXECUTING_OFFICER(Power.EXECUTE, Power.READ_CASES),
    /** Works for a service provider on the orders that are served on it. */
    PROVIDER_AGENT(Power.PRODUCE, Power.READ_CASES, Power.KEEP_WATCH),
    /** Reads the case files to which they are assigned. */
    READER(Power.READ_CASES),
    /** Proposes changes of what the node holds of the law, each with its source. */
    LAW_EXPERT(Power.PROPOSE_LAW),
    /** The second person in law: publishes, sends back or refuses a change that another proposed. */
    LAW_REVIEWER(Power.REVIEW_LAW),
    /** Keeps the forum's record: bodies, meetings, documents, silence procedures. */
    SECRETARIAT(Power.KEEP_FORUM, Power.WRITE_REPORT),
    /** Notes what was recommended and writes the report. */
    RAPPORTEUR(Power.WRITE_REPORT),
    /** Speaks for the delegation that their unit names, such as {@code BR}. */
    DELEGATE(Power.SPEAK_IN_FORUM),
    /** Keeps what this State needs, plans and has learnt: self-assessment, needs, action plan, trainings, campaigns. */
    COORDINATOR(Power.KEEP_CAPACITY, Power.OFFER_ASSISTANCE),
    /** Works for the institution that their unit names: offers assistance, answers for it, reviews a peer's assessment. */
    PARTNER(Power.OFFER_ASSISTANCE),
    /** Oversight: reads everything, changes nothing. */
    OVERSEER(Power.READ_EVERYTHING);

    private final Set<Power> powers;

    Role(Power first, Power... others) {
        powers = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** Those that a form named; what is no role is left out. */
    public static Set<Role> named(Collection<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(values()).filter(role -> names.contains(role.name())).forEach(roles::add);
        return roles;
    }

    public Set<Power> powers() {
        return powers;
    }

    public boolean brings(Power power) {
        return powers.contains(power);
    }

    /**
     * Whether who holds it may hand it to another for a while. Who runs the node invites another administrator instead, and
     * oversight stays with those to whom it was given.
     */
    public boolean canBeLent() {
        return this != ADMINISTRATOR && this != OVERSEER;
    }

    /** Whether a program may hold it: nothing leaves the node, no law is published, and nobody speaks in the forum without a person. */
    public boolean isForMachines() {
        return Collections.disjoint(
                powers,
                EnumSet.of(
                        Power.APPROVE,
                        Power.REVIEW_LAW,
                        Power.KEEP_FORUM,
                        Power.WRITE_REPORT,
                        Power.SPEAK_IN_FORUM,
                        Power.MANAGE_PEOPLE,
                        Power.MANAGE_PEERS));
    }
}
