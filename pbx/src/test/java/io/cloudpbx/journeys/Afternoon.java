package io.cloudpbx.journeys;

import io.cloudpbx.CloudPbx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A phone system for which it is three in the afternoon in California, whenever it is started: campaigns leave in decent hours
 * only, which on Sundays begin at noon and later.
 */
public class Afternoon {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final LocalTime WANTED = LocalTime.of(15, 0);
    private static final String AHEAD = "test.ahead";

    /** The phone system as a program, with {@code test.ahead} as its clock's lead in seconds. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(CloudPbx.class, Afternoon.class).run(args);
    }

    /** How far ahead of the real time that is. */
    static Duration ahead() {
        ZonedDateTime now = Instant.now().atZone(CALIFORNIA);
        ZonedDateTime wanted = now.with(WANTED);
        return Duration.between(now, wanted.isAfter(now) ? wanted : wanted.plusDays(1));
    }

    @Bean
    @Primary
    Clock threeInTheAfternoon() {
        String seconds = System.getProperty(AHEAD);
        Duration ahead = seconds == null ? ahead() : Duration.ofSeconds(Long.parseLong(seconds));
        return Clock.offset(Clock.systemUTC(), ahead);
    }

    static String setting(Duration ahead) {
        return "-D" + AHEAD + "=" + ahead.toSeconds();
    }
}
