package org.comity.node.legislation.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.law.cli.Json;
import org.comity.node.frame.DescribedAddresses;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of all addresses (OpenAPI 3.1), for programs as it is and for people as a list. */
@RestController
public class OpenApi {

    /** An address with the parameters that it takes and one question to it. */
    public record Address(String id, String path, String summary, List<Parameter> parameters, String example) {}

    /** @param place {@code path} or {@code query} */
    public record Parameter(String name, String place, boolean required, String description) {}

    private final Map<?, ?> document;
    private final List<DescribedAddresses> others;

    /** @param others what the other rooms open to programs */
    OpenApi(List<DescribedAddresses> others) {
        this.others = List.copyOf(others);
        try (InputStream in = Objects.requireNonNull(
                OpenApi.class.getResourceAsStream("/legislation/openapi.yaml"), "openapi.yaml")) {
            document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The description of the addresses can't be read.", e);
        }
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String json() {
        return Json.write(whole());
    }

    /** One description for all rooms: this one's by hand, the others' as they say. */
    private Map<String, Object> whole() {
        Map<String, Object> paths = copy(at(document, "paths"));
        Map<String, Object> components = copy(at(document, "components"));
        Map<String, Object> schemas = copy(at(components, "schemas"));
        others.forEach(other -> {
            paths.putAll(other.paths());
            other.schemas().forEach((name, schema) -> {
                Object known = schemas.putIfAbsent(name, schema);
                if (known != null && !known.equals(schema)) {
                    throw new IllegalStateException("Two rooms describe " + name + " differently.");
                }
            });
        });
        components.put("schemas", schemas);
        Map<String, Object> whole = copy(document);
        whole.put("paths", paths);
        whole.put("components", components);
        return whole;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    /** In the order of the document. */
    public List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        at(document, "paths").forEach((path, item) -> {
            Map<?, ?> get = at(item, "get");
            List<Parameter> parameters = list(get, "parameters").stream()
                    .map(this::resolved)
                    .map(OpenApi::parameter)
                    .toList();
            addresses.add(new Address(
                    text(get, "operationId"),
                    path.toString(),
                    text(get, "summary"),
                    parameters,
                    filled(path.toString(), get) + text(get, "x-example")));
        });
        return addresses;
    }

    /** The path with the example of each of its parameters. */
    private String filled(String path, Map<?, ?> get) {
        String filled = path;
        for (Object one : list(get, "parameters")) {
            Map<?, ?> parameter = resolved(one);
            filled = filled.replace("{" + text(parameter, "name") + "}", text(parameter, "example"));
        }
        return filled;
    }

    private static Parameter parameter(Map<?, ?> parameter) {
        return new Parameter(
                text(parameter, "name"),
                text(parameter, "in"),
                Boolean.TRUE.equals(parameter.get("required")),
                text(parameter, "description"));
    }

    private Map<?, ?> resolved(Object parameter) {
        String reference = text(parameter, "$ref");
        return reference.isEmpty()
                ? (Map<?, ?>) parameter
                : at(at(at(document, "components"), "parameters"), reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static Map<?, ?> at(@Nullable Object map, String key) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(map)).get(key), key);
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static String text(Object map, String key) {
        return map instanceof Map<?, ?> known && known.get(key) != null ? String.valueOf(known.get(key)) : "";
    }
}
