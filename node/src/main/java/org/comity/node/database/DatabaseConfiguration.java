package org.comity.node.database;

import org.comity.node.settings.ComitySettings;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database opens before the connection pool, which asks for its details, and closes after it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(ComitySettings settings) {
        return Database.open(settings.home(), settings.database().url());
    }

    @Bean
    JdbcConnectionDetails connectionDetails(Database database) {
        var address = database.address();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.jdbcUrl();
            }
        };
    }
}
