package org.comity.node.evidence.court;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comity.node.evidence.Condition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a package for a court, to be read by programs: {@code manifest.json}.
 *
 * @param mark as people write it on paper
 * @param exercise nothing in it is real
 * @param about the case or request, as people write it
 * @param sealRoot the certificate by which the node's seals are recognised, DER in base 64
 * @param vouched the word of the node's root for it, see {@link org.comity.node.evidence.seal.Vouched}
 * @param files all but this one and the list for {@code sha256sum}
 */
public record PackageManifest(
        String form,
        String mark,
        String party,
        String organisation,
        boolean exercise,
        String about,
        String madeAt,
        String madeBy,
        String language,
        String recipient,
        String purpose,
        byte[] sealRoot,
        byte[] vouched,
        List<Packed> exhibits,
        List<File> files) {

    public static final String FORM = "comity-court-package/1";
    public static final String PATH = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * An exhibit of the package.
     *
     * @param id by which the steps of its custody name it
     * @param custody path of its chain
     * @param proofs path of the folder with its proofs
     */
    public record Packed(
            String id,
            String mark,
            String name,
            String path,
            long size,
            String sha256,
            List<Condition> conditions,
            String custody,
            String proofs) {

        public Packed {
            conditions = List.copyOf(conditions);
        }
    }

    /** Any file of the package. */
    public record File(String path, long size, String sha256) {}

    public PackageManifest {
        exhibits = List.copyOf(exhibits);
        files = List.copyOf(files);
    }

    /** @throws JacksonException if it is no such manifest */
    public static PackageManifest read(byte[] bytes) {
        return JSON.readValue(bytes, PackageManifest.class);
    }

    public byte[] bytes() {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
