package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Half price.                                    > Harbor Dental: Half price. Reply STOP to opt out.",
                "Half price at HARBOR dental.                   > Half price at HARBOR dental. Reply STOP to opt out.",
                "Half price. Text STOP to end                   > Harbor Dental: Half price. Text STOP to end",
                "Harbor Dental: half price, reply stop to end     > Harbor Dental: half price, reply stop to end",
                "Nonstop fun at the bus stop                    > Harbor Dental: Nonstop fun at the bus stop Reply STOP to opt out."
            })
    void the_name_and_the_way_out_are_added_where_they_lack(String message, String signed) {
        assertThat(Signature.sign(message.strip(), "Harbor Dental")).isEqualTo(signed);
    }
}
