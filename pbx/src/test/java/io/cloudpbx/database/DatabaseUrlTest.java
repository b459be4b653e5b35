package io.cloudpbx.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.startup.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void an_address_as_hosting_companies_write_it_is_taken_apart() {
        var address = DatabaseUrl.parse("postgres://dana:p%40ss%2Fw+rd@db.example:6432/pbx?sslmode=require");
        assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://db.example:6432/pbx?sslmode=require");
        assertThat(address.user()).isEqualTo("dana");
        assertThat(address.password()).isEqualTo("p@ss/w+rd");
    }

    @Test
    void a_port_and_a_login_may_be_missing() {
        var address = DatabaseUrl.parse("postgresql://db.example/pbx");
        assertThat(address.jdbc()).isEqualTo("jdbc:postgresql://db.example/pbx");
        assertThat(address.user()).isNull();
    }

    @Test
    void a_jdbc_address_is_taken_as_it_is() {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://h/d?user=u").jdbc()).isEqualTo("jdbc:postgresql://h/d?user=u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://u:secret@h/d", "postgres://h", "postgres://u:sec ret@h/d", "db.example", "jdbc:h2:x"})
    void anything_else_is_refused_without_showing_the_password(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("sec")
                .hasNoCause();
    }

    @Test
    void the_password_is_not_in_the_text_form() {
        assertThat(DatabaseUrl.parse("postgres://u:secret@h/d").toString()).doesNotContain("secret");
    }
}
