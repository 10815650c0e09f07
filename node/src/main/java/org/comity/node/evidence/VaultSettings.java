package org.comity.node.evidence;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.comity.node.evidence.vault.Bucket;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code comity.vault.}
 *
 * @param folder for sealed contents; without one, {@code vault} in the home folder. Uploads wait there also when an object
 *     store keeps what is complete
 * @param quota how much may be held; without one, what the disk has
 * @param largest exhibit that is taken in
 * @param reserve that stays free on the disk, so that the database can still write
 * @param uploadsWait how long an upload waits for its next bytes before it is dropped
 * @param checkEvery how often each content is read again and compared with what was taken in
 * @param s3 an object store for what is complete, instead of the folder
 */
@ConfigurationProperties("comity.vault")
public record VaultSettings(
        Optional<Path> folder,
        Optional<DataSize> quota,
        @DefaultValue("1TB") DataSize largest,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue("7d") Duration uploadsWait,
        @DefaultValue("30d") Duration checkEvery,
        @DefaultValue S3 s3) {

    /**
     * An S3-compatible object store; it is used when a bucket is named.
     *
     * @param endpoint its address; without one, Amazon's
     * @param pathStyle for stores that don't give each bucket a host name of its own
     * @param prefix before every name, so that a bucket can be shared
     * @param accessKey without one, the credentials of the machine or of its environment
     */
    public record S3(
            Optional<URI> endpoint,
            @DefaultValue("us-east-1") String region,
            Optional<String> bucket,
            @DefaultValue("") String prefix,
            @DefaultValue("false") boolean pathStyle,
            Optional<String> accessKey,
            Optional<String> secretKey) {

        Optional<Bucket> used() {
            return bucket.filter(name -> !name.isBlank())
                    .map(name -> new Bucket(
                            endpoint, region, name, ending(prefix), pathStyle, accessKey.map(this::credentials)));
        }

        private Bucket.Credentials credentials(String key) {
            return new Bucket.Credentials(
                    key,
                    secretKey.orElseThrow(() -> new IllegalArgumentException(
                            "comity.vault.s3.access-key is set, but comity.vault.s3.secret-key is not.")));
        }

        private static String ending(String prefix) {
            return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        }
    }
}
