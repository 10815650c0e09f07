package org.comity.node.identity.web;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.Person;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a one-time link leads: choose a password, set up the second factor, keep the recovery codes. */
@Controller
@RequestMapping("/welcome/{token}")
class WelcomePages {

    private static final String SECRET = WelcomePages.class.getName() + ".secret";

    private final Enrolment enrolment;
    private final Sessions sessions;
    private final ComitySettings settings;
    private final MessageSource words;

    WelcomePages(Enrolment enrolment, Sessions sessions, ComitySettings settings, MessageSource words) {
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping
    String welcome(@PathVariable String token, HttpSession session, Model model) {
        Optional<Person> invited = invited(token);
        String secret = session.getAttribute(SECRET) instanceof String kept ? kept : enrolment.newSecret();
        session.setAttribute(SECRET, secret);
        return form(token, invited, secret, "", "", new FormErrors(), model);
    }

    @PostMapping
    String complete(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam String password,
            @RequestParam String repeated,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Person> invited = invited(token);
        HttpSession session = request.getSession();
        if (!(session.getAttribute(SECRET) instanceof String secret)) {
            return "redirect:/welcome/" + token;
        }
        var errors = new FormErrors();
        if (!password.equals(repeated)) {
            errors.add("repeated", words.getMessage("identity.refused.repeated", null, locale));
        } else {
            try {
                var chosen = new Enrolment.Chosen(name, signInName, password, secret, code);
                var enrolled = enrolment.complete(token, chosen);
                session.removeAttribute(SECRET);
                model.addAttribute("next", sessions.begin(enrolled.person(), request, response));
                model.addAttribute("codes", enrolled.recoveryCodes());
                return "identity/welcome-done";
            } catch (Enrolment.Refused refused) {
                errors.add(refused.field(), words.getMessage(refused.said(), locale));
            }
        }
        return form(token, invited, secret, name, signInName, errors, model);
    }

    private Optional<Person> invited(String token) {
        return enrolment
                .invitation(token)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .invited();
    }

    private String form(
            String token,
            Optional<Person> invited,
            String secret,
            String name,
            String signInName,
            FormErrors errors,
            Model model) {
        QrCode qr = QrCode.encodeText(
                address(invited.map(Person::name).orElse("administrator"), secret), QrCode.Ecc.MEDIUM);
        model.addAttribute("token", token);
        model.addAttribute("invited", invited.orElse(null));
        model.addAttribute("secret", secret.replaceAll("(.{4})", "$1 ").strip());
        model.addAttribute("qrSize", qr.size + 8);
        model.addAttribute("qrPath", path(qr));
        model.addAttribute("name", name);
        model.addAttribute("signInName", signInName);
        model.addAttribute("errors", errors);
        return "identity/welcome";
    }

    private String address(String person, String secret) {
        String issuer = encode("Comity " + settings.state());
        return "otpauth://totp/" + issuer + ":" + encode(person) + "?secret=" + secret + "&issuer=" + issuer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** One square a dark module, with the quiet zone of four that readers need. */
    private static String path(QrCode qr) {
        var path = new StringBuilder();
        for (int y = 0; y < qr.size; y++) {
            for (int x = 0; x < qr.size; x++) {
                if (qr.getModule(x, y)) {
                    path.append('M').append(x + 4).append(' ').append(y + 4).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
