package org.comity.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://comity:s3cret@db.example:5433/evidence?sslmode=require",
                "postgres://comity:s3cret@db.example:5433/evidence?sslmode=require",
                "jdbc:postgresql://comity:s3cret@db.example:5433/evidence?sslmode=require",
                "jdbc:postgresql://db.example:5433/evidence?user=comity&password=s3cret&sslmode=require",
                "  postgresql://comity:s3cret@db.example:5433/evidence?sslmode=require\n",
            })
    void readsBothCustomaryForms(String url) {
        assertThat(DatabaseAddress.parse(url))
                .isEqualTo(new DatabaseAddress("db.example", 5433, "evidence", "comity", "s3cret", "sslmode=require"));
    }

    @Test
    void thePortMayBeLeftOut() {
        assertThat(DatabaseAddress.parse("postgresql://comity:x@db.example/comity")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example:5432/comity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://comity:s3cret@db.example/comity",
                "postgresql://comity:s3cret@db.example",
                "postgresql://comity:s3cret@db.example/a/b",
                "postgresql://:s3cret@db.example/comity",
                "postgresql:///comity",
                "postgresql://comity:s3cret @db.example/comity",
                "s3cret",
            })
    void refusesOthersWithoutRepeatingThePassword(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("COMITY_DATABASE_URL")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void doesNotPrintThePassword() {
        assertThat(DatabaseAddress.parse("postgresql://comity:s3cret@db.example/comity"))
                .asString()
                .doesNotContain("s3cret");
    }

    @Property
    void aWrittenAddressIsReadBackWhateverThePassword(@ForAll @NotBlank String user, @ForAll String password) {
        var address = new DatabaseAddress("127.0.0.1", 5432, "comity", user, password, "");

        assertThat(DatabaseAddress.parse(address.url())).isEqualTo(address);
    }
}
