package org.comity.node.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.comity.node.NodeTest;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Uploads as the tus protocol 1.0 describes them, and downloads by range. */
@NodeTest
class UploadingTests {

    private static final byte[] CONTENT = new byte[600_000];

    static {
        new Random(5).nextBytes(CONTENT);
    }

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Person officer;

    @BeforeEach
    void somebody() {
        officer = SomePeople.with(jdbc, Role.EXECUTING_OFFICER);
    }

    @Test
    void tellsWhatItCan() throws Exception {
        var answer = send(call(HttpMethod.OPTIONS, Uploading.PATH));

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeader("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.getHeader("Tus-Extension")).isEqualTo("creation,expiration,checksum,termination");
        assertThat(answer.getHeader("Tus-Checksum-Algorithm")).isEqualTo("sha256,sha1");
        assertThat(Long.parseLong(answer.getHeader("Tus-Max-Size"))).isPositive();
    }

    @Test
    void takesAFileInPartsAndTellsWhereItStands() throws Exception {
        String upload = create("mailbox.mbox");

        assertThat(patch(upload, 0, 0, 100).getHeader("Upload-Offset")).isEqualTo("100");
        var standing = send(call(HttpMethod.HEAD, upload));
        assertThat(standing.getHeader("Upload-Offset")).isEqualTo("100");
        assertThat(standing.getHeader("Upload-Length")).isEqualTo("600000");
        assertThat(standing.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(standing.getHeader("Upload-Expires")).endsWith("GMT");
        var last = patch(upload, 100, 100, CONTENT.length);
        assertThat(last.getStatus()).isEqualTo(204);
        assertThat(last.getHeader("Upload-Offset")).isEqualTo("600000");
        // the answer may have been lost: whoever asks again learns that all is there
        assertThat(send(call(HttpMethod.HEAD, upload)).getHeader("Upload-Offset"))
                .isEqualTo("600000");
        assertThat(send(call(HttpMethod.DELETE, upload)).getStatus()).isEqualTo(409);
    }

    @Test
    void refusesAPartFromAnotherPlaceOrOfAnotherKind() throws Exception {
        String upload = create("a.bin");

        assertThat(patch(upload, 7, 7, 100).getStatus()).isEqualTo(409);
        assertThat(send(call(HttpMethod.PATCH, upload)
                                .header("Upload-Offset", 0)
                                .contentType("application/json")
                                .content("{}"))
                        .getStatus())
                .isEqualTo(415);
        assertThat(send(MockMvcRequestBuilders.request(HttpMethod.HEAD, upload)).getStatus())
                .isEqualTo(412);
    }

    @Test
    void forgetsAPartWhoseChecksumDiffers() throws Exception {
        String upload = create("a.bin");
        byte[] part = Arrays.copyOf(CONTENT, 5000);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(part);

        assertThat(checked(upload, part, "sha256 " + Base64.getEncoder().encodeToString(new byte[32])))
                .isEqualTo(460);
        assertThat(send(call(HttpMethod.HEAD, upload)).getHeader("Upload-Offset"))
                .isEqualTo("0");
        assertThat(checked(upload, part, "crc32 AAAA")).isEqualTo(400);
        assertThat(checked(upload, part, "sha256 " + Base64.getEncoder().encodeToString(digest)))
                .isEqualTo(204);
    }

    @Test
    void dropsWhatIsNoLongerWanted() throws Exception {
        String upload = create("a.bin");
        patch(upload, 0, 0, 10);

        assertThat(send(call(HttpMethod.DELETE, upload)).getStatus()).isEqualTo(204);
        assertThat(send(call(HttpMethod.HEAD, upload)).getStatus()).isEqualTo(404);
    }

    @Test
    void isNobodyElsesUpload() throws Exception {
        String upload = create("a.bin");
        officer = SomePeople.with(jdbc, Role.EXECUTING_OFFICER);

        assertThat(patch(upload, 0, 0, 10).getStatus()).isEqualTo(404);
        assertThat(send(call(HttpMethod.DELETE, upload)).getStatus()).isEqualTo(404);
    }

    @Test
    void refusesAnUnknownCaseAndAFileWithoutName() throws Exception {
        assertThat(creating("filename " + base64("a") + ",about " + base64("PT-1999-0001"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(creating("").getStatus()).isEqualTo(422);
        assertThat(creating("filename ???").getStatus()).isEqualTo(400);
    }

    @Test
    void sendsContentByRangeToWhoeverSaidWhatFor() throws Exception {
        String id = create("mailbox.mbox").replaceFirst(".*/", "");
        patch(Uploading.PATH + "/" + id, 0, 0, CONTENT.length);
        assertThat(send(call(HttpMethod.GET, "/evidence/" + id + "/content/1")).getStatus())
                .isEqualTo(404); // the taking in is no handing out
        var handedOut = send(call(HttpMethod.POST, "/evidence/" + id + "/handed-out")
                .param("recipient", "investigating judge")
                .param("purpose", "trial"));
        assertThat(handedOut.getRedirectedUrl()).isEqualTo("/evidence/" + id + "/content/2");

        var whole = send(call(HttpMethod.GET, handedOut.getRedirectedUrl()));
        assertThat(whole.getContentAsByteArray()).isEqualTo(CONTENT);
        assertThat(whole.getHeader("Content-Disposition")).contains("mailbox.mbox");

        var part = send(call(HttpMethod.GET, handedOut.getRedirectedUrl())
                .header("Range", "bytes=300000-")
                .header("If-Range", whole.getHeader("ETag")));
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getHeader("Content-Range")).isEqualTo("bytes 300000-599999/600000");
        assertThat(part.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(CONTENT, 300_000, 600_000));
        assertThat(send(call(HttpMethod.GET, handedOut.getRedirectedUrl()).header("Range", "bytes=700000-"))
                        .getStatus())
                .isEqualTo(416);
    }

    private String create(String name) throws Exception {
        var answer = creating("filename " + base64(name) + ",filetype " + base64("application/mbox"));
        assertThat(answer.getStatus()).isEqualTo(201);
        return answer.getHeader("Location");
    }

    private MockHttpServletResponse creating(String metadata) throws Exception {
        return send(call(HttpMethod.POST, Uploading.PATH)
                .header("Upload-Length", CONTENT.length)
                .header("Upload-Metadata", metadata));
    }

    private MockHttpServletResponse patch(String upload, long offset, int from, int to) throws Exception {
        return send(call(HttpMethod.PATCH, upload)
                .header("Upload-Offset", offset)
                .contentType("application/offset+octet-stream")
                .content(Arrays.copyOfRange(CONTENT, from, to)));
    }

    private int checked(String upload, byte[] part, String checksum) throws Exception {
        return send(call(HttpMethod.PATCH, upload)
                        .header("Upload-Offset", 0)
                        .header("Upload-Checksum", checksum)
                        .contentType("application/offset+octet-stream")
                        .content(part))
                .getStatus();
    }

    private MockHttpServletRequestBuilder call(HttpMethod method, String path) {
        return MockMvcRequestBuilders.request(method, path).header("Tus-Resumable", "1.0.0");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call.with(csrf()).with(SomePeople.signedIn(officer)))
                .andReturn()
                .getResponse();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
