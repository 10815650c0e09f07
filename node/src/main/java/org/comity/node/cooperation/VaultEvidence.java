package org.comity.node.cooperation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.evidence.Custody;
import org.comity.node.evidence.CustodyAct;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.Exhibits;
import org.comity.node.evidence.Fetch;
import org.comity.node.evidence.FetchingEvidence;
import org.comity.node.evidence.HandingOutEvidence;
import org.comity.node.evidence.PackagingEvidence;
import org.comity.node.evidence.Packing;
import org.comity.node.evidence.Release;
import org.comity.node.evidence.ReleasingEvidence;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Component;

/** In this node's own vault. */
@Component
class VaultEvidence implements RequestEvidence {

    private final Exhibits exhibits;
    private final Custody custody;
    private final HandingOutEvidence handing;
    private final ReleasingEvidence releasing;
    private final FetchingEvidence fetching;
    private final PackagingEvidence packaging;
    private final Counterparts counterparts;

    VaultEvidence(
            Exhibits exhibits,
            Custody custody,
            HandingOutEvidence handing,
            ReleasingEvidence releasing,
            FetchingEvidence fetching,
            PackagingEvidence packaging,
            Counterparts counterparts) {
        this.releasing = releasing;
        this.fetching = fetching;
        this.packaging = packaging;
        this.exhibits = exhibits;
        this.custody = custody;
        this.handing = handing;
        this.counterparts = counterparts;
    }

    static String subject(RequestId request) {
        return "request:" + request;
    }

    @Override
    public List<Exhibit> of(RequestId request) {
        return exhibits.about(subject(request));
    }

    @Override
    public List<Exhibit> givable(Request request) {
        var subjects = request.kind().informs() ? KeepingDeliveries.about(request) : Set.of(subject(request.id()));
        return subjects.stream()
                .flatMap(subject -> exhibits.about(subject).stream())
                .distinct()
                .sorted(Comparator.comparing(Exhibit::takenInAt).reversed())
                .toList();
    }

    @Override
    public void released(ExhibitId exhibit, Request request, String by) {
        var party = request.requireCounterpart();
        custody.add(
                exhibit,
                new CustodyAct.Released(
                        counterparts.find(party).map(Counterpart::organisation).orElse(party.value()),
                        party.value(),
                        request.route().map(PlannedRoute::provision).orElse("")),
                by);
    }

    @Override
    public ReadThrough readThrough(ExhibitId exhibit, Request request) {
        try {
            var prepared = releasing.prepare(exhibit, request.requireCounterpart());
            return (held, by) -> releasing.release(prepared, to(held, by));
        } catch (IOException unread) {
            throw new UncheckedIOException("The vault could not be read; nothing was handed over.", unread);
        }
    }

    @Override
    public UUID deliver(ExhibitId exhibit, Request request, String by) {
        return releasing.deliver(exhibit, to(request, by));
    }

    private ReleasingEvidence.To to(Request request, String by) {
        var party = request.requireCounterpart();
        return new ReleasingEvidence.To(
                party,
                counterparts.find(party).map(Counterpart::organisation).orElse(party.value()),
                request.route().map(PlannedRoute::provision).orElse(""),
                subject(request.id()),
                by);
    }

    @Override
    public List<Release> releases(RequestId request) {
        return releasing.of(subject(request));
    }

    @Override
    public List<Fetch> fetches(RequestId request) {
        return fetching.of(subject(request));
    }

    @Override
    public List<Packing> packings(RequestId request) {
        return packaging.underway(subject(request));
    }

    @Override
    public byte[] handOut(Person person, ExhibitId exhibit, String purpose) throws IOException {
        var step = handing.handOut(person, exhibit, person.name(), purpose, false);
        try (var open = handing.open(person, exhibit, step)) {
            var content = new ByteArrayOutputStream(Math.toIntExact(open.size()));
            open.copy(0, open.size(), content);
            return content.toByteArray();
        }
    }
}
