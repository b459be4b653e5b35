package io.cloudpbx.bench.campaigns;

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
 * The phone system as it is, for which it is three in the afternoon in California whenever it is started: campaigns leave in
 * decent hours only.
 */
public class Afternoon {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final LocalTime WANTED = LocalTime.of(15, 0);
    private static final String AHEAD = "bench.ahead";

    public static void main(String[] args) {
        new SpringApplicationBuilder(CloudPbx.class, Afternoon.class).run(args);
    }

    /** How far ahead of the real time it is, to the second. */
    public static Duration ahead(Instant realTime) {
        ZonedDateTime now = realTime.atZone(CALIFORNIA);
        ZonedDateTime wanted = now.with(WANTED);
        return Duration.ofSeconds(Duration.between(now, wanted.isAfter(now) ? wanted : wanted.plusDays(1))
                .toSeconds());
    }

    /** The option with which a program is started that is so far ahead. */
    public static String option(Duration ahead) {
        return "-D" + AHEAD + "=" + ahead.toSeconds();
    }

    @Bean
    @Primary
    Clock threeInTheAfternoon() {
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.getLong(AHEAD, 0)));
    }
}
