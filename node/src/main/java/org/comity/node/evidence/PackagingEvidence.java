package org.comity.node.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.documents.FormLanguage;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.time.WallClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Packages of the exhibits of a case or request for a court: asked for, looked after, and fetched. Each exhibit is read again
 * and handed out in its custody before the seal is put on; its content leaves the vault only while the package is fetched,
 * straight into it, since its digest is known.
 */
@Service
public class PackagingEvidence {

    private static final Duration OPEN_FOR = Duration.ofDays(1);
    private static final int MOST = 500;

    private final SeeingEvidence seeing;
    private final ReadingEvidence reading;
    private final Exhibits exhibits;
    private final CourtPackages packages;
    private final Custody custody;
    private final Packings packings;
    private final MakingPackages making;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Clock wallClock;

    PackagingEvidence(
            SeeingEvidence seeing,
            ReadingEvidence reading,
            Exhibits exhibits,
            CourtPackages packages,
            Custody custody,
            Packings packings,
            MakingPackages making,
            TransactionOperations transactions,
            Clock clock,
            @WallClock Clock wallClock) {
        this.seeing = seeing;
        this.reading = reading;
        this.exhibits = exhibits;
        this.packages = packages;
        this.custody = custody;
        this.packings = packings;
        this.making = making;
        this.transactions = transactions;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** What a package of this matter would hold: all of its exhibits that can still be read, the first to come first. */
    public List<Exhibit> contents(Person person, Matter matter) {
        SeeingEvidence.checkHandles(person);
        return exhibits.about(matter.subject()).reversed().stream()
                .filter(exhibit -> exhibit.standing().isReadable())
                .toList();
    }

    /** The case or request, if the person sees it. */
    public Matter matter(Person person, String reference) {
        return seeing.matter(person, reference.strip()).orElseThrow(EvidenceRefused::notThere);
    }

    /** Of a matter, the newest first. */
    public List<CourtPackage> about(Person person, Matter matter) {
        SeeingEvidence.checkHandles(person);
        return packages.about(matter.subject());
    }

    /**
     * Asks for a package of all that a matter has. It is made beside the work; until then {@link #packing} says how far it is.
     * Call it outside a transaction.
     *
     * @param conditionsRead that the person confirmed all conditions as they stand now
     */
    public Packing ask(
            Person person,
            Matter matter,
            FormLanguage language,
            String recipient,
            String purpose,
            boolean conditionsRead) {
        List<Exhibit> packed = contents(person, matter);
        check(packed, recipient, purpose, conditionsRead);
        var asked = new Packing(
                UUID.randomUUID(),
                matter.subject(),
                matter.reference(),
                language.code(),
                recipient.strip(),
                purpose.strip(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                person.name(),
                person.id(),
                Packing.State.READING,
                packed.stream().mapToLong(Exhibit::size).sum(),
                0,
                0,
                Optional.empty());
        transactions.executeWithoutResult(_ -> packings.add(asked, packed, wallClock.instant()));
        making.makeDue();
        return asked;
    }

    /** One that was asked for and is not made; empty once {@link #find} knows it. */
    public Optional<Packing> packing(Person person, UUID id) {
        Optional<Packing> asked = packings.find(id);
        asked.ifPresent(it -> checkSees(person, it.about()));
        return asked;
    }

    /** Of a matter, those that are not made, the newest first. */
    public List<Packing> packings(Person person, Matter matter) {
        SeeingEvidence.checkHandles(person);
        return packings.about(matter.subject());
    }

    /** For the room that keeps the matter. @return those that are on their way, the newest first */
    public List<Packing> underway(String subject) {
        return packings.about(subject).stream()
                .filter(it -> it.state().isOpen())
                .toList();
    }

    /** @throws EvidenceRefused once it was handed out, or for one that somebody else asked for */
    public void cancel(Person person, UUID id) {
        Packing asked = packing(person, id).orElseGet(() -> {
            find(person, id);
            throw tooLate();
        });
        if (!asked.person().equals(person.id())) {
            throw new EvidenceRefused(
                    Why.NOT_ALLOWED, "", Said.of("evidence.refused.not-your-packing", asked.askedBy()));
        }
        if (!packings.cancelled(id) && asked.state() != Packing.State.CANCELLED) {
            throw tooLate();
        }
    }

    private static EvidenceRefused tooLate() {
        return new EvidenceRefused(Why.LATE, "", Said.of("evidence.refused.packed-already"));
    }

    public CourtPackage find(Person person, UUID id) {
        CourtPackage found = packages.find(id).orElseThrow(EvidenceRefused::notThere);
        checkSees(person, found.about());
        return found;
    }

    private void checkSees(Person person, String about) {
        SeeingEvidence.checkHandles(person);
        if (seeing.matter(person, about).isEmpty()) {
            throw EvidenceRefused.notThere();
        }
    }

    /** Who made it may fetch it for a day, as often as a bad line needs. */
    public boolean isOpen(Person person, CourtPackage made) {
        return made.person().equals(person.id())
                && made.handedAt().plus(OPEN_FOR).isAfter(clock.instant());
    }

    /** Opens it for another day, such as when its timestamp has come: a step of custody for each exhibit. */
    public void handOutAgain(Person person, UUID id) {
        CourtPackage made = find(person, id);
        List<Exhibit> packed = packages.exhibits(id).stream()
                .map(exhibit -> seeing.toHandle(person, exhibit))
                .toList();
        packed.forEach(PackagingEvidence::checkReadable);
        if (!made.person().equals(person.id())) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.not-yours", made.madeBy()));
        }
        transactions.executeWithoutResult(_ -> {
            handOut(packed, made.recipient(), made.purpose(), person.name());
            packages.handedOut(id, clock.instant());
        });
    }

    /** @throws EvidenceRefused if it may not be fetched by this person now */
    public void checkOpen(Person person, CourtPackage made) {
        if (!isOpen(person, made)) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.no-longer-open", made.mark()));
        }
    }

    /** To be fetched, all of it or a range. */
    public PackageFile file(Person person, CourtPackage made) {
        checkOpen(person, made);
        return new PackageFile(made, packages.files(made.id()), reading);
    }

    private void check(List<Exhibit> packed, String recipient, String purpose, boolean conditionsRead) {
        if (packed.isEmpty()) {
            throw new EvidenceRefused(Why.WRONG, "", Said.of("evidence.refused.nothing-to-pack"));
        }
        if (packed.size() > MOST) {
            throw new EvidenceRefused(Why.TOO_LARGE, "", Said.of("evidence.refused.too-many", MOST));
        }
        for (Exhibit exhibit : packed) {
            checkChain(custody, exhibit);
        }
        HandingOutEvidence.check("recipient", recipient, "evidence.refused.recipient");
        HandingOutEvidence.check("purpose", purpose, "evidence.refused.purpose");
        boolean limited = packed.stream()
                .anyMatch(exhibit -> !exhibit.particulars().conditions().isEmpty());
        if (limited && !conditionsRead) {
            throw new EvidenceRefused(Why.WRONG, "read", Said.of("evidence.refused.conditions"));
        }
    }

    static void checkChain(Custody custody, Exhibit exhibit) {
        if (!custody.faults(exhibit.id()).isEmpty()) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.broken-chain", exhibit.mark()));
        }
    }

    static void checkReadable(Exhibit exhibit) {
        if (!exhibit.standing().isReadable()) {
            throw new EvidenceRefused(Why.NOT_ALLOWED, "", Said.of("evidence.refused.destroyed", exhibit.mark()));
        }
    }

    /** In the order of their ids, in which every caller takes the locks of several exhibits. */
    private void handOut(List<Exhibit> packed, String recipient, String purpose, String by) {
        packed.stream()
                .sorted(Comparator.comparing(exhibit -> exhibit.id().value()))
                .forEach(exhibit -> custody.add(
                        exhibit.id(),
                        new CustodyAct.HandedOut(
                                recipient, purpose, exhibit.particulars().conditions()),
                        by));
    }
}
