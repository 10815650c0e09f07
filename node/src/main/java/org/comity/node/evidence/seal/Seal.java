package org.comity.node.evidence.seal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A seal on files: what lies in {@code META-INF} of a container (ASiC-E with CAdES, ETSI EN 319 162-1).
 *
 * @param manifest the files and their digests
 * @param signature over the manifest (CAdES, detached); with a timestamp once an authority gave one
 * @param renewals each stamps all before it, the oldest first
 */
public record Seal(byte[] manifest, byte[] signature, List<Renewal> renewals) {

    static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";
    static final String SIGNATURE_TYPE = "application/pkcs7-signature";
    static final String STAMP_TYPE = "application/vnd.etsi.timestamp-token";

    private static final String NEWEST_RENEWAL = "META-INF/ASiCArchiveManifest.xml";

    /** @param manifest all that was there @param stamp over that manifest */
    public record Renewal(byte[] manifest, byte[] stamp) {}

    public Seal {
        renewals = List.copyOf(renewals);
    }

    /** By the paths in the container. The newest renewal has no number (EN 319 162-1 annex A.7). */
    public Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(MANIFEST, manifest);
        files.put(SIGNATURE, signature);
        for (int at = 0; at < renewals.size(); at++) {
            files.put(renewalPath(at, renewals.size()), renewals.get(at).manifest());
            files.put(stampPath(at), renewals.get(at).stamp());
        }
        return files;
    }

    static String renewalPath(int at, int count) {
        return at == count - 1 ? NEWEST_RENEWAL : "META-INF/ASiCArchiveManifest%03d.xml".formatted(at + 1);
    }

    static String stampPath(int at) {
        return "META-INF/timestamp%03d.tst".formatted(at + 1);
    }
}
