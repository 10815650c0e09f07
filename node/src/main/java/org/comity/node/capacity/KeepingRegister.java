package org.comity.node.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.assistance.Assistance;
import org.comity.law.assistance.Region;
import org.comity.node.capacity.matching.Reach;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.capacity.register.Typed;
import org.comity.node.capacity.register.Wrong;
import org.comity.node.gazette.OwnGazette;
import org.comity.node.identity.Person;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of assistance: what ships with the node, what is entered here, and what comes from others' gazettes. */
@Service
public class KeepingRegister {

    private final Map<Kind, Records<Entry>> records = new EnumMap<>(Kind.class);
    private final ShippedAssistance shipped;
    private final OwnGazette gazette;
    private final CurrentLaw law;
    private final Clock clock;

    KeepingRegister(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            ShippedAssistance shipped,
            OwnGazette gazette,
            CurrentLaw law,
            Clock clock) {
        var room = CapacityRefused.keeping(jdbc, events, clock);
        Kind.all()
                .forEach(kind -> records.put(
                        kind, new Records<>(kind.token(), Entry.class, Entry::id, () -> shipped.of(kind), room)));
        this.shipped = shipped;
        this.gazette = gazette;
        this.law = law;
        this.clock = clock;
    }

    public Assistance data() {
        return shipped.data();
    }

    /** What stands first, what was entered last before what came with the node. */
    public List<Held<Entry>> all(Kind kind) {
        return of(kind).all().stream()
                .sorted(Comparator.comparing((Held<Entry> held) -> !held.it().stands())
                        .thenComparing(Held::isShipped))
                .toList();
    }

    public List<Entry> standing(Kind kind) {
        return all(kind).stream().map(Held::it).filter(Entry::stands).toList();
    }

    public List<Held<Entry>> find(Kind kind, Looking looking) {
        var state = looking.state().isEmpty() ? Optional.<State>empty() : state(looking.state());
        return all(kind).stream()
                .filter(held -> looking.finds(held.it(), state, regions(held.it()), today()))
                .toList();
    }

    public Optional<Held<Entry>> find(Kind kind, String id) {
        return of(kind).find(id);
    }

    public List<Change> historyOf(Kind kind, String id) {
        return of(kind).history(id);
    }

    public Optional<State> state(String code) {
        return code.matches("[A-Z]{2}") ? law.now().state(StateCode.of(code)) : Optional.empty();
    }

    /** How closely an entry is meant for a State. */
    public Reach reach(Entry entry, State state) {
        return Reach.of(state, entry.set("states"), regions(entry));
    }

    private List<Region> regions(Entry entry) {
        var all = shipped.data().regions();
        return entry.parts("regions").stream()
                .flatMap(id -> Optional.ofNullable(all.get(id)).stream())
                .toList();
    }

    /** @param sent by field */
    @Transactional
    public Entry enter(Person by, Kind kind, Map<String, List<String>> sent) {
        CapacityAccess.need(CapacityAccess.mayEnter(by, kind), "capacity.refused.enter");
        return add(by, kind, read(by, kind, sent), "").it();
    }

    private Held<Entry> add(Person by, Kind kind, Map<String, String> cells, String origin) {
        var id = UUID.randomUUID().toString();
        return of(kind).add(new Entry(id, cells, "", origin), by.name(), origin.isEmpty() ? "entered" : "taken-over");
    }

    /** @param version that the person read */
    @Transactional
    public Held<Entry> change(Person by, Kind kind, String id, long version, Map<String, List<String>> sent) {
        var before = changeable(by, kind, id);
        var cells = read(by, kind, sent);
        if (before.version() == 0 && kind.has("basis")) {
            cells.put("basis", "entered");
        }
        return of(kind).change(id, version, it -> it.withCells(cells), by.name(), "changed");
    }

    /** It stays on record with the reason; what was made public of it is taken back. */
    @Transactional
    public void end(Person by, Kind kind, String id, long version, String why) {
        changeable(by, kind, id);
        if (why.isBlank()) {
            throw CapacityRefused.of("why", "capacity.refused.why");
        }
        of(kind).change(id, version, it -> it.ended(why.strip()), by.name(), "ended");
        gazette.standingAbout(about(kind, id)).forEach(note -> gazette.revoke(note.position(), why.strip(), by.name()));
    }

    /** Takes over what another announced, as this person's entry. */
    @Transactional
    public Entry takeOver(Person by, Kind kind, Map<String, List<String>> said, String origin) {
        CapacityAccess.keeper(by);
        return add(by, kind, read(by, kind, said), origin).it();
    }

    /** What stands here of an announcement, if anything. */
    public Optional<Entry> madeOf(Kind kind, String origin) {
        return all(kind).stream()
                .map(Held::it)
                .filter(it -> it.origin().equals(origin))
                .findFirst();
    }

    /** What a form or a program said, as cells. @throws CapacityRefused at the first field that can't be taken */
    Map<String, String> read(Person by, Kind kind, Map<String, List<String>> sent) {
        try {
            var cells = new TreeMap<>(new Typed(this::isState, this::isProvision).read(kind, sent));
            if (!CapacityAccess.mayKeep(by) && !by.units().contains(cells.get("institution"))) {
                throw CapacityRefused.of("institution", "capacity.refused.institution", String.join(", ", by.units()));
            }
            return cells;
        } catch (Wrong wrong) {
            throw new CapacityRefused(wrong.field(), wrong.said());
        }
    }

    private Held<Entry> changeable(Person by, Kind kind, String id) {
        var held = find(kind, id).orElseThrow(() -> CapacityRefused.of("id", "kept.refused.absent"));
        CapacityAccess.need(CapacityAccess.mayChange(by, kind, held.it()), "capacity.refused.change");
        return held;
    }

    /** Some projects name territories that the law base does not know as States. */
    private boolean isState(String code) {
        return state(code).isPresent()
                || shipped.data().projects().stream().anyMatch(it -> it.states().contains(code));
    }

    private boolean isProvision(String id) {
        return law.now().provision(id).isPresent();
    }

    private Records<Entry> of(Kind kind) {
        return Objects.requireNonNull(records.get(kind));
    }

    /** Under which name the gazette knows it. */
    public static String about(Kind kind, String id) {
        return "capacity:" + kind.token() + "/" + id;
    }

    /** The page of an entry. */
    public static String page(Kind kind, String id) {
        return "/capacity/" + kind.plural() + "/" + id;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
