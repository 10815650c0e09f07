package org.comity.node.legislation.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.comity.node.NodeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest(properties = "comity.law.open-data=true")
class OpenDataTests {

    @Autowired
    MockMvc node;

    @Test
    void whereTheOperatorGivesTheLawToEverybodyItIsReadWithoutSigningInAndWithoutASession() throws Exception {
        node.perform(get("/api/v1/law/instruments"))
                .andExpect(status().isOk())
                .andExpect(request().sessionAttributeDoesNotExist());
        node.perform(head("/api/v1/law/instruments")).andExpect(status().isOk());
        node.perform(get("/api/v1/openapi.json")).andExpect(status().isOk());
    }

    @Test
    void nothingElseIsOpened() throws Exception {
        node.perform(get("/law")).andExpect(status().is3xxRedirection());
        node.perform(get("/api/v1/other")).andExpect(status().isUnauthorized());
        node.perform(post("/api/v1/law/instruments")).andExpect(status().is3xxRedirection());
    }
}
