package io.cloudpbx.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Callers show numbers that cannot exist; showing or speaking one must never be what ends a call. */
class SpoofedCallerTest {
    private final PhoneNumber spoofed = PhoneNumber.reported("+9995551234").orElseThrow();

    @Test
    void a_country_code_that_nobody_has_is_shown_and_spoken_as_it_came() {
        assertThat(spoofed.display()).isEqualTo("+9995551234");
        assertThat(spoofed.spoken()).isEqualTo("9 9 9 5 5 5 1 2 3 4");
        assertThat(spoofed.region()).isEqualTo("ZZ");
        assertThat(spoofed.isCostly()).isFalse();
    }
}
