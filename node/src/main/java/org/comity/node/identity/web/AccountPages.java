package org.comity.node.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.HoldingPasskeys;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.SigningOut;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own keys to this node. */
@Controller
@RequestMapping("/account")
class AccountPages {

    /** As the page reads it. */
    record Passkey(String id, String label, String created, String used) {}

    private final CurrentPerson current;
    private final People people;
    private final HoldingPasskeys passkeys;
    private final SigningOut signingOut;

    AccountPages(CurrentPerson current, People people, HoldingPasskeys passkeys, SigningOut signingOut) {
        this.current = current;
        this.people = people;
        this.passkeys = passkeys;
        this.signingOut = signingOut;
    }

    @GetMapping
    String account(Model model, Locale locale) {
        Person person = current.require();
        model.addAttribute("person", person);
        model.addAttribute("roles", person.roles().stream().sorted().toList());
        model.addAttribute("recoveryCodes", people.unusedRecoveryCodes(person.id()));
        model.addAttribute("passkeys", passkeysOf(person, locale));
        return "identity/account";
    }

    @PostMapping("/passkeys/{id}/remove")
    String remove(@PathVariable String id, RedirectAttributes next) {
        passkeys.remove(current.require(), id);
        next.addFlashAttribute("removed", true);
        return "redirect:/account";
    }

    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere(HttpServletRequest request, HttpServletResponse response) {
        signingOut.everywhere(current.require());
        new SecurityContextLogoutHandler().logout(request, response, null);
        return "redirect:/sign-in?bye";
    }

    private List<Passkey> passkeysOf(Person person, Locale locale) {
        var day = DateTimeFormatter.ofPattern("d MMM uuuu", locale).withZone(ZoneOffset.UTC);
        return passkeys.of(person).stream()
                .map(kept ->
                        new Passkey(kept.id(), kept.label(), day.format(kept.createdAt()), day.format(kept.usedAt())))
                .toList();
    }
}
