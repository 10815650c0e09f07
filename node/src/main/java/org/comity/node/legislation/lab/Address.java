package org.comity.node.legislation.lab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An address on this node, built part by part; equal questions have equal addresses. */
final class Address {

    private record Part(String name, String value) {}

    private final String path;
    private final List<Part> parts = new ArrayList<>();

    private Address(String path) {
        this.path = path;
    }

    static Address of(String path) {
        return new Address(path);
    }

    Address with(String name, Object value) {
        parts.add(new Part(name, value.toString()));
        return this;
    }

    @Override
    public String toString() {
        return parts.isEmpty()
                ? path
                : path
                        + parts.stream()
                                .map(part -> part.name() + "=" + written(part.value()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /** Colons and the at sign stay readable: they are allowed in a query (RFC 3986 §3.4). */
    private static String written(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%40", "@");
    }
}
