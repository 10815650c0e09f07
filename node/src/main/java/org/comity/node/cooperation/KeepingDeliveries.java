package org.comity.node.cooperation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.PartyId;
import org.comity.node.evidence.Condition;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.FetchingEvidence;
import org.comity.node.evidence.LimitingEvidence;
import org.comity.node.evidence.Offer;
import org.comity.node.evidence.Origin;
import org.comity.node.evidence.Particulars;
import org.comity.node.evidence.TakingInEvidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what came with an answer into the vault, as exhibits of its request: received from whom, under which provision, on
 * which conditions. The answer's own transaction keeps the file; the vault takes it in afterwards, once, also after a crash
 * between the two.
 */
@Component
class KeepingDeliveries {

    private static final Logger log = LoggerFactory.getLogger(KeepingDeliveries.class);

    private final DeliveredFiles files;
    private final Requests requests;
    private final Timeline timeline;
    private final Counterparts counterparts;
    private final TakingInEvidence taking;
    private final LimitingEvidence limiting;
    private final FetchingEvidence fetching;
    private final RequestEvidence evidence;
    private final TransactionTemplate transaction;

    KeepingDeliveries(
            DeliveredFiles files,
            Requests requests,
            Timeline timeline,
            Counterparts counterparts,
            TakingInEvidence taking,
            LimitingEvidence limiting,
            FetchingEvidence fetching,
            RequestEvidence evidence,
            TransactionTemplate transaction) {
        this.files = files;
        this.requests = requests;
        this.timeline = timeline;
        this.counterparts = counterparts;
        this.taking = taking;
        this.limiting = limiting;
        this.fetching = fetching;
        this.evidence = evidence;
        this.transaction = transaction;
    }

    /** On one replica at a time, as the scheduler sees to. */
    synchronized void keepAll() {
        for (var waiting : files.toKeep()) {
            try {
                keep(waiting);
            } catch (IOException | RuntimeException e) {
                log.warn(
                        "The file {} of request {} waits to be taken into the vault: {}",
                        waiting.file().id(),
                        waiting.request(),
                        e.getMessage(),
                        e);
            }
        }
    }

    private void keep(DeliveredFiles.Waiting waiting) throws IOException {
        var request = requests.find(waiting.request()).orElseThrow();
        var file = waiting.file();
        var known = takenBefore(request.id(), file);
        var exhibit = known.isPresent() ? known.get() : takeIn(request, file);
        transaction.executeWithoutResult(_ -> {
            if (files.kept(request.id(), file.id(), exhibit.id()) && request.side() == Side.REQUESTED) {
                evidence.released(exhibit.id(), request, handedBy(request, file));
            }
        });
    }

    /** The vault had it already when a crash came. */
    private Optional<Exhibit> takenBefore(RequestId request, DeliveredFile file) {
        var known =
                files.of(request).stream().flatMap(it -> it.exhibit().stream()).toList();
        return evidence.of(request).stream()
                .filter(it -> it.sha256().equals(file.sha256())
                        && it.particulars().name().equals(file.name())
                        && !known.contains(it.id()))
                .findFirst();
    }

    private Exhibit takeIn(Request request, DeliveredFile file) throws IOException {
        var content = files.content(request.id(), file.id()).orElseThrow();
        var ours = request.side() == Side.REQUESTED;
        var from = ours
                ? ""
                : request.counterpart()
                        .map(party -> counterparts
                                .find(party)
                                .map(Counterpart::organisation)
                                .orElse(party.value()))
                        .orElse("");
        return taking.takeIn(
                new Particulars(
                        file.name(),
                        file.type(),
                        about(request),
                        ours ? Origin.OFFICER : Origin.PROVIDER,
                        from,
                        request.route().map(PlannedRoute::provision).orElse(""),
                        conditions(request),
                        Optional.empty()),
                ours
                        ? handedBy(request, file)
                        : "party " + request.counterpart().map(PartyId::value).orElse("?"),
                Optional.empty(),
                new ByteArrayInputStream(content));
    }

    private String handedBy(Request request, DeliveredFile file) {
        return timeline.of(request.id()).stream()
                .filter(step -> step.number() == file.step())
                .map(Step::actor)
                .findFirst()
                .orElse("node");
    }

    static Set<String> about(Request request) {
        var about = new HashSet<>(Set.of(VaultEvidence.subject(request.id())));
        request.caseFile().ifPresent(file -> about.add("case-file:" + file));
        return about;
    }

    /** Those that bind: the requested side offered them and the requesting side accepted. */
    static List<Condition> conditions(Request request) {
        return request.conditions().stream()
                .filter(it -> it.accepted())
                .map(it -> new Condition(it.text(), it.provision()))
                .toList();
    }

    /** And those under which the other side has it: they stick to it. */
    private static List<Condition> conditions(Request request, Offer offered) {
        return Stream.concat(conditions(request).stream(), offered.conditions().stream())
                .distinct()
                .toList();
    }

    /** Conditions that are accepted later stick to what is here already. */
    @EventListener
    void on(StepTaken taken) {
        if (taken.step().event() == RequestEvent.CONDITIONS_ACCEPTED
                && taken.step().effective()) {
            var request = requests.find(taken.step().request()).orElseThrow();
            for (var exhibit : evidence.of(request.id())) {
                conditions(request)
                        .forEach(condition -> limiting.limit(
                                exhibit.id(), condition, taken.step().actor()));
            }
        }
    }

    /** The other side handed over what is too large for its message: this node fetches it. */
    @EventListener
    void fetch(StepTaken taken) {
        var step = taken.step();
        if (!step.effective() || step.particulars().exhibits().isEmpty()) {
            return;
        }
        var request = requests.find(step.request()).orElseThrow();
        if (step.by() == By.of(request.side().other())) {
            step.particulars().exhibits().forEach(offered -> fetch(request, offered));
        }
    }

    /** Part of the transaction in which it was heard. */
    void fetch(Request request, Offer offered) {
        var from = request.requireCounterpart();
        fetching.take(
                offered,
                from,
                VaultEvidence.subject(request.id()),
                new Particulars(
                        offered.name(),
                        offered.mediaType(),
                        about(request),
                        request.kind().isOrder() ? Origin.PROVIDER : Origin.PEER,
                        counterparts.find(from).map(Counterpart::organisation).orElse(from.value()),
                        request.route().map(PlannedRoute::provision).orElse(""),
                        conditions(request, offered),
                        Optional.empty()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Recurring {

        @Bean
        RecurringTask<Void> cooperationDeliveries(KeepingDeliveries keeping) {
            return Tasks.recurring("cooperation-deliveries", FixedDelay.of(Duration.ofSeconds(3)))
                    .execute((instance, context) -> keeping.keepAll());
        }
    }
}
