package org.comity.node.exchange.as4;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.SecretKey;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.content.DEREncodedKeyValue;
import org.apache.xml.security.keys.keyresolver.KeyResolver;
import org.apache.xml.security.keys.keyresolver.KeyResolverException;
import org.apache.xml.security.keys.keyresolver.KeyResolverSpi;
import org.apache.xml.security.keys.storage.StorageResolver;
import org.apache.xml.security.utils.Constants;
import org.apache.xml.security.utils.XMLUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Reads a {@code dsig11:DEREncodedKeyValue} (XML Signature 1.1, section 4.5.10) as the key that its algorithm identifier names.
 *
 * <p>The library tries one algorithm after another and takes the first that does not object. DSA does not look at the identifier:
 * it takes an X25519 key for its own whenever the key's bytes look like an integer, which one in two thousand does, and the
 * message that came with it can't be opened.
 */
public final class EncodedPublicKey extends KeyResolverSpi {

    private static boolean registered;

    /** Asked before the library's own reader, in the whole process. */
    static synchronized void register() {
        if (!registered) {
            Init.init();
            KeyResolver.registerAtStart(EncodedPublicKey.class.getName());
            registered = true;
        }
    }

    @Override
    protected boolean engineCanResolve(Element element, String baseUri, StorageResolver storage) {
        return XMLUtils.elementIsInSignature11Space(element, Constants._TAG_DERENCODEDKEYVALUE);
    }

    @Override
    protected PublicKey engineResolvePublicKey(
            Element element, String baseUri, StorageResolver storage, boolean secureValidation)
            throws KeyResolverException {
        try {
            byte[] encoded = new DEREncodedKeyValue(element, baseUri).getBytesFromTextChild();
            var algorithm =
                    SubjectPublicKeyInfo.getInstance(encoded).getAlgorithm().getAlgorithm();
            return KeyFactory.getInstance(algorithm.getId()).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (XMLSecurityException | GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyResolverException(e);
        }
    }

    @Override
    protected @Nullable X509Certificate engineResolveX509Certificate(
            Element element, String baseUri, StorageResolver storage, boolean secureValidation) {
        return null;
    }

    @Override
    protected @Nullable SecretKey engineResolveSecretKey(
            Element element, String baseUri, StorageResolver storage, boolean secureValidation) {
        return null;
    }

    @Override
    protected @Nullable PrivateKey engineResolvePrivateKey(
            Element element, String baseUri, StorageResolver storage, boolean secureValidation) {
        return null;
    }
}
