package org.comity.node.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a PostgreSQL database answers, and as whom to speak to it.
 *
 * @param parameters driver parameters as in a URL query ({@code sslmode=require}), or empty
 */
public record DatabaseAddress(String host, int port, String database, String user, String password, String parameters) {

    private static final int POSTGRESQL_PORT = 5432;

    /** Reads {@code postgresql://user:password@host:port/database?parameters} or the {@code jdbc:postgresql:} form. */
    public static DatabaseAddress parse(String url) {
        var uri = uri(url.strip());
        var scheme = uri.getScheme();
        if (scheme == null || !List.of("postgresql", "postgres").contains(scheme)) {
            throw unreadable("it must start with postgresql:// or jdbc:postgresql://");
        }
        if (uri.getHost() == null) {
            throw unreadable("it names no single host");
        }
        var database = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
        if (database.isEmpty() || database.contains("/")) {
            throw unreadable("it names no database after the host");
        }
        var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        var colon = userInfo.indexOf(':');
        var user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        var password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        var rest = new ArrayList<String>();
        for (var parameter : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else if (!parameter.isEmpty()) {
                rest.add(parameter);
            }
        }
        if (user.isEmpty()) {
            throw unreadable("it names no user");
        }
        var port = uri.getPort() < 0 ? POSTGRESQL_PORT : uri.getPort();
        return new DatabaseAddress(uri.getHost(), port, decoded(database), user, password, String.join("&", rest));
    }

    /** Without user and password, which are handed to the driver separately. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s%s"
                .formatted(host, port, encoded(database), parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** The form that {@link #parse} reads. */
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s%s"
                .formatted(
                        encoded(user),
                        encoded(password),
                        host,
                        port,
                        encoded(database),
                        parameters.isEmpty() ? "" : "?" + parameters);
    }

    public DatabaseAddress withDatabase(String other) {
        return new DatabaseAddress(host, port, other, user, password, parameters);
    }

    /** Never the password: addresses end up in logs. */
    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }

    private static URI uri(String url) {
        try {
            return new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        } catch (URISyntaxException malformed) {
            throw unreadable("it is not a URL; write reserved characters in the password percent-encoded");
        }
    }

    /** Says nothing of the URL itself, which holds a password. */
    private static DatabaseUnavailable unreadable(String reason) {
        return new DatabaseUnavailable(
                "COMITY_DATABASE_URL cannot be used: %s. Example: postgresql://comity:secret@db.example:5432/comity"
                        .formatted(reason));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
