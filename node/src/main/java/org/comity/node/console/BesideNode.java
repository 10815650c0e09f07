package org.comity.node.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.comity.node.database.Database;
import org.comity.node.settings.ComitySettings;
import org.comity.node.settings.HomeFile;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

/**
 * The ground floor of a node, opened by a command for a moment: its directory and its journal on its own database,
 * whether the node itself runs or not.
 */
final class BesideNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private BesideNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static BesideNode open(Path home) {
        if (!HomeFile.of(home).settings().containsKey("comity.state")) {
            throw new IllegalStateException("There is no node in " + home + " yet. Make one with: ./comity node init");
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("comity.home", home.toString());
        settings.put("logging.level.root", "error");
        settings.put("logging.level.org.comity", "error");
        return new BesideNode(new SpringApplicationBuilder(GroundFloor.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(fresh -> fresh.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command", settings)))
                .run("--comity.home=" + home));
    }

    <T> T room(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    // no configuration by annotation: the node itself, which scans all rooms, must not find it
    @ComponentScan(
            basePackages = {"org.comity.node.time", "org.comity.node.directory", "org.comity.node.journal"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"))
    @ConfigurationPropertiesScan({"org.comity.node.settings", "org.comity.node.directory"})
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class GroundFloor {

        @Bean(destroyMethod = "close")
        Database database(ComitySettings settings) {
            return settings.database().url().isPresent()
                    ? Database.open(settings.home(), settings.database().url())
                    : Database.attach(settings.home());
        }

        @Bean
        JdbcConnectionDetails connectionDetails(Database database) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return database.address().user();
                }

                @Override
                public String getPassword() {
                    return database.address().password();
                }

                @Override
                public String getJdbcUrl() {
                    return database.address().jdbcUrl();
                }
            };
        }
    }
}
