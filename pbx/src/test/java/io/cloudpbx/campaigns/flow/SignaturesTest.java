package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SignaturesTest {
    private static final String NAME = "Harbor Dental";
    private static final PhoneNumber ANA = new PhoneNumber("+15595550101");
    private static final PhoneNumber BEN = new PhoneNumber("+15595550102");

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"MARKETING", "INFORMATIONAL"})
    void whoever_has_not_been_told_is_told_by_whatever_campaign(TextKind kind) {
        Signatures signing = Signatures.of("We are closed.", NAME, kind).knownTo(Set.of(BEN));

        assertThat(signing.to(ANA).on("We are closed."))
                .isEqualTo("Harbor Dental: We are closed. Reply STOP to opt out.");
        assertThat(signing.tell(ANA)).isTrue();
    }

    @Test
    void who_knows_is_told_again_by_marketing_alone() {
        Signatures information =
                Signatures.of("We are closed.", NAME, TextKind.INFORMATIONAL).knownTo(Set.of(BEN));
        Signatures marketing =
                Signatures.of("Half price.", NAME, TextKind.MARKETING).knownTo(Set.of(BEN));

        assertThat(information.to(BEN).on("We are closed.")).isEqualTo("We are closed.");
        assertThat(information.tell(BEN)).isFalse();
        assertThat(marketing.to(BEN).on("Half price.")).isEqualTo("Harbor Dental: Half price. Reply STOP to opt out.");
        assertThat(marketing.tell(BEN)).isTrue();
    }

    @Test
    void what_the_author_wrote_is_not_said_twice_and_tells_everybody() {
        String message = "Harbor Dental is closed. Text STOP to end.";

        Signatures signing =
                Signatures.of(message, NAME, TextKind.INFORMATIONAL).knownTo(Set.of(BEN));

        assertThat(signing.to(ANA).on(message)).isEqualTo(message);
        assertThat(signing.tell(BEN)).isTrue();
        assertThat(signing.areAlike()).isTrue();
    }

    @Test
    void it_matters_who_has_been_told_as_long_as_anything_is_missing() {
        assertThat(Signatures.of("Text STOP to end.", NAME, TextKind.INFORMATIONAL)
                        .areAlike())
                .isFalse();
        assertThat(Signatures.of("Harbor Dental is closed.", NAME, TextKind.INFORMATIONAL)
                        .areAlike())
                .isFalse();
        assertThat(Signatures.of("Half price.", NAME, TextKind.MARKETING).areAlike())
                .isTrue();
    }
}
