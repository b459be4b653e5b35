package io.cloudpbx.receptionist.offline.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
    @ParameterizedTest
    @CsvSource({"caleb,kaleb", "stewart,stuart", "philip,filip", "kathy,cathy", "shawn,shaun", "stephen,steven"})
    void names_that_nobody_can_tell_by_ear_are_alike(String one, String other) {
        assertThat(Readings.of(one).stream().map(Sounded::of))
                .anyMatch(reading -> reading.isHomophoneOf(Sounded.of(other)));
    }

    @ParameterizedTest
    @CsvSource({"dana,dina", "kyle,kylie", "heater,heather", "mark,mike", "jan,june"})
    void names_that_differ_to_the_ear_are_not(String one, String other) {
        assertThat(Sounded.of(one).isHomophoneOf(Sounded.of(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"jorge,horhay", "niamh,neev", "nguyen,win", "krzysztof,kshishtof", "xiao,shao", "zhu,joo"})
    void known_names_have_the_reading_of_their_language(String name, String heard) {
        assertThat(Readings.of(name)).contains(heard);
    }

    @ParameterizedTest
    @CsvSource({"villalba,biyalba", "wolszczan,volshchan", "phan,fan"})
    void other_names_are_read_by_the_rules_of_the_language_they_look_like(String name, String heard) {
        assertThat(Readings.of(name)).contains(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "villanueva,viyanueva,0.8,1",
        "jorge,margaret,0,0.5",
        "lewandowski,levandofski,0.8,1",
        "lee,leigh,0.3,0.9"
    })
    void likeness_is_high_for_what_may_be_misheard(String one, String other, double least, double most) {
        assertThat(Likeness.of(Sounded.of(one), Sounded.of(other))).isBetween(least, most);
    }
}
