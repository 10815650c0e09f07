package org.comity.node.identity.web;

import java.util.List;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which role may do what, as the code has it. */
@Controller
class RolesPage {

    @GetMapping("/help/roles")
    String roles(Model model) {
        model.addAttribute("allRoles", List.of(Role.values()));
        model.addAttribute("powers", List.of(Power.values()));
        return "identity/roles";
    }
}
