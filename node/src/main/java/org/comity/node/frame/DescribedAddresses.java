package org.comity.node.frame;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/**
 * Addresses of a room for programs, as OpenAPI 3.1 describes them, read from the methods that answer there and the records that
 * they take and give: what is described is what is so. A room declares a bean; one document holds them all. A field is always
 * there in an answer; null says that it is not known, or that there is none. What is sent may leave out fields.
 */
public final class DescribedAddresses {

    /** What is answered when something is wrong; the frame's own problem documents have the same fields and fewer. */
    public static final String REFUSAL = "Refusal";

    private final Map<String, Map<String, Object>> paths = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();
    private final Map<String, Class<?>> records = new HashMap<>();
    private final String area;

    private DescribedAddresses(String area) {
        this.area = area;
    }

    /** @param area before the colon of the scopes that open the addresses */
    public static DescribedAddresses of(String area, Class<?>... controllers) {
        var described = new DescribedAddresses(area).withSchema(REFUSAL, refusal());
        for (Class<?> controller : controllers) {
            Arrays.stream(controller.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Described.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> described.add(controller, method));
        }
        return described;
    }

    private static Map<String, Object> refusal() {
        var text = Map.of("type", "string");
        var wrong = Map.of("type", "object", "properties", Map.of("field", text, "detail", text));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("type", Map.of("type", "string", "description", "leads to what it means"));
        properties.put("title", text);
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", text);
        properties.put("instance", text);
        properties.put("field", Map.of("type", "string", "description", "the first that is wrong, as it was sent"));
        properties.put("errors", Map.of("type", "array", "items", wrong));
        properties.put("open", Map.of("type", "array", "items", text, "description", "what must be done first"));
        properties.put("todo", Map.of("type", "string", "description", "what to do now"));
        properties.put("incident", Map.of("type", "string", "description", "quotes a fault of ours"));
        return Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of("title", "status"),
                "properties",
                properties);
    }

    /** For what no record describes. */
    public DescribedAddresses withSchema(String name, Map<String, ?> schema) {
        schemas.put(name, schema);
        return this;
    }

    /** By address, then by method in small letters. */
    public Map<String, Map<String, Object>> paths() {
        return paths;
    }

    public Map<String, Object> schemas() {
        return schemas;
    }

    private void add(Class<?> controller, Method method) {
        var mapping = mapping(method).orElseThrow(() -> new IllegalStateException(method + " has no address."));
        var prefix = mapping(controller).map(it -> it.path()[0]).orElse("");
        var path = prefix + (mapping.path().length == 0 ? "" : mapping.path()[0]);
        paths.computeIfAbsent(path, _ -> new TreeMap<>())
                .put(mapping.method()[0].name().toLowerCase(Locale.ROOT), operation(method, mapping.method()[0]));
    }

    private static Optional<RequestMapping> mapping(AnnotatedElement element) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class));
    }

    private Map<String, Object> operation(Method method, RequestMethod verb) {
        var described = method.getAnnotation(Described.class);
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", method.getName());
        operation.put("summary", described.value());
        operation.put("security", List.of(Map.of("token", List.of(scope(described, verb)))));
        var parameters = Stream.concat(
                        Arrays.stream(method.getParameters()).flatMap(it -> parameter(it).stream()),
                        verb == RequestMethod.POST
                                ? Stream.of(header("Idempotency-Key", "so that the same call acts once"))
                                : Stream.of())
                .toList();
        operation.put("parameters", parameters);
        body(method, described)
                .ifPresent(schema -> operation.put(
                        "requestBody",
                        Map.of("required", true, "content", Map.of("application/json", Map.of("schema", schema)))));
        operation.put("responses", responses(method, described));
        return operation;
    }

    private String scope(Described described, RequestMethod verb) {
        return area + ":" + (described.decides() ? "decide" : verb == RequestMethod.GET ? "read" : "write");
    }

    private Map<String, Object> responses(Method method, Described described) {
        var content = new LinkedHashMap<String, Object>();
        for (String media : described.media()) {
            content.put(media, Map.of());
        }
        if (content.isEmpty() && described.answer() != 204) {
            content.put("application/json", Map.of("schema", schema(answered(method))));
        }
        var well = new LinkedHashMap<String, Object>();
        well.put("description", "Done");
        if (!content.isEmpty()) {
            well.put("content", content);
        }
        return Map.of(
                Integer.toString(described.answer()),
                well,
                "default",
                Map.of(
                        "description",
                        "Not done, and why (RFC 9457)",
                        "content",
                        Map.of("application/problem+json", Map.of("schema", reference(REFUSAL)))));
    }

    private static Type answered(Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType type
                        && type.getRawType() == ResponseEntity.class
                ? type.getActualTypeArguments()[0]
                : method.getGenericReturnType();
    }

    private Optional<Map<String, Object>> body(Method method, Described described) {
        if (!described.takes().isEmpty()) {
            return Optional.of(reference(described.takes()));
        }
        return Arrays.stream(method.getParameters())
                .filter(it -> it.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .map(it -> schema(it.getParameterizedType()));
    }

    private Optional<Map<String, Object>> parameter(Parameter parameter) {
        if (AnnotatedElementUtils.findMergedAnnotation(parameter, PathVariable.class) instanceof PathVariable path) {
            return Optional.of(
                    parameter("path", path.name().isEmpty() ? parameter.getName() : path.name(), true, parameter));
        }
        if (AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class) instanceof RequestParam query) {
            var required = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            return Optional.of(parameter(
                    "query", query.name().isEmpty() ? parameter.getName() : query.name(), required, parameter));
        }
        if (AnnotatedElementUtils.findMergedAnnotation(parameter, RequestHeader.class)
                instanceof RequestHeader header) {
            return Optional.of(
                    header.name().equals(HttpHeaders.IF_MATCH)
                            ? header(header.name(), "the ETag of what was read")
                            : header(header.name(), "see RFC 9110"));
        }
        return Optional.empty();
    }

    private Map<String, Object> parameter(String place, String name, boolean required, Parameter parameter) {
        return Map.of(
                "name",
                name,
                "in",
                place,
                "required",
                required,
                "schema",
                listed(parameter, parameter.getParameterizedType()));
    }

    private static Map<String, Object> header(String name, String description) {
        return Map.of(
                "name",
                name,
                "in",
                "header",
                "required",
                false,
                "description",
                description,
                "schema",
                Map.of("type", "string"));
    }

    private Map<String, Object> listed(AnnotatedElement element, Type type) {
        var list = element.getAnnotation(OneOf.class);
        if (list == null) {
            return schema(type);
        }
        Map<String, Object> word = Map.of("type", "string", "enum", words(list.value()));
        return isMany(type) ? Map.of("type", "array", "items", word) : word;
    }

    /** As the enumeration writes its values to the outside. */
    static List<String> words(Class<? extends Enum<?>> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(DescribedAddresses::word)
                .toList();
    }

    private static String word(Enum<?> value) {
        try {
            var token = value.getDeclaringClass().getDeclaredMethod("token");
            token.setAccessible(true);
            return String.valueOf(token.invoke(value));
        } catch (NoSuchMethodException none) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The words of " + value.getDeclaringClass() + " can't be read.", e);
        }
    }

    private static boolean isMany(Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw);
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            var of = generic.getActualTypeArguments();
            if (isMany(type)) {
                return Map.of("type", "array", "items", schema(of[0]));
            }
            if (generic.getRawType() == Optional.class) {
                return orNull(schema(of[0]));
            }
            if (generic.getRawType() == Map.class) {
                return Map.of("type", "object", "additionalProperties", schema(of[1]));
            }
            return record((Class<?>) generic.getRawType(), of);
        }
        if (!(type instanceof Class<?> plain)) {
            return Map.of();
        }
        if (plain.isRecord() && !isText(plain)) {
            return record(plain);
        }
        return simple(plain);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        if (type == double.class || type == Double.class) {
            return Map.of("type", "number");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == UUID.class) {
            return Map.of("type", "string", "format", "uuid");
        }
        return type == Object.class ? Map.of() : Map.of("type", "string");
    }

    /** A record that addresses know as a text, such as an id. */
    private static boolean isText(Class<?> type) {
        return type.getRecordComponents().length == 1
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("toString"))
                && type.getRecordComponents()[0].getName().equals("value");
    }

    private Map<String, Object> record(Class<?> type, Type... of) {
        var name = Arrays.stream(of)
                        .map(argument -> argument instanceof Class<?> known ? known.getSimpleName() : "")
                        .reduce("", String::concat)
                + type.getSimpleName();
        if (records.putIfAbsent(name, type) instanceof Class<?> known && known != type) {
            throw new IllegalStateException("%s and %s have one name.".formatted(known, type));
        }
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            schemas.put(name, object(type, of));
        }
        return reference(name);
    }

    private Map<String, Object> object(Class<?> type, Type... of) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            var known = property(component, type, of);
            properties.put(component.getName(), nullable ? orNull(known) : known);
            if (!nullable) {
                required.add(component.getName());
            }
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("required", required);
        object.put("properties", properties);
        return object;
    }

    /** The one parameter of a record such as a page of a list is the type of its items. */
    private Map<String, Object> property(RecordComponent component, Class<?> type, Type... of) {
        if (of.length == 1
                && isMany(component.getGenericType())
                && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                        == type.getTypeParameters()[0]) {
            return Map.of("type", "array", "items", schema(of[0]));
        }
        var list = component.getAnnotation(OneOf.class);
        if (list != null
                && component.getGenericType() instanceof ParameterizedType maybe
                && maybe.getRawType() == Optional.class) {
            return orNull(Map.of("type", "string", "enum", words(list.value())));
        }
        return listed(component, component.getGenericType());
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private static Map<String, Object> reference(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }
}
