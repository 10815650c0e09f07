package org.comity.node.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.CarryingPackets;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.PacketNotTaken;
import org.comity.node.exchange.Packets;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Packets to carry to peers, and packets that were brought. */
@Controller
@RequestMapping("/channels/packets")
@PreAuthorize("hasAnyRole('DUTY_OFFICER', 'LAWYER', 'ADMINISTRATOR')")
class PacketPages {

    private static final String HERE = "redirect:/channels/packets";
    private static final int SHOWN = 30;

    private final CarryingPackets carrying;
    private final Packets packets;
    private final Deliveries deliveries;
    private final Peers peers;
    private final CurrentPerson current;
    private final Telling telling;

    PacketPages(
            CarryingPackets carrying,
            Packets packets,
            Deliveries deliveries,
            Peers peers,
            CurrentPerson current,
            Telling telling) {
        this.carrying = carrying;
        this.packets = packets;
        this.deliveries = deliveries;
        this.peers = peers;
        this.current = current;
        this.telling = telling;
    }

    /**
     * A peer for whom something waits.
     *
     * @param byHand it can't be reached over the network
     */
    record Waiting(String party, String organisation, int messages, boolean byHand) {}

    /** A packet as the page shows it. */
    record Row(
            UUID id,
            boolean out,
            boolean bringsAnswers,
            String party,
            int messages,
            OffsetDateTime at,
            String by,
            Optional<UUID> answer) {}

    /** What came of a packet just taken in. */
    record Taken(String party, int messages, boolean bringsAnswers, List<String> troubles, Optional<UUID> back) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "waiting",
                peers.all().stream()
                        .map(this::waiting)
                        .filter(it -> it.messages() > 0)
                        .toList());
        model.addAttribute(
                "rows", packets.latest(SHOWN).stream().map(PacketPages::row).toList());
        return "exchange/packets";
    }

    @PostMapping("/made")
    String make(@RequestParam String party, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            Packets.Kept made = carrying.make(party(party), current.require().name());
            next.addFlashAttribute("made", row(made));
            return HERE;
        } catch (PacketNotTaken refused) {
            return refused(refused.said(), model, response);
        }
    }

    @PostMapping("/taken")
    String take(@RequestParam MultipartFile packet, Model model, HttpServletResponse response, RedirectAttributes next)
            throws IOException {
        if (packet.isEmpty()) {
            return refused(Said.of("exchange.packet.refused.no-file"), model, response);
        }
        try {
            CarryingPackets.Taken taken =
                    carrying.take(packet.getBytes(), current.require().name());
            next.addFlashAttribute(
                    "taken",
                    new Taken(
                            taken.packet().party().value(),
                            taken.packet().messages(),
                            taken.packet().bringsAnswers(),
                            Stream.concat(
                                            taken.outcomes().stream().flatMap(it -> it.trouble().stream()),
                                            taken.differences().stream())
                                    .map(it -> telling.of(it.said()))
                                    .toList(),
                            taken.back().map(Packets.Kept::id)));
            return HERE;
        } catch (PacketNotTaken refused) {
            return refused(refused.said(), model, response);
        }
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        Packets.Kept kept = packets.find(id)
                .filter(Packets.Kept::out)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(kept.fileName(), "application/zip", packets.file(id).orElseThrow());
    }

    private String refused(Said why, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", telling.of(why));
        return list(model);
    }

    private Waiting waiting(Peer peer) {
        return new Waiting(
                peer.party().value(),
                peer.organisation(),
                deliveries.onItsWay(peer.party()),
                peer.channel().isByHand());
    }

    private PartyId party(String text) {
        try {
            return peers.require(new PartyId(text)).party();
        } catch (IllegalArgumentException | Peers.UnknownPeer e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }

    private static Row row(Packets.Kept kept) {
        return new Row(
                kept.id(),
                kept.out(),
                kept.bringsAnswers(),
                kept.party().value(),
                kept.messages(),
                Telling.utc(kept.handledAt()),
                kept.handledBy(),
                kept.answer());
    }
}
