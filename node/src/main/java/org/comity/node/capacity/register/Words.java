package org.comity.node.capacity.register;

/** The closed lists of the register; those of projects and trainings come with the data set. */
public final class Words {

    static final String[] THEMES = {
        "legislation",
        "law-enforcement",
        "judiciary",
        "cooperation-24-7",
        "e-evidence",
        "ppp",
        "awareness",
        "strategy",
        "csirt"
    };

    static final String[] FORMS = {
        "legislative-advice",
        "drafting-retreat",
        "assessment-mission",
        "training-course",
        "training-of-trainers",
        "e-learning",
        "mentoring",
        "study-visit",
        "equipment",
        "software",
        "exercise",
        "mock-trial",
        "network-meeting",
        "translation",
        "expert-secondment",
        "grant",
        "peer-review",
        "policy-advice",
        "awareness-campaign"
    };

    static final String[] REGIONS = {
        "global",
        "africa",
        "asia-pacific",
        "caribbean",
        "commonwealth",
        "eastern-europe",
        "eastern-partnership",
        "eu",
        "europe",
        "latin-america",
        "latin-america-caribbean",
        "middle-east-north-africa",
        "pacific",
        "south-east-europe",
        "southern-neighbourhood"
    };

    static final String[] AUDIENCE = {
        "police", "prosecutor", "judge", "central-authority", "first-responder", "legislator", "provider"
    };

    static final String[] LEVELS = {"framework", "basic", "intermediate", "advanced", "specialised"};

    static final String[] URGENCY = {"ordinary", "soon", "urgent"};

    static final String[] GROUPS = {
        "children",
        "parents",
        "students",
        "older-persons",
        "small-business",
        "large-business",
        "public-bodies",
        "victims",
        "everyone"
    };

    static final String[] PREVENTION = {
        "technical", "legal", "education", "diversion", "victim-help", "disruption", "provider-measure"
    };

    static final String[] BASES = {"entered", "verified", "partly-verified", "recalled"};

    static final String[] YES_NO = {"yes", "no"};

    private Words() {}
}
