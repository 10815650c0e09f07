package org.comity.node.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** How much waits for the viewer at each place of the rail, so that an open page can tell it without being loaded again. */
@RestController
class Waiting {

    @GetMapping("/waiting")
    Map<String, Integer> now(@ModelAttribute("frame") Frame frame) {
        var waiting = new LinkedHashMap<String, Integer>();
        frame.places().forEach(place -> waiting.put(place.path(), place.waiting()));
        return waiting;
    }
}
