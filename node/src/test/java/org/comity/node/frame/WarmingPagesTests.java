package org.comity.node.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.node.NodeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.DispatcherServlet;

@NodeTest
class WarmingPagesTests {

    @Autowired
    DispatcherServlet pages;

    @Autowired
    List<WarmPages> rooms;

    @Test
    void everyPageThatIsDrawnInAdvanceIsThereForNobody() throws Exception {
        var warming = new WarmingPages(pages, rooms);

        assertThat(rooms).isNotEmpty();
        for (var room : rooms) {
            for (var address : room.addresses()) {
                assertThat(warming.status(address)).as(address).isEqualTo(200);
            }
        }
    }

    @Test
    void aPageThatIsNotThereIsNotFoundAndHarmsNothing() throws Exception {
        assertThat(new WarmingPages(pages, rooms).status("/law/instruments/none"))
                .isEqualTo(404);
    }
}
