package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A test of what people who are signed in read on pages and send with forms; it says itself on which {@link NodeTest}. */
public abstract class ThroughPages {

    @Autowired
    protected MockMvc pages;

    @Autowired
    protected JdbcClient jdbc;

    /** Somebody of this State, office or organisation. */
    protected final Person with(Role role, String unit) {
        return SomePeople.of(jdbc, unit, role);
    }

    /** What stands at an address, as text in whatever form. */
    protected final String text(String path, Person person) throws Exception {
        return answer(path, person).getContentAsString(StandardCharsets.UTF_8);
    }

    protected final MockHttpServletResponse answer(String path, Person person) throws Exception {
        return answered(get(path).with(signedIn(person)), 200);
    }

    /** A page without a missing word. */
    protected final Document page(String path, Person person) throws Exception {
        var page = Jsoup.parse(text(path, person));
        assertThat(page.text()).doesNotContain("??");
        return page;
    }

    protected final void notFound(String path, Person person) throws Exception {
        answered(get(path).with(signedIn(person)), 404);
    }

    /** What answers a form that was sent. */
    protected final Document posted(String path, Map<String, String> form, Person person, int expected)
            throws Exception {
        return Jsoup.parse(answered(sent(path, form, person), expected).getContentAsString(StandardCharsets.UTF_8));
    }

    /** Where a form that was taken leads to. */
    protected final String redirected(String path, Map<String, String> form, Person person) throws Exception {
        var answer = pages.perform(sent(path, form, person)).andReturn().getResponse();
        assertThat(answer.getRedirectedUrl()).as(answer.getContentAsString()).isNotNull();
        return answer.getRedirectedUrl();
    }

    private static MockHttpServletRequestBuilder sent(String path, Map<String, String> form, Person person) {
        var sent = post(path).with(signedIn(person)).with(csrf());
        form.forEach(sent::param);
        return sent;
    }

    private MockHttpServletResponse answered(MockHttpServletRequestBuilder call, int expected) throws Exception {
        var answer = pages.perform(call).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(expected);
        return answer;
    }
}
