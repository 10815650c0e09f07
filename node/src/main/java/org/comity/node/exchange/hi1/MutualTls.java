package org.comity.node.exchange.hi1;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.comity.node.directory.NodeKeys;

/** TLS 1.3 in which both sides prove themselves with the certificates by which the directory knows them. */
final class MutualTls {

    static final String PROTOCOL = "TLSv1.3";

    private MutualTls() {}

    /**
     * A server's side. TLS proves that the caller holds the key of its certificate; whose that is, is looked up for each
     * request, so that a stranger gets an answer that says so and a removed party is out at once.
     */
    static SSLContext server(NodeKeys keys) {
        return context(keys, certificate -> true);
    }

    /** A client's side, for a server with this one certificate. Names and authorities don't count: the directory does. */
    static SSLContext client(NodeKeys keys, X509Certificate server) {
        return context(keys, server::equals);
    }

    /** A caller without a certificate, to see that it is not let in. */
    static SSLContext nameless(X509Certificate server) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(PROTOCOL);
        context.init(null, new TrustManager[] {new Trusting(server::equals)}, null);
        return context;
    }

    static X509Certificate[] chain(NodeKeys keys) {
        return new X509Certificate[] {keys.signingCertificate(), keys.rootCertificate()};
    }

    private static SSLContext context(NodeKeys keys, Predicate<X509Certificate> trusted) {
        try {
            char[] password = UUID.randomUUID().toString().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            Certificate[] chain = Arrays.copyOf(chain(keys), 2, Certificate[].class);
            store.setKeyEntry("hi1", keys.signingKey(), password, chain);
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, password);
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(managers.getKeyManagers(), new TrustManager[] {new Trusting(trusted)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS could not be set up with the node's keys.", e);
        }
    }

    private static final class Trusting extends X509ExtendedTrustManager {

        private final Predicate<X509Certificate> trusted;

        Trusting(Predicate<X509Certificate> trusted) {
            this.trusted = trusted;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain == null || chain.length == 0 || !trusted.test(chain[0])) {
                throw new CertificateException("The certificate is not the one in the directory.");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
