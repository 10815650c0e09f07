package org.comity.law;

/** What one State can be asked to do, or a provision is about. */
public enum Measure implements Coded {
    CRIMINALISE,
    /** Keep stored data as they are, before anyone may see them. */
    PRESERVE,
    /** Enough preserved traffic data to find another provider and the path. */
    PARTIAL_DISCLOSURE,
    /** Hand over stored data, by whichever way. */
    PRODUCE,
    SEARCH_SEIZE,
    REALTIME_TRAFFIC,
    INTERCEPT,
    /** Subscriber information ordered from the provider itself. */
    SUBSCRIBER_DISCLOSURE_DIRECT,
    DOMAIN_REGISTRATION,
    /** The requested State serves the requesting State's own order. */
    ORDER_GIVE_EFFECT,
    EMERGENCY_DISCLOSURE,
    EMERGENCY_MLA,
    MLA_GENERAL,
    /** Hand over stored data by mutual legal assistance. */
    MLA_STORED_DATA,
    EXTRADITION,
    SPONTANEOUS_INFORMATION,
    NETWORK_24_7,
    JIT,
    VIDEO,
    TRANSBORDER_ACCESS,
    LAW_ENFORCEMENT_COOPERATION,
    ASSET_RECOVERY,
    TAKE_DOWN,
    TECHNICAL_ASSISTANCE,
    GOVERNANCE,
    DATA_PROTECTION
}
