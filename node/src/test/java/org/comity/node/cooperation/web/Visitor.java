package org.comity.node.cooperation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.node.identity.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A person with a browser that has no JavaScript: reads a page, fills its forms, and lands where they lead. */
final class Visitor {

    private final MockMvc pages;
    private final Person person;
    private Document page = Document.createShell("");
    private String path = "";
    private int status;

    Visitor(MockMvc pages, Person person) {
        this.pages = pages;
        this.person = person;
    }

    Visitor opens(String address) throws Exception {
        return land(pages.perform(get(address).with(signedIn(person))).andReturn(), address);
    }

    /** Fills the form of this id as it stands, with these answers over it, and follows where it leads. */
    Visitor submits(String form, Map<String, String> answers) throws Exception {
        var found = page.getElementById(form);
        assertThat(found).as("form #%s on %s", form, path).isInstanceOf(FormElement.class);
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var field : ((FormElement) found).formData()) {
            if (!answers.containsKey(field.key())) {
                fields.add(Map.entry(field.key(), field.value()));
            }
        }
        answers.forEach((name, value) -> fields.add(Map.entry(name, value)));
        var request = post(found.attr("action")).with(signedIn(person)).with(csrf());
        for (var field : fields) {
            request = request.param(field.getKey(), field.getValue());
        }
        var result = pages.perform(request).andReturn();
        var next = result.getResponse().getRedirectedUrl();
        if (next == null) {
            return land(result, path);
        }
        var following = get(next).with(signedIn(person));
        if (!result.getFlashMap().isEmpty()) {
            following.flashAttrs(result.getFlashMap());
        }
        return land(pages.perform(following).andReturn(), next);
    }

    private Visitor land(MvcResult result, String at) throws Exception {
        var next = result.getResponse().getRedirectedUrl();
        if (next != null) {
            return opens(next);
        }
        status = result.getResponse().getStatus();
        path = at;
        page = Jsoup.parse(result.getResponse().getContentAsString());
        assertThat(page.text()).as("words of %s", at).doesNotContain("??");
        return this;
    }

    Document page() {
        return page;
    }

    String path() {
        return path;
    }

    int status() {
        return status;
    }

    List<String> errors() {
        return page.select(".error-summary li").eachText();
    }

    String text() {
        return page.text();
    }
}
