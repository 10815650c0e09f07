package org.comity.node.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page its frame. */
@ControllerAdvice
class DrawingFrame {

    private static final String ROLE = "ROLE_";

    private final ComitySettings settings;
    private final List<NavigationEntry> entries;
    private final List<Reminder> reminders;
    private final MessageSource words;

    DrawingFrame(
            ComitySettings settings, List<NavigationEntry> entries, List<Reminder> reminders, MessageSource words) {
        this.settings = settings;
        this.reminders = List.copyOf(reminders);
        this.words = words;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        Authentication viewer = viewer();
        // what broke the page may break the counting too, and a program has no rail
        boolean counts = request.getDispatcherType() != DispatcherType.ERROR
                && !request.getRequestURI().startsWith("/api/");
        return new Frame(
                settings.organisation(),
                settings.state(),
                settings.exercise(),
                viewer == null ? null : viewer.getName(),
                viewer == null ? List.of() : places(request.getRequestURI(), rolesOf(viewer), counts),
                viewer == null || !counts ? List.of() : reminders(locale),
                locale.getLanguage(),
                Frame.directionOf(locale));
    }

    private List<Frame.Place> places(String requestPath, Set<String> roles, boolean counts) {
        return entries.stream()
                .filter(entry -> entry.isFor(roles))
                .map(entry -> new Frame.Place(
                        entry.label(),
                        entry.path(),
                        counts ? entry.waiting().getAsInt() : 0,
                        entry.holds(requestPath),
                        entry.minor()))
                .toList();
    }

    private List<String> reminders(Locale locale) {
        return reminders.stream()
                .flatMap(room -> room.now().stream())
                .map(said -> words.getMessage(said, locale))
                .toList();
    }

    private static @Nullable Authentication viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || !authentication.isAuthenticated()
                        || authentication instanceof AnonymousAuthenticationToken
                ? null
                : authentication;
    }

    private static Set<String> rolesOf(Authentication viewer) {
        return viewer.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .collect(Collectors.toSet());
    }
}
