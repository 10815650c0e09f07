package org.comity.node.identity.web;

import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.Session;
import org.apache.catalina.session.StandardManager;
import org.comity.node.identity.KeptSessions;
import org.comity.node.identity.KeptSessions.Kept;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.SignedIn;
import org.comity.node.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * Tomcat's sessions in memory; one that is not there, but whose person was signed in before this process began and still may be,
 * comes back under its identifier. No object is read from bytes: the person is read anew.
 */
@Component
class RestoredSessions implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** An identifier that was not found once never will be, and a browser shows it with every request. */
    private static final int MOST_STRANGERS = 1000;

    private final KeptSessions kept;
    private final People people;
    private final Clock clock;

    RestoredSessions(KeptSessions kept, People people, @WallClock Clock clock) {
        this.kept = kept;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> context.setManager(new Manager()));
    }

    private final class Manager extends StandardManager {

        // guarded by this
        private final Set<String> strangers = Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MOST_STRANGERS;
            }
        });

        @Override
        public @Nullable Session findSession(@Nullable String id) throws IOException {
            var here = super.findSession(id);
            return here != null || id == null ? here : restored(id);
        }

        /** One at a time, so that requests which come together find one session. */
        private synchronized @Nullable Session restored(String id) throws IOException {
            var here = super.findSession(id);
            if (here != null || strangers.contains(id)) {
                return here;
            }
            Optional<Kept> row = kept.find(id);
            Optional<Person> person = row.flatMap(it -> people.findSignedIn(it.person(), it.since()));
            if (person.isEmpty()) {
                strangers.add(id);
                return null;
            }
            return restored(id, row.get(), person.get());
        }

        private Session restored(String id, Kept row, Person person) {
            var session = createEmptySession();
            session.setNew(false);
            session.setValid(true);
            session.setCreationTime(clock.millis());
            session.setMaxInactiveInterval((int) row.idle().toSeconds());
            var proof = new SecurityContextImpl(new SignedIn(person, row.since()));
            var attributes = session.getSession();
            attributes.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, proof);
            attributes.setAttribute(KeepingSessions.KEPT, KeepingSessions.asKept(id, row));
            row.formToken()
                    .ifPresent(token -> attributes.setAttribute(
                            KeepingSessions.FORM_TOKEN, new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token)));
            // with an identifier it is among the open ones, so that comes last
            session.setId(id, false);
            return session;
        }
    }
}
