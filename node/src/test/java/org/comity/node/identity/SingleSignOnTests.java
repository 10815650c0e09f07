package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.comity.node.NodeTest;
import org.comity.node.time.WallTime;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Single sign-on with an OpenID Connect provider that signs, checks PKCE and knows its client. */
@NodeTest(properties = {"comity.sign-in.provider.name=House login", "comity.sign-in.provider.both-factors=true"})
class SingleSignOnTests {

    private static final Provider PROVIDER = Provider.start();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("comity.sign-in.provider.issuer", PROVIDER::issuer);
        settings.add("comity.sign-in.provider.client-secret", () -> Provider.CLIENT_SECRET);
    }

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private HttpClient browser;
    private Person officer;

    @BeforeEach
    void somebodyWithAnAccount() {
        browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        PROVIDER.subject = UUID.randomUUID().toString();
        PROVIDER.methods = List.of("pwd", "mfa");
    }

    @Test
    void theDoorOffersTheProviderByItsName() throws Exception {
        assertThat(Jsoup.parse(get("/sign-in").body())
                        .select("a[href=/sign-in/provider/house]")
                        .text())
                .contains("House login");
    }

    @Test
    void anAccountThatIsNobodysOpensNothingAndWaitsForAnAdministrator() throws Exception {
        assertThat(throughTheProvider()).isEqualTo("/sign-in?stranger");

        assertThat(get("/account").statusCode()).isEqualTo(302);
        assertThat(waiting()).isNotNull();
    }

    @Test
    void aLinkedAccountWithBothFactorsIsInWithTheRolesThatThisNodeGave() throws Exception {
        throughTheProvider();
        accounts.link(SomePeople.with(jdbc, Role.ADMINISTRATOR), waiting(), officer.id());

        assertThat(throughTheProvider()).isEqualTo("/board");

        var account = Jsoup.parse(get("/account").body());
        assertThat(account.select("main").text()).contains(officer.name(), "duty officer");
        assertThat(get("/people").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutASecondFactorAtTheProviderTheNodeAsksForItsOwn() throws Exception {
        throughTheProvider();
        accounts.link(SomePeople.with(jdbc, Role.ADMINISTRATOR), waiting(), officer.id());
        PROVIDER.methods = List.of("pwd");

        assertThat(throughTheProvider()).isEqualTo("/sign-in/code");
        assertThat(get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anUnlinkedAccountIsNobodysAgain() throws Exception {
        throughTheProvider();
        var administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        var account = waiting();
        accounts.link(administrator, account, officer.id());
        accounts.unlink(administrator, account);

        assertThat(throughTheProvider()).isEqualTo("/sign-in?stranger");
    }

    @Test
    void anAnswerThatNobodyAskedForOpensNothing() throws Exception {
        var answer = get("/sign-in/back?code=abc&state=made-up");

        assertThat(location(answer)).endsWith("/sign-in?provider");
    }

    private UUID waiting() {
        return accounts.all().stream()
                .filter(account -> account.shown().equals("user " + PROVIDER.subject))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** As a browser would go. @return where it ends */
    private String throughTheProvider() throws Exception {
        var toProvider = location(get("/sign-in/provider/house"));
        var back = location(send(URI.create(toProvider)));
        // the node's own address is told to the provider; this one listens on another port
        return location(get(back.substring(back.indexOf("/sign-in/back")))).replace("http://localhost:" + port, "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(URI address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The authorization code flow of OpenID Connect Core 1.0 with RFC 7636, for one client. */
    private static final class Provider {

        static final String CLIENT_SECRET = "the client's secret";

        /** What somebody came with and agreed to. */
        private record Asked(String nonce, String challenge) {}

        private final HttpServer server;
        private final RSAKey key;
        private final Map<String, Asked> codes = new ConcurrentHashMap<>();
        volatile String subject = "";
        volatile List<String> methods = List.of();

        private Provider(HttpServer server, RSAKey key) {
            this.server = server;
            this.key = key;
        }

        static Provider start() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                var provider = new Provider(
                        server, new RSAKeyGenerator(2048).keyID("one").generate());
                server.createContext("/.well-known/openid-configuration", provider::describe);
                server.createContext("/keys", provider::keys);
                server.createContext("/authorize", provider::authorize);
                server.createContext("/token", provider::token);
                server.start();
                return provider;
            } catch (IOException | JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        String issuer() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        private void describe(HttpExchange call) throws IOException {
            json(call, """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                     "id_token_signing_alg_values_supported": ["RS256"], "scopes_supported": ["openid", "profile"],
                     "token_endpoint_auth_methods_supported": ["client_secret_basic"]}
                    """.formatted(issuer()));
        }

        private void keys(HttpExchange call) throws IOException {
            json(call, new JWKSet(key.toPublicJWK()).toString());
        }

        private void authorize(HttpExchange call) throws IOException {
            var asked = form(call.getRequestURI().getRawQuery());
            var code = UUID.randomUUID().toString();
            codes.put(code, new Asked(asked.get("nonce"), String.valueOf(asked.get("code_challenge"))));
            call.getResponseHeaders()
                    .add(
                            "Location",
                            asked.get("redirect_uri") + "?code=" + code + "&state="
                                    + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
            call.sendResponseHeaders(302, -1);
            call.close();
        }

        private void token(HttpExchange call) throws IOException {
            var sent = form(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var asked = codes.remove(sent.get("code"));
            var client = call.getRequestHeaders().getFirst("Authorization");
            var expected = "Basic "
                    + Base64.getEncoder()
                            .encodeToString(("comity:" + URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.UTF_8));
            try {
                var digest = MessageDigest.getInstance("SHA-256")
                        .digest(String.valueOf(sent.get("code_verifier")).getBytes(StandardCharsets.US_ASCII));
                var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
                if (asked == null || !expected.equals(client) || !challenge.equals(asked.challenge())) {
                    call.sendResponseHeaders(400, -1);
                    call.close();
                    return;
                }
                json(
                        call,
                        "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"" + idToken(asked)
                                + "\"}");
            } catch (GeneralSecurityException | JOSEException e) {
                throw new IOException(e);
            }
        }

        private String idToken(Asked asked) throws JOSEException {
            Instant now = WallTime.clock().instant();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject(subject)
                            .audience("comity")
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(60)))
                            .claim("nonce", asked.nonce())
                            .claim("preferred_username", "user " + subject)
                            .claim("amr", methods)
                            .claim("roles", List.of("ADMINISTRATOR"))
                            .build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        }

        private static void json(HttpExchange call, String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        }

        private static Map<String, String> form(String text) {
            return Arrays.stream(text.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
    }
}
