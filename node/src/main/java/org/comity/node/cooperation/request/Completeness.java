package org.comity.node.cooperation.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.frame.Said;

/** Which of the things that the route's provision asks for are said, and which are not. */
public record Completeness(String provision, List<Element> elements) {

    /** One thing asked for. @param id its provision, such as {@code ets185:29(2)(a)} */
    public record Element(String id, Said text, boolean filled) {}

    public Completeness {
        elements = List.copyOf(elements);
    }

    /**
     * Measured by the list of the route's provision. Before a route is chosen, and under a provision that has no list of its
     * own, a request is measured by the one that most States know: for preservation and partial disclosure ETS 185 art.
     * 29(2), for mutual assistance UNTOC art. 18(15), for orders to providers the certificates of EU 2023/1543.
     */
    public static Completeness of(RequestKind kind, RequestContent request, Optional<PlannedRoute> route) {
        var listed = route.map(PlannedRoute::contents).orElse(List.of()).stream()
                .map(PlannedRoute.Content::id)
                .filter(REQUIRED::containsKey)
                .toList();
        var contents = listed.isEmpty() ? usual(kind) : listed;
        return new Completeness(
                route.filter(chosen -> !listed.isEmpty())
                        .map(PlannedRoute::provision)
                        .orElseGet(() -> lentBy(kind)),
                contents.stream().map(id -> element(id, request)).toList());
    }

    private static String lentBy(RequestKind kind) {
        return switch (kind) {
            case PRESERVATION, PARTIAL_DISCLOSURE -> "ets185:29";
            case MUTUAL_ASSISTANCE, ORDER_GIVEN_EFFECT, REAL_TIME_TRAFFIC, INTERCEPTION -> "untoc:18";
            case EMERGENCY_DISCLOSURE, EMERGENCY_ASSISTANCE -> "cets224:9";
            case PRODUCTION_ORDER, NATIONAL_PRODUCTION_ORDER -> "eu2023-1543:5";
            case PRESERVATION_ORDER, NATIONAL_PRESERVATION_ORDER -> "eu2023-1543:6";
            case AGREEMENT_ORDER -> "cloud-us-uk:4";
            case VOLUNTARY_DISCLOSURE -> "voluntary:disclosure";
            case VOLUNTARY_PRESERVATION -> "voluntary:preservation";
            case TAKE_DOWN -> "eu-dsa:9";
            case SPONTANEOUS_INFORMATION -> "ets185:26";
        };
    }

    private static List<String> usual(RequestKind kind) {
        return switch (kind) {
            case PRESERVATION -> listOf("ets185:29(2)");
            // what was said for the preservation, save the intention that this request carries out
            case PARTIAL_DISCLOSURE ->
                listOf("ets185:29(2)").stream()
                        .filter(id -> !id.endsWith("(f)"))
                        .toList();
            case MUTUAL_ASSISTANCE, ORDER_GIVEN_EFFECT, REAL_TIME_TRAFFIC, INTERCEPTION -> listOf("untoc:18(15)");
            case EMERGENCY_DISCLOSURE, EMERGENCY_ASSISTANCE -> listOf("cets224:9(3)");
            case PRODUCTION_ORDER, NATIONAL_PRODUCTION_ORDER -> listOf("eu2023-1543:annex-I(");
            case PRESERVATION_ORDER, NATIONAL_PRESERVATION_ORDER -> listOf("eu2023-1543:annex-II(");
            case AGREEMENT_ORDER -> listOf("cloud-us-uk:5,");
            case VOLUNTARY_DISCLOSURE -> listOf("voluntary:disclosure,");
            case VOLUNTARY_PRESERVATION -> listOf("voluntary:preservation,");
            case TAKE_DOWN -> listOf("eu-dsa:9(2)");
            // the law lists nothing that an offer must hold
            case SPONTANEOUS_INFORMATION -> List.of();
        };
    }

    private static List<String> listOf(String paragraph) {
        return REQUIRED.keySet().stream().filter(id -> id.startsWith(paragraph)).toList();
    }

    private static Element element(String id, RequestContent request) {
        var required = Objects.requireNonNull(REQUIRED.get(id));
        return new Element(id, required.text(), required.isSaidIn(request));
    }

    public boolean isComplete() {
        return elements.stream().allMatch(Element::filled);
    }

    public long filled() {
        return elements.stream().filter(Element::filled).count();
    }

    public List<Element> missing() {
        return elements.stream().filter(element -> !element.filled()).toList();
    }

    /** What the provisions' lists mean for a draft, in their order. */
    private static final Map<String, RequiredContent> REQUIRED = new LinkedHashMap<>();

    static {
        for (var paragraph : List.of("ets185:29(2)", "uncc:42(3)", "arab2010:37(2)")) {
            lettered(
                    paragraph,
                    RequiredContent.AUTHORITY,
                    RequiredContent.OFFENCE,
                    RequiredContent.DATA,
                    RequiredContent.CUSTODIAN,
                    RequiredContent.NECESSITY,
                    RequiredContent.FOLLOW_UP);
        }
        REQUIRED.put("uncc:42(3)(g)", RequiredContent.AS_APPROPRIATE);
        lettered(
                "untoc:18(15)",
                RequiredContent.AUTHORITY,
                RequiredContent.PROCEEDING,
                RequiredContent.FACTS,
                RequiredContent.ASSISTANCE,
                RequiredContent.AS_APPROPRIATE,
                RequiredContent.NECESSITY);
        REQUIRED.put("ets30:14(1)(a)", RequiredContent.AUTHORITY);
        REQUIRED.put("ets30:14(1)(b)", RequiredContent.ASSISTANCE);
        REQUIRED.put("ets30:14(1)(c)", RequiredContent.AS_APPROPRIATE);
        REQUIRED.put("ets30:14(1)(d)", RequiredContent.AS_APPROPRIATE);
        REQUIRED.put("ets30:14(2)", RequiredContent.OFFENCE);
        orders();
        straightToProviders();
        emergencies();
        takingDown();
        numbered(5, RequiredContent.AUTHORITY);
        numbered(8, RequiredContent.PROCEEDING);
        numbered(10, RequiredContent.AS_APPROPRIATE);
        numbered(11, RequiredContent.LEGAL_BASIS);
        numbered(12, RequiredContent.OFFENCE);
        numbered(13, RequiredContent.FACTS);
        numbered(14, RequiredContent.ASSISTANCE);
        numbered(15, RequiredContent.IDENTIFIERS);
        numbered(16, RequiredContent.AS_APPROPRIATE);
        numbered(17, RequiredContent.AS_APPROPRIATE);
        numbered(18, RequiredContent.PROPORTIONALITY);
    }

    /** What goes straight to a provider: EU 2023/1543 annexes I and II, CETS 224 arts. 6(3), 7(3) and 7(4). */
    private static void orders() {
        sections(
                "eu2023-1543:annex-I",
                Map.of(
                        "A", RequiredContent.AUTHORITY,
                        "B", RequiredContent.CUSTODIAN,
                        "E", RequiredContent.IDENTIFIERS,
                        "F", RequiredContent.ASSISTANCE,
                        "H", RequiredContent.OFFENCE,
                        "I", RequiredContent.AUTHORITY,
                        "L", RequiredContent.AUTHORITY),
                "ABCDEFHIJKL");
        sections(
                "eu2023-1543:annex-II",
                Map.of(
                        "A", RequiredContent.AUTHORITY,
                        "B", RequiredContent.CUSTODIAN,
                        "C", RequiredContent.ASSISTANCE,
                        "D", RequiredContent.NECESSITY,
                        "F", RequiredContent.AUTHORITY),
                "ABCDEFG");
        sections(
                "cets224:6(3)",
                Map.of(
                        "a", RequiredContent.AUTHORITY,
                        "b", RequiredContent.ASSISTANCE,
                        "c", RequiredContent.NECESSITY),
                "abcd");
        sections(
                "cets224:7(3)",
                Map.of(
                        "a", RequiredContent.AUTHORITY,
                        "b", RequiredContent.AUTHORITY,
                        "c", RequiredContent.CUSTODIAN,
                        "d", RequiredContent.OFFENCE,
                        "f", RequiredContent.ASSISTANCE),
                "abcdef");
        sections(
                "cets224:7(4)",
                Map.of(
                        "a", RequiredContent.LEGAL_BASIS,
                        "b", RequiredContent.OFFENCE,
                        "c", RequiredContent.AUTHORITY),
                "abcdefgh");
    }

    /** Executive agreements, 18 USC 2702 and 2703(f), EU 2022/2065 art. 10(2), and the model forms for what is voluntary. */
    private static void straightToProviders() {
        for (var agreement : List.of("cloud-us-uk:5", "cloud-us-au:1-5")) {
            named(agreement, "serious-crime", RequiredContent.OFFENCE);
            named(agreement, "identifier", RequiredContent.LOCATION);
            named(agreement, "own-law", RequiredContent.LEGAL_BASIS);
            named(agreement, "justification", RequiredContent.NECESSITY);
            named(agreement, "review", RequiredContent.REVIEW);
            named(agreement, "certification", RequiredContent.CERTIFICATION);
            named(agreement, "invocation", RequiredContent.AUTHORITY);
            named(agreement, "targeting", RequiredContent.TARGETING);
        }
        named("us-sca:2703(f)", "sender", RequiredContent.AUTHORITY);
        named("us-sca:2703(f)", "records", RequiredContent.DATA);
        named("us-sca:2703(f)", "process", RequiredContent.FOLLOW_UP);
        REQUIRED.put("eu-dsa:10(2)(a)(i)", RequiredContent.LEGAL_BASIS);
        REQUIRED.put("eu-dsa:10(2)(a)(ii)", RequiredContent.AUTHORITY);
        REQUIRED.put("eu-dsa:10(2)(a)(iii)", RequiredContent.LOCATION);
        REQUIRED.put("eu-dsa:10(2)(a)(iv)", RequiredContent.NECESSITY);
        REQUIRED.put("eu-dsa:10(2)(a)(v)", RequiredContent.PROCEDURES);
        REQUIRED.put("eu-dsa:10(2)(a)(vi)", RequiredContent.AS_APPROPRIATE);
        REQUIRED.put("eu-dsa:10(2)(c)", RequiredContent.AS_APPROPRIATE);
        named("voluntary:disclosure", "authority", RequiredContent.AUTHORITY);
        named("voluntary:disclosure", "identifiers", RequiredContent.LOCATION);
        named("voluntary:disclosure", "items", RequiredContent.ASSISTANCE);
        named("voluntary:disclosure", "offence", RequiredContent.OFFENCE);
        named("voluntary:disclosure", "facts", RequiredContent.REASONS);
        named("voluntary:disclosure", "legal-basis", RequiredContent.LEGAL_BASIS);
        named("voluntary:disclosure", "necessity", RequiredContent.NECESSITY);
        named("voluntary:disclosure", "purpose", RequiredContent.PROPORTIONALITY);
        named("voluntary:preservation", "authority", RequiredContent.AUTHORITY);
        named("voluntary:preservation", "identifiers", RequiredContent.LOCATION);
        named("voluntary:preservation", "items", RequiredContent.ASSISTANCE);
        named("voluntary:preservation", "legal-basis", RequiredContent.LEGAL_BASIS);
        named("voluntary:preservation", "process", RequiredContent.FOLLOW_UP);
        named("voluntary:emergency", "authority", RequiredContent.AUTHORITY);
        named("voluntary:emergency", "danger", RequiredContent.URGENCY);
        named("voluntary:emergency", "items", RequiredContent.ASSISTANCE);
        named("voluntary:emergency", "process", RequiredContent.FOLLOW_UP);
    }

    private static void named(String list, String element, RequiredContent required) {
        REQUIRED.put("%s,%s".formatted(list, element), required);
    }

    /** CETS 224 art. 9(3), the one list for what is asked in an emergency. */
    private static void emergencies() {
        sections(
                "cets224:9(3)",
                Map.of(
                        "a", RequiredContent.AUTHORITY,
                        "b", RequiredContent.AUTHORITY,
                        "c", RequiredContent.CUSTODIAN,
                        "d", RequiredContent.OFFENCE,
                        "e", RequiredContent.EMERGENCY,
                        "f", RequiredContent.ASSISTANCE),
                "abcdefgh");
    }

    /** EU 2021/784 art. 3(4), EU 2022/2065 arts. 9(2) and 16(2). */
    private static void takingDown() {
        sections(
                "eu-tco:3(4)",
                Map.of(
                        "a", RequiredContent.AUTHORITY,
                        "b", RequiredContent.REASONS,
                        "c", RequiredContent.LOCATION,
                        "d", RequiredContent.LEGAL_BASIS,
                        "e", RequiredContent.AUTHORITY,
                        "f", RequiredContent.REDRESS),
                "abcdefg");
        REQUIRED.put("eu-dsa:9(2)(a)(i)", RequiredContent.LEGAL_BASIS);
        REQUIRED.put("eu-dsa:9(2)(a)(ii)", RequiredContent.REASONS);
        REQUIRED.put("eu-dsa:9(2)(a)(iii)", RequiredContent.AUTHORITY);
        REQUIRED.put("eu-dsa:9(2)(a)(iv)", RequiredContent.LOCATION);
        REQUIRED.put("eu-dsa:9(2)(a)(v)", RequiredContent.REDRESS);
        REQUIRED.put("eu-dsa:9(2)(a)(vi)", RequiredContent.AS_APPROPRIATE);
        REQUIRED.put("eu-dsa:9(2)(b)", RequiredContent.PROPORTIONALITY);
        REQUIRED.put("eu-dsa:9(2)(c)", RequiredContent.AS_APPROPRIATE);
        sections(
                "eu-dsa:16(2)",
                Map.of(
                        "a", RequiredContent.REASONS,
                        "b", RequiredContent.LOCATION,
                        "c", RequiredContent.AUTHORITY,
                        "d", RequiredContent.NECESSITY),
                "abcd");
    }

    /** Those that are not named are asked for where they apply. */
    private static void sections(String form, Map<String, RequiredContent> named, String letters) {
        letters.chars()
                .mapToObj(Character::toString)
                .forEach(letter -> REQUIRED.put(
                        "%s(%s)".formatted(form, letter), named.getOrDefault(letter, RequiredContent.AS_APPROPRIATE)));
    }

    private static void lettered(String paragraph, RequiredContent... contents) {
        char letter = 'a';
        for (var required : contents) {
            REQUIRED.put("%s(%c)".formatted(paragraph, letter++), required);
        }
    }

    /** A field of the template for article 31 that the Cybercrime Convention Committee adopted. */
    private static void numbered(int field, RequiredContent required) {
        REQUIRED.put("ets185:31,T-CY-template," + field, required);
    }

    /** What an entry of those lists asks of a draft. */
    private enum RequiredContent {
        /** This node is the authority, and signs. */
        AUTHORITY(request -> true),
        OFFENCE(request -> !request.facts().isBlank()
                && (!request.offence().provisions().isEmpty()
                        || !request.offence().description().isBlank())),
        FACTS(request -> !request.facts().isBlank()),
        DATA(request -> !request.data().identifiers().isEmpty()
                && !request.data().categories().isEmpty()
                && !request.data().relation().isBlank()),
        ASSISTANCE(request -> !request.data().identifiers().isEmpty()
                && !request.data().categories().isEmpty()),
        IDENTIFIERS(request -> !request.data().identifiers().isEmpty()
                || !request.data().provider().isBlank()),
        CUSTODIAN(request -> !request.data().provider().isBlank()
                || !request.data().location().isBlank()),
        NECESSITY(request -> !request.safeguards().necessity().isBlank()),
        PROPORTIONALITY(request -> !request.safeguards().proportionality().isBlank()),
        LEGAL_BASIS(request -> !request.safeguards().legality().isBlank()),
        REASONS(request -> !request.data().relation().isBlank()),
        LOCATION(request -> !request.data().identifiers().isEmpty()),
        REDRESS(request ->
                request.takeDown().filter(it -> !it.redress().isBlank()).isPresent()),
        PROCEEDING(request -> !request.proceeding().isBlank()),
        FOLLOW_UP(request -> request.followUp().intended()),
        /** By a court, judge or other independent authority, which is named. */
        REVIEW(request ->
                request.issuance().filter(it -> !it.reviewedBy().isBlank()).isPresent()),
        CERTIFICATION(request ->
                request.issuance().filter(it -> !it.certifiedBy().isBlank()).isPresent()),
        TARGETING(request ->
                request.issuance().filter(it -> !it.targeting().isBlank()).isPresent()),
        PROCEDURES(request -> !request.procedures().isBlank()),
        URGENCY(request -> !request.urgency().reason().isBlank()),
        EMERGENCY(request -> request.emergency().filter(EmergencyClaim::isWhole).isPresent()),
        /** Asked for only where possible, wanted or applicable. */
        AS_APPROPRIATE(request -> true);

        private final Predicate<RequestContent> said;

        RequiredContent(Predicate<RequestContent> said) {
            this.said = said;
        }

        Said text() {
            return Said.of(
                    "cooperation.element." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        boolean isSaidIn(RequestContent request) {
            return said.test(request);
        }
    }
}
