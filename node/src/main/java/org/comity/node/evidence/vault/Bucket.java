package org.comity.node.evidence.vault;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.comity.node.frame.Said;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket of an S3-compatible store and how to get at it.
 *
 * @param endpoint empty for Amazon's own
 * @param prefix before every name; empty, or ending in a slash
 * @param pathStyle the bucket's name stands in the path of an address and not before the host
 * @param credentials empty to take those of the machine or its environment
 */
public record Bucket(
        Optional<URI> endpoint,
        String region,
        String name,
        String prefix,
        boolean pathStyle,
        Optional<Credentials> credentials) {

    /** Says nothing of the secret, which would end up in a log. */
    public record Credentials(String accessKey, String secretKey) {
        @Override
        public String toString() {
            return accessKey;
        }
    }

    /**
     * The checksums that newer versions of the protocol add are left out unless they are demanded: not every store knows them,
     * and each segment authenticates itself.
     */
    S3Client client() {
        var client = S3Client.builder()
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                .credentialsProvider(provider())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(10))
                        .socketTimeout(Duration.ofMinutes(2))
                        .build());
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }

    private AwsCredentialsProvider provider() {
        return credentials
                .<AwsCredentialsProvider>map(both -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(both.accessKey(), both.secretKey())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    Said place() {
        return Said.of("evidence.store.bucket", name, host());
    }

    private String host() {
        return endpoint.map(URI::toString).orElse("Amazon S3 " + region);
    }

    /** What went wrong, and what whoever runs the node can do. */
    StoreUnavailable trouble(SdkException failed) {
        return new StoreUnavailable(
                failed instanceof AwsServiceException answered ? refused(answered) : unreachable(failed), failed);
    }

    /** The line broke while it was read. */
    StoreUnavailable broken(IOException failed) {
        return new StoreUnavailable(Said.of("evidence.store.unreachable", host(), String.valueOf(failed)), failed);
    }

    private Said unreachable(SdkException failed) {
        var message = String.valueOf(failed.getMessage());
        return message.contains("credentials")
                ? Said.of("evidence.store.no-key", host())
                : Said.of("evidence.store.unreachable", host(), innermost(failed));
    }

    private Said refused(AwsServiceException answered) {
        String code = Optional.ofNullable(answered.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        return switch (code) {
            case "NoSuchBucket" -> Said.of("evidence.store.no-bucket", name, host());
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken" ->
                Said.of("evidence.store.key", host(), code);
            case "RequestTimeTooSkewed" -> Said.of("evidence.store.clock", host());
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                Said.of("evidence.store.region", name, host(), region);
            default -> refused(answered.statusCode(), code);
        };
    }

    private Said refused(int status, String code) {
        return switch (status) {
            case 404 -> Said.of("evidence.store.no-bucket", name, host());
            case 401, 403 -> Said.of("evidence.store.denied", name, host());
            case 301 -> Said.of("evidence.store.region", name, host(), region);
            default -> Said.of("evidence.store.answered", host(), code.isEmpty() ? Integer.toString(status) : code);
        };
    }

    private static String innermost(Throwable failed) {
        Throwable cause = failed;
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
