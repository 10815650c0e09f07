package org.comity.node.cooperation.life;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.comity.law.Measure;
import org.comity.law.Nature;

/** What is asked for. Each kind has its life, and the measures for which the law plans its routes. */
public enum RequestKind {
    /** Stored data is to be kept as it is (ETS 185 art. 29, UNCC art. 42). */
    PRESERVATION(LifeCycle.PRESERVATION, Measure.PRESERVE),
    /** Enough of preserved traffic data to find another provider and the path (ETS 185 art. 30, UNCC art. 43). */
    PARTIAL_DISCLOSURE(LifeCycle.ASSISTANCE, Measure.PARTIAL_DISCLOSURE),
    /** Stored data is to be handed over for a proceeding (ETS 185 art. 31, UNCC art. 44, UNTOC art. 18, ETS 30). */
    MUTUAL_ASSISTANCE(LifeCycle.ASSISTANCE, Measure.MLA_STORED_DATA),
    /** Straight to a provider: hand stored data over. The law it rests on is that of the chosen route. */
    PRODUCTION_ORDER(LifeCycle.PRODUCTION_ORDER, Nature.ORDER, Measure.PRODUCE, Measure.DOMAIN_REGISTRATION),
    /** Straight to a provider: keep stored data as it is. */
    PRESERVATION_ORDER(LifeCycle.PRESERVATION_ORDER, Nature.ORDER, Measure.PRESERVE),
    /** Straight to a provider of the other State of an executive agreement (18 USC 2523): hand stored data over. */
    AGREEMENT_ORDER(LifeCycle.AGREEMENT_ORDER, Nature.AGREEMENT_ORDER, Measure.PRODUCE),
    /** To a provider within reach of one's own law (ETS 185 art. 18): hand stored data over. */
    NATIONAL_PRODUCTION_ORDER(LifeCycle.PRODUCTION_ORDER, Nature.NATIONAL_ORDER, Measure.PRODUCE),
    /** To a provider within reach of one's own law (ETS 185 art. 16, 18 USC 2703(f)): keep stored data as it is. */
    NATIONAL_PRESERVATION_ORDER(LifeCycle.PRESERVATION_ORDER, Nature.NATIONAL_ORDER, Measure.PRESERVE),
    /** A provider is asked for stored data, which it may give or not. */
    VOLUNTARY_DISCLOSURE(LifeCycle.VOLUNTARY_DISCLOSURE, Nature.VOLUNTARY, Measure.PRODUCE),
    /** A provider is asked to keep stored data, which it may do or not. */
    VOLUNTARY_PRESERVATION(LifeCycle.VOLUNTARY_PRESERVATION, Nature.VOLUNTARY, Measure.PRESERVE),
    /** Straight to a provider: take content down. Whether it is an order or a notice, its route's law says. */
    TAKE_DOWN(LifeCycle.TAKE_DOWN, Nature.ORDER, Measure.TAKE_DOWN),
    /** The requested State gives effect to the requesting State's own order (CETS 224 art. 8). */
    ORDER_GIVEN_EFFECT(LifeCycle.ORDER_GIVEN_EFFECT, Measure.ORDER_GIVE_EFFECT),
    /** Traffic data as it arises (ETS 185 art. 33, UNCC art. 45); routed and recorded here, never carried out. */
    REAL_TIME_TRAFFIC(LifeCycle.ASSISTANCE, Measure.REALTIME_TRAFFIC),
    /** Content as it is sent (ETS 185 art. 34, UNCC art. 46); routed and recorded here, never carried out. */
    INTERCEPTION(LifeCycle.ASSISTANCE, Measure.INTERCEPT),
    /** Stored data at once, between contact points, since someone is in danger (CETS 224 art. 9). */
    EMERGENCY_DISCLOSURE(LifeCycle.EMERGENCY, Measure.EMERGENCY_DISCLOSURE),
    /** Mutual assistance at once, since someone is in danger (CETS 224 art. 10). */
    EMERGENCY_ASSISTANCE(LifeCycle.EMERGENCY, Measure.EMERGENCY_MLA),
    /** What was found is told without being asked (ETS 185 art. 26, ETS 182 art. 11, UNTOC art. 18(4)). */
    SPONTANEOUS_INFORMATION(LifeCycle.INFORMATION, Measure.SPONTANEOUS_INFORMATION);

    private final LifeCycle life;
    private final Nature nature;
    private final List<Measure> measures;

    RequestKind(LifeCycle life, Measure... measures) {
        this(life, Nature.ASSISTANCE, measures);
    }

    RequestKind(LifeCycle life, Nature nature, Measure... measures) {
        this.life = life;
        this.nature = nature;
        this.measures = List.of(measures);
    }

    public LifeCycle life() {
        return life;
    }

    /** Who asks or orders whom: only routes of this nature serve it. */
    public Nature nature() {
        return nature;
    }

    /** What the law plans for it. */
    public List<Measure> measures() {
        return measures;
    }

    /** It asks for data itself, not only to keep it; what it obtains is handed over. */
    public boolean obtains() {
        return !keeps() && !takesDown();
    }

    private boolean keeps() {
        return life == LifeCycle.PRESERVATION
                || life == LifeCycle.PRESERVATION_ORDER
                || life == LifeCycle.VOLUNTARY_PRESERVATION;
    }

    /** It wants content gone, not data. */
    public boolean takesDown() {
        return this == TAKE_DOWN;
    }

    /** It gives instead of asking. */
    public boolean informs() {
        return this == SPONTANEOUS_INFORMATION;
    }

    /** It claims a danger, which is said in parts and looked at by an overseer afterwards. */
    public boolean isEmergency() {
        return life == LifeCycle.EMERGENCY;
    }

    /** It asks for what has not happened yet, so it has a beginning and an end. */
    public boolean isRealTime() {
        return this == REAL_TIME_TRAFFIC || this == INTERCEPTION;
    }

    /** It goes straight to a provider, past the authorities of the provider's State: an order, or only asked. */
    public boolean isOrder() {
        return nature != Nature.ASSISTANCE;
    }

    /** The provider may say no. */
    public boolean isVoluntary() {
        return nature == Nature.VOLUNTARY;
    }

    /** It stays within one State. */
    public boolean isNational() {
        return nature == Nature.NATIONAL_ORDER;
    }

    /** As addresses and messages name it, such as {@code mutual-assistance}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the known ones */
    public static RequestKind ofToken(String token) {
        return Arrays.stream(values())
                .filter(kind -> kind.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is not a kind of request; known are %s."
                        .formatted(
                                token,
                                Arrays.stream(values()).map(RequestKind::token).toList())));
    }
}
