package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test of what programs do with the tokens of people who are on the node; it says itself on which {@link NodeTest}. */
public abstract class ThroughPrograms {

    private static final String FIRST = "/api/v1";

    private final JsonMapper json = new JsonMapper();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Autowired
    protected MockMvc node;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private HoldingTokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** How the node describes its addresses. */
    protected JsonNode description;

    @BeforeEach
    void readTheDescription() throws Exception {
        var reader = SomePeople.with(jdbc, Role.READER);
        description = body(node.perform(get(FIRST + "/openapi.json").with(signedIn(reader)))
                .andReturn()
                .getResponse());
    }

    protected final String tokenOf(Person person, String... scopes) {
        return tokens.make(person, person.id(), "test", HoldingTokens.read(Set.of(scopes)), 1)
                .secret();
    }

    /** @param tag of the version that the caller read, or empty */
    protected final MockHttpServletResponse call(String token, String method, String address, String body, String tag)
            throws Exception {
        return call(token, method, address, body, tag.isEmpty() ? Map.of() : Map.of("If-Match", tag));
    }

    /** @param body JSON, or empty */
    protected final MockHttpServletResponse call(
            String token, String method, String address, String body, Map<String, String> headers) throws Exception {
        var call = request(HttpMethod.valueOf(method), URI.create(address)).header("Authorization", "Bearer " + token);
        headers.forEach(call::header);
        if (!body.isEmpty()) {
            call.contentType("application/json").content(body);
        }
        return node.perform(call).andReturn().getResponse();
    }

    protected final JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    /** A refusal as it is described, whose kind is explained to everybody. */
    protected final JsonNode problem(MockHttpServletResponse answer, int status, String type) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        var problem = body(answer);
        assertThat(problem.get("type").asString()).isEqualTo(FIRST + "/problems/" + type);
        assertValid("Refusal", problem);
        var explained = node.perform(
                        request(HttpMethod.GET, URI.create(problem.get("type").asString())))
                .andReturn()
                .getResponse();
        assertThat(body(explained).get("todo")).as("for everybody to read").isEqualTo(problem.get("todo"));
        return problem;
    }

    /** An answer is what the node's description calls by this name. */
    protected final void assertValid(String name, JsonNode answer) {
        var schema = json.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", description.get("components"));
        assertThat(schemas.getSchema(schema).validate(answer).stream()
                        .map(Object::toString)
                        .limit(5))
                .as(name)
                .isEmpty();
    }

    /** Of this package and those below, such as {@code GET /api/v1/myself}. */
    protected final Set<String> addresses(String inPackage) {
        var addresses = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().startsWith(inPackage)) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapping.getPatternValues().forEach(path -> addresses.add(verb + " " + path)));
            }
        });
        return addresses;
    }

    /**
     * Each form of a room stands in the list, and what it does can be called.
     *
     * @param forms where a form is sent to, and the calls that do the same, such as {@code POST /plans}
     * @param below the address that the calls begin with
     */
    protected final void assertCallable(String room, String below, Map<String, List<String>> forms) {
        assertThat(addresses("org.comity.node." + room + ".web").stream()
                        .filter(it -> it.startsWith(RequestMethod.POST + " "))
                        .map(it -> it.substring(it.indexOf(' ') + 1)))
                .containsExactlyInAnyOrderElementsOf(forms.keySet());
        assertThat(addresses("org.comity.node." + room + ".api"))
                .containsAll(forms.values().stream()
                        .flatMap(Collection::stream)
                        .map(it -> it.replaceFirst(" ", " " + below))
                        .toList());
    }
}
