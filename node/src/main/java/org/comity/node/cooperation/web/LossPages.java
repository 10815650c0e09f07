package org.comity.node.cooperation.web;

import org.comity.node.cooperation.RecordingLoss;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** That data is lost, and that it was found after all. */
@Controller
class LossPages {

    private final RecordingLoss recording;
    private final CurrentPerson current;
    private final Wording wording;

    LossPages(RecordingLoss recording, CurrentPerson current, Wording wording) {
        this.recording = recording;
        this.current = current;
        this.wording = wording;
    }

    @PostMapping("/requests/{id}/loss")
    String record(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        try {
            recording.record(current.require(), id, cause, remark);
            next.addFlashAttribute("said", wording.of("said.loss"));
        } catch (ActRefused refused) {
            next.addFlashAttribute("said", wording.of(refused.said()));
        }
        return "redirect:/requests/" + id;
    }

    @PostMapping("/requests/{id}/loss/take-back")
    String takeBack(@PathVariable RequestId id, RedirectAttributes next) {
        try {
            recording.takeBack(current.require(), id);
            next.addFlashAttribute("said", wording.of("said.loss-taken-back"));
        } catch (ActRefused refused) {
            next.addFlashAttribute("said", wording.of(refused.said()));
        }
        return "redirect:/requests/" + id;
    }
}
