package org.comity.node.evidence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    ServletRegistrationBean<TransferServlet> transferServlet(ReleasingEvidence releasing) {
        var registration = new ServletRegistrationBean<>(new TransferServlet(releasing), ReleasingEvidence.PATH + "*");
        registration.setName("transfers");
        return registration;
    }

    /** A node proves with the transfer's own secret; it has no session and no cross-site form. */
    @Bean
    @Order(2)
    SecurityFilterChain transferSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher(ReleasingEvidence.PATH + "**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    RecurringTask<Void> evidenceFetches(FetchingEvidence fetching) {
        return Tasks.recurring("evidence-fetches", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> fetching.fetchDue());
    }
}
