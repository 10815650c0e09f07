package org.comity.node.gazette;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.comity.node.directory.PartyId;
import org.comity.node.journal.TileServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class GazetteConfiguration {

    @Bean
    Task<Void> lookAtGazettesTask(LookingAtGazettes looking, GazetteSettings settings) {
        return Tasks.recurring("gazette-look", FixedDelay.of(settings.every()))
                .execute((timer, context) -> looking.lookAtAll());
    }

    @Bean
    Task<Void> lookAtGazetteTask(LookingAtGazettes looking) {
        return Tasks.oneTime(LookingAtGazettes.LOOK)
                .execute((timer, context) -> looking.look(new PartyId(timer.getId())));
    }

    @Bean
    ServletRegistrationBean<TileServlet> gazetteServlet(GazetteTiles tiles) {
        ServletRegistrationBean<TileServlet> registration =
                new ServletRegistrationBean<>(new TileServlet(tiles), "/gazette/log/*");
        registration.setName("gazette");
        return registration;
    }

    /** Public by its nature: whoever reads it needs no name here. */
    @Bean
    @Order(1)
    SecurityFilterChain gazetteSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/gazette/log/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
