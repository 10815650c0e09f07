package org.comity.node.evidence.web;

import java.util.Locale;
import org.comity.node.evidence.CheckingContents;
import org.comity.node.evidence.KeepingVault;
import org.comity.node.evidence.RenewingVaultKey;
import org.comity.node.evidence.Sizes;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Role;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much room the vault has, whether its contents are what was taken in, and the key under which they lie. */
@Controller
@RequestMapping("/evidence/vault")
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'OVERSEER')")
class VaultPages {

    private static final String HERE = "redirect:/evidence/vault";

    private final KeepingVault vault;
    private final CheckingContents checking;
    private final RenewingVaultKey renewing;
    private final CurrentPerson current;
    private final MessageSource words;

    VaultPages(
            KeepingVault vault,
            CheckingContents checking,
            RenewingVaultKey renewing,
            CurrentPerson current,
            MessageSource words) {
        this.vault = vault;
        this.checking = checking;
        this.renewing = renewing;
        this.current = current;
        this.words = words;
    }

    @GetMapping
    String show(Model model, Locale locale) {
        KeepingVault.State state = vault.state();
        model.addAttribute("it", state);
        model.addAttribute("store", words.getMessage(state.store(), locale));
        model.addAttribute("bytes", Sizes.shown(state.bytes(), locale));
        model.addAttribute("left", Sizes.shown(state.left(), locale));
        model.addAttribute("administrator", current.require().is(Role.ADMINISTRATOR));
        return "evidence/vault";
    }

    @PostMapping("/check")
    String check(RedirectAttributes next) {
        checking.askForAll(current.require());
        next.addFlashAttribute("said", "check");
        return HERE;
    }

    @PostMapping("/key")
    String renew(RedirectAttributes next) {
        next.addFlashAttribute("rewrapped", renewing.renew(current.require()));
        next.addFlashAttribute("said", "key");
        return HERE;
    }
}
