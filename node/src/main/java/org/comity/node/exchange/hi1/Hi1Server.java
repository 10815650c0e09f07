package org.comity.node.exchange.hi1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.comity.node.directory.OwnNode;
import org.comity.node.exchange.Hi1Contents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A door of its own for HI-1: no page and no other channel is behind it, and nobody enters without a certificate. */
@Component
class Hi1Server implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Hi1Server.class);

    /** A caller that says nothing for so long has gone. */
    private static final String SILENCE_MILLIS = "20000";

    private static final String MOST_CONNECTIONS = "200";

    private final OwnNode own;
    private final Hi1Settings settings;
    private final Hi1Servlet servlet;
    private final ContentServlet contents;

    // guarded by this
    private @Nullable Tomcat tomcat;

    Hi1Server(
            OwnNode own,
            Hi1Settings settings,
            StoredParties parties,
            TakingRequests requests,
            ObjectProvider<Hi1Contents> contents) {
        this.own = own;
        this.settings = settings;
        this.servlet = new Hi1Servlet(parties, requests, settings.mostBytes());
        this.contents = new ContentServlet(parties, () -> Optional.ofNullable(contents.getIfAvailable()));
    }

    @Override
    public synchronized void start() {
        Optional<Integer> port = settings.portOf(own);
        if (port.isEmpty() || tomcat != null) {
            return;
        }
        Tomcat server = new Tomcat();
        server.setBaseDir(workFolder());
        server.getEngine().setName("comity-hi1");
        server.setConnector(connector(port.get()));
        var context = (StandardContext) server.addContext("", null);
        context.setClearReferencesRmiTargets(
                false); // nothing is ever redeployed here that could leave something behind
        context.setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "hi1", servlet);
        context.addServletMappingDecoded(Hi1Party.PATH, "hi1");
        Tomcat.addServlet(context, "contents", contents);
        context.addServletMappingDecoded(Hi1Party.CONTENTS + "*", "contents");
        try {
            server.start();
            tomcat = server;
            log.info("HI-1 is taken at https://{}:{}{}", settings.address(), port.get(), Hi1Party.PATH);
        } catch (LifecycleException e) {
            throw new IllegalStateException(
                    "HI-1 can't be taken at port " + port.get() + ". If something else uses it, set comity.hi1.port.",
                    e);
        }
    }

    private Connector connector(int port) {
        var protocol = new Http11NioProtocol();
        protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var connector = new Connector(protocol);
        connector.setThrowOnFailure(true);
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setXpoweredBy(false);
        connector.setProperty("address", settings.address());
        connector.setProperty("SSLEnabled", "true");
        connector.setProperty("connectionTimeout", SILENCE_MILLIS);
        connector.setProperty("connectionUploadTimeout", SILENCE_MILLIS);
        connector.setProperty("maxConnections", MOST_CONNECTIONS);
        connector.addSslHostConfig(handshakes());
        return connector;
    }

    private SSLHostConfig handshakes() {
        var host = new SSLHostConfig();
        host.setProtocols(MutualTls.PROTOCOL);
        host.setCertificateVerification("required");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new Handshakes(own.keys()));
        host.addCertificate(certificate);
        return host;
    }

    /** Tomcat wants a folder, although nothing is served from it. */
    private static String workFolder() {
        try {
            Path folder = Files.createTempDirectory("comity-hi1-");
            folder.toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for temporary files could be made.", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (tomcat == null) {
            return;
        }
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            log.warn("The door for HI-1 did not close in order.", e);
        } finally {
            tomcat = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return tomcat != null;
    }
}
