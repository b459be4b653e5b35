package io.cloudpbx.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A phone system for which it is three in the afternoon in California, whenever it is started: campaigns leave in decent hours
 * only, which on Sundays begin at noon and later.
 */
public class Afternoon {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final LocalTime WANTED = LocalTime.of(15, 0);

    /** How far ahead of the real time that is. */
    private static Duration ahead() {
        ZonedDateTime now = Instant.now().atZone(CALIFORNIA);
        ZonedDateTime wanted = now.with(WANTED);
        return Duration.between(now, wanted.isAfter(now) ? wanted : wanted.plusDays(1));
    }

    @Bean
    @Primary
    Clock threeInTheAfternoon() {
        return Clock.offset(Clock.systemUTC(), ahead());
    }
}
