package org.comity.node.exchange.hi1;

import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.tomcat.util.net.SSLContext;
import org.comity.node.directory.NodeKeys;
import org.jspecify.annotations.Nullable;

/** Lends our TLS to Tomcat, which otherwise wants key stores in files. */
final class Handshakes implements SSLContext {

    private final javax.net.ssl.SSLContext context;
    private final X509Certificate[] chain;

    Handshakes(NodeKeys keys) {
        this.context = MutualTls.server(keys);
        this.chain = MutualTls.chain(keys);
    }

    @Override
    public void init(
            KeyManager @Nullable [] keys,
            TrustManager @Nullable [] trusts,
            java.security.@Nullable SecureRandom random) {
        // made ready in the constructor
    }

    @Override
    public void destroy() {
        // holds nothing that must be given back
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
