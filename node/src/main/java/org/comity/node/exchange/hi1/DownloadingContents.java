package org.comity.node.exchange.hi1;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Hi1Downloads;
import org.springframework.stereotype.Component;

/** By range (RFC 9110 §14), so that it goes on where a line broke; a system that knows no ranges is read from the beginning. */
@Component
class DownloadingContents implements Hi1Downloads {

    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final OwnNode own;
    private final StoredParties parties;
    private final CallingParties calling;
    private final Hi1Settings settings;

    DownloadingContents(OwnNode own, StoredParties parties, CallingParties calling, Hi1Settings settings) {
        this.own = own;
        this.parties = parties;
        this.calling = calling;
        this.settings = settings;
    }

    @Override
    public URI address(UUID id) {
        var card = own.card();
        var door = card.hi1()
                .orElseGet(() -> URI.create("https://%s:%d%s"
                        .formatted(
                                card.url().getHost(),
                                settings.portOf(own).orElse(Hi1Settings.USUAL_PORT),
                                Hi1Party.PATH)));
        return door.resolve(Hi1Party.CONTENTS + id);
    }

    @Override
    public boolean isTheirs(PartyId party, URI address) {
        return parties.find(party)
                .map(Hi1Party::url)
                .filter(url -> url.getScheme().equalsIgnoreCase(address.getScheme())
                        && url.getHost().equalsIgnoreCase(address.getHost())
                        && url.getPort() == address.getPort())
                .isPresent();
    }

    @Override
    public InputStream open(PartyId party, URI address, long place) throws IOException {
        if (!isTheirs(party, address)) {
            throw new IOException("%s is no address of %s.".formatted(address, party));
        }
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.answerTimeout())
                .header("Range", "bytes=%d-".formatted(place))
                .GET()
                .build();
        var response = send(parties.require(party), request);
        switch (response.statusCode()) {
            case PARTIAL -> {
                if (response.headers()
                        .firstValue("Content-Range")
                        .filter(range -> range.startsWith("bytes %d-".formatted(place)))
                        .isPresent()) {
                    return response.body();
                }
            }
            case OK -> {
                response.body().skipNBytes(place);
                return response.body();
            }
            default -> {}
        }
        response.body().close();
        throw new IOException("%s answered %d and not what it delivers.".formatted(party, response.statusCode()));
    }

    private HttpResponse<InputStream> send(Hi1Party party, HttpRequest request) throws IOException {
        try {
            return calling.client(party.certificate()).send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(stopping);
        }
    }
}
