package io.cloudpbx.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;

/**
 * Figures that take time to count, looked at again only after ten times that time, however many people watch: at most a tenth of
 * a processor is spent on them. What is counted so quickly that nobody waits is counted each time.
 */
final class Sparingly<K, V> {
    private static final int SHARE = 10;
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final Function<K, V> count;
    private final Ticker ticker;
    private final Cache<K, Counted<V>> known;

    Sparingly(Function<K, V> count, Ticker ticker) {
        this.count = count;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .maximumSize(1_000)
                .ticker(ticker)
                .expireAfter(Expiry.<K, Counted<V>>writing((key, counted) -> counted.isGoodFor()))
                .build();
    }

    private record Counted<V>(V figures, Duration took) {
        Duration isGoodFor() {
            return took.compareTo(AT_ONCE) < 0 ? Duration.ZERO : took.multipliedBy(SHARE);
        }
    }

    V get(K key) {
        return known.get(key, this::counted).figures();
    }

    private Counted<V> counted(K key) {
        long began = ticker.read();
        return new Counted<>(count.apply(key), Duration.ofNanos(ticker.read() - began));
    }

    /** What somebody has just done is to be seen at once. */
    void forget(K key) {
        known.invalidate(key);
    }
}
