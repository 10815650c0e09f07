package org.comity.node.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.comity.node.NodeTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class StaticFilesTests {

    @Autowired
    MockMvc node;

    @Test
    void whatAPageIsDrawnWithHasAnAddressOfItsContentAndIsKeptForAYear() throws Exception {
        var page = Jsoup.parse(
                node.perform(get("/sign-in")).andReturn().getResponse().getContentAsString());
        var files = List.of(
                page.select("link[rel=stylesheet]").attr("href"),
                page.select("link[rel=icon]").attr("href"),
                page.select("script[src*=comity]").attr("src"));

        for (var file : files) {
            assertThat(file).matches("/[a-z]+-[0-9a-f]{32}\\.(css|js|svg)");
            var answer = node.perform(get(file)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(file).isEqualTo(200);
            assertThat(answer.getHeader("Cache-Control")).as(file).contains("max-age=31536000");
        }
    }
}
