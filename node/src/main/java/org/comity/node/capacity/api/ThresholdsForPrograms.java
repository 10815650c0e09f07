package org.comity.node.capacity.api;

import java.util.List;
import org.comity.node.capacity.KeepingThresholds;
import org.comity.node.capacity.assessment.Threshold;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Against what the self-assessment holds this node's records, for programs. */
@RestController
@RequestMapping("/api/v1/capacity/thresholds")
class ThresholdsForPrograms {

    private final KeepingThresholds thresholds;
    private final CurrentPerson current;

    ThresholdsForPrograms(KeepingThresholds thresholds, CurrentPerson current) {
        this.thresholds = thresholds;
        this.current = current;
    }

    /** @param criteria of the maturity model that it decides, or of which it decides a part */
    record ThresholdJson(
            String id,
            double value,
            String unit,
            List<String> criteria,
            String source,
            String asOf,
            String basis,
            long version) {

        static ThresholdJson of(Held<Threshold> held) {
            var it = held.it();
            return new ThresholdJson(
                    it.id(), it.value(), it.unit(), it.criteria(), it.source(), it.asOf(), it.basis(), held.version());
        }
    }

    record NewThreshold(String value, String source) {}

    @Described("Thresholds of the self-assessment, each with its source")
    @GetMapping
    List<ThresholdJson> thresholds() {
        return thresholds.all().stream().map(ThresholdJson::of).toList();
    }

    @Described("A threshold of the self-assessment")
    @GetMapping("/{id}")
    ResponseEntity<ThresholdJson> threshold(@PathVariable String id) {
        return answer(find(id));
    }

    @Described("Sets a threshold anew, with its source; answers that were given before stay")
    @PutMapping("/{id}")
    ResponseEntity<ThresholdJson> setThreshold(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewThreshold anew) {
        var version = find(id).version();
        EntityTag.of(version).mustMatch(ifMatch);
        return answer(thresholds.change(current.require(), id, version, anew.value(), anew.source()));
    }

    private static ResponseEntity<ThresholdJson> answer(Held<Threshold> held) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, EntityTag.of(held.version()).toString())
                .body(ThresholdJson.of(held));
    }

    private Held<Threshold> find(String id) {
        return thresholds.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
