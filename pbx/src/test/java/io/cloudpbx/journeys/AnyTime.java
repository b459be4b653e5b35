package io.cloudpbx.journeys;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A phone system for which it is what a test says, and stays so however long a call takes; until then it is what it is. */
public class AnyTime {
    /** Real time, until it stands still. */
    public static final class Still extends Clock {
        private final AtomicReference<Optional<Instant>> at = new AtomicReference<>(Optional.empty());

        void standAt(Instant instant) {
            at.set(Optional.of(instant));
        }

        @Override
        public Instant instant() {
            return at.get().orElseGet(Instant::now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Everything is kept in UTC.");
        }
    }

    @Bean
    @Primary
    Still still() {
        return new Still();
    }
}
