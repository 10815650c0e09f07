package org.comity.node.legislation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.comity.node.NodeTest;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.legislation.api.OpenApi.Address;
import org.comity.node.legislation.api.OpenApi.Parameter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the description of the addresses says is so, and all that is so is in it. */
@NodeTest
class OpenApiTests {

    @Autowired
    MockMvc node;

    @Autowired
    OpenApi api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcClient jdbc;

    private final JsonMapper json = new JsonMapper();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void everyAddressIsDescribedAndNoOther() {
        List<String> mapped = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/law/"))
                .toList();

        assertThat(api.addresses().stream().map(Address::path)).containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void everyAddressTakesTheParametersThatAreDescribedAndNoOther() throws Exception {
        for (Address address : api.addresses()) {
            JsonNode problem =
                    body(asked(address.example() + (address.example().contains("?") ? "&" : "?") + "wish=1"));

            assertThat(problem.get("parameter").asString()).as(address.path()).isEqualTo("wish");
            assertThat(problem.get("valid").valueStream().map(JsonNode::asString))
                    .as(address.path())
                    .containsExactlyInAnyOrderElementsOf(address.parameters().stream()
                            .filter(parameter -> parameter.place().equals("query"))
                            .map(Parameter::name)
                            .toList());
            assertValid("Problem", problem, address.path());
        }
    }

    @Test
    void whatIsRequiredIsMissedAndNothingElse() throws Exception {
        for (Address address : api.addresses()) {
            for (Parameter parameter : address.parameters()) {
                if (parameter.place().equals("query") && parameter.required()) {
                    var response = asked(address.example()
                            .replaceAll("([?&])" + parameter.name() + "=[^&]*", "$1nothing=")
                            .replaceAll("nothing=&?", ""));
                    assertThat(response.getStatus())
                            .as(address.path() + " " + parameter.name())
                            .isEqualTo(400);
                    assertThat(body(response).get("parameter").asString()).isEqualTo(parameter.name());
                }
            }
        }
    }

    @Test
    void everyAnswerHasTheFieldsThatAreDescribedAndNoOther() throws Exception {
        JsonNode paths = document().get("paths");
        for (Address address : api.addresses()) {
            var response = asked(address.example());
            JsonNode described = paths.get(address.path())
                    .get("get")
                    .get("responses")
                    .get("200")
                    .get("content");
            String schema =
                    described.get("application/json").get("schema").get("$ref").asString();

            assertThat(response.getStatus()).as(address.example()).isEqualTo(200);
            JsonNode answer = body(response);
            if (answer.has("items")) {
                assertThat(answer.get("items")).as(address.example()).isNotEmpty();
            }
            assertValid(schema.substring(schema.lastIndexOf('/') + 1), answer, address.example());
            if (described.has("text/csv")) {
                assertThat(asked(address.example() + (address.example().contains("?") ? "&" : "?") + "format=csv")
                                .getContentType())
                        .startsWith("text/csv");
            }
        }
    }

    @Test
    void anAnswerWithAFieldMoreOrLessWouldBeSeen() throws Exception {
        ObjectNode answer = (ObjectNode) body(asked("/api/v1/law/provisions/ets185:29"));

        assertThat(faults("Provision", answer.deepCopy().put("more", 1))).isNotEmpty();
        ObjectNode less = answer.deepCopy();
        less.remove("source");
        assertThat(faults("Provision", less)).isNotEmpty();
    }

    @Test
    void thePageShowsEachAddressWithAQuestionThatIsAnswered() throws Exception {
        var page = Jsoup.parse(asked("/law/api").getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("section a.cite").eachAttr("href"))
                .containsExactlyElementsOf(
                        api.addresses().stream().map(Address::example).toList());
        assertThat(page.text()).doesNotContain("??");
        for (NotAnswered.Kind kind : NotAnswered.Kind.values()) {
            assertThat(page.getElementById(kind.anchor())).as(kind.anchor()).isNotNull();
        }
    }

    @Test
    void thePageOfDownloadsOffersEachFormWithItsSizeLicenceAndVersion() throws Exception {
        var page = Jsoup.parse(asked("/law/download").getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("main .entries a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "/api/v1/law/download?format=json",
                        "/api/v1/law/download?format=csv",
                        "/api/v1/law/download?format=yaml");
        assertThat(page.select("main").text()).contains("Apache-2.0", "kB").doesNotContain("??");
    }

    @Test
    void theExamplesOfTheGuideAreAnswered() throws Exception {
        String guide = Files.readString(Path.of(System.getProperty("comity.root"), "docs/api.md"));
        List<String> asked = Pattern.compile("'http://localhost:8080(/api/[^']*)'")
                .matcher(guide)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(asked).hasSizeGreaterThan(5);
        for (String address : asked) {
            assertThat(asked(address).getStatus()).as(address).isEqualTo(200);
        }
    }

    private void assertValid(String schema, JsonNode answer, String about) throws Exception {
        assertThat(faults(schema, answer)).as(about).isEmpty();
    }

    private List<String> faults(String name, JsonNode answer) throws Exception {
        ObjectNode schema = json.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", document().get("components"));
        return schemas.getSchema(schema).validate(answer).stream()
                .map(Object::toString)
                .limit(5)
                .toList();
    }

    private JsonNode document() throws Exception {
        return body(asked("/api/v1/openapi.json"));
    }

    private JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse asked(String address) throws Exception {
        var result = node.perform(get(URI.create(address)).with(signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER))))
                .andReturn();
        return result.getRequest().isAsyncStarted()
                ? node.perform(asyncDispatch(result)).andReturn().getResponse()
                : result.getResponse();
    }
}
