package io.cloudpbx.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.ledger.Fact.CallSilence;
import io.cloudpbx.sandbox.ledger.Fact.Callback;
import io.cloudpbx.sandbox.ledger.Fact.RateExceeded;
import io.cloudpbx.sandbox.ledger.Fact.TextDelivered;
import io.cloudpbx.sandbox.ledger.Fact.TextReceived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final List<Fact> ONE_OF_EACH = List.of(
            new TextDelivered("SM01", "+18885550100", "+14155550190", 2),
            new TextReceived("SM02", "+14155550190", "+18885550100", 1),
            new RateExceeded("+18885550100", NOW, 5, 3),
            new CallSilence("CA01", 4, 12),
            new Callback(
                    "CA01", "call.status", "POST", "http://127.0.0.1/status", Map.of("CallStatus", "busy"), 204, null));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.jsonl");
    }

    private Ledger onDisk() {
        return Ledger.onDisk(file(), CLOCK);
    }

    private static List<Long> numbers(Ledger.Page page) {
        return page.entries().stream().map(LedgerEntry::seq).toList();
    }

    private static void fill(Ledger ledger, int entries) {
        for (int i = 1; i <= entries; i++) {
            ledger.append(new CallSilence("CA01", i, 1));
        }
    }

    @Test
    void every_kind_of_fact_is_read_as_it_was_written_also_after_a_restart() {
        try (Ledger ledger = onDisk()) {
            ONE_OF_EACH.forEach(ledger::append);
        }

        try (Ledger ledger = onDisk()) {
            assertThat(ledger.read(0, 10, fact -> true).entries()).isEqualTo(entries());
            assertThat(ledger.append(ONE_OF_EACH.getFirst()).seq()).isEqualTo(6);
        }
    }

    private static List<LedgerEntry> entries() {
        return LongStream.rangeClosed(1, ONE_OF_EACH.size())
                .mapToObj(seq -> new LedgerEntry(seq, NOW, ONE_OF_EACH.get((int) seq - 1)))
                .toList();
    }

    @Test
    void an_entry_is_in_the_file_when_append_returns() throws IOException {
        try (Ledger ledger = onDisk()) {
            ledger.append(new TextDelivered("SM01", "+18885550100", "+14155550190", 1));

            assertThat(Files.readString(file()))
                    .isEqualTo("{\"seq\":1,\"at\":\"2026-03-01T10:00:00.123456789Z\",\"kind\":\"text.delivered\","
                            + "\"sid\":\"SM01\",\"from\":\"+18885550100\",\"to\":\"+14155550190\",\"segments\":1}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void it_is_read_from_any_place_in_pieces_of_any_size(boolean disk) {
        try (Ledger ledger = disk ? onDisk() : Ledger.inMemory(CLOCK)) {
            fill(ledger, 2500);

            assertThat(numbers(ledger.read(0, 3, fact -> true))).containsExactly(1L, 2L, 3L);
            assertThat(numbers(ledger.read(999, 2, fact -> true))).containsExactly(1000L, 1001L);
            assertThat(numbers(ledger.read(1000, 2, fact -> true))).containsExactly(1001L, 1002L);
            assertThat(numbers(ledger.read(2498, 10, fact -> true))).containsExactly(2499L, 2500L);
            assertThat(ledger.read(2500, 10, fact -> true)).isEqualTo(new Ledger.Page(List.of(), 2500));
            assertThat(ledger.read(9999, 10, fact -> true)).isEqualTo(new Ledger.Page(List.of(), 9999));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_reading_of_one_kind_says_where_to_go_on(boolean disk) {
        try (Ledger ledger = disk ? onDisk() : Ledger.inMemory(CLOCK)) {
            fill(ledger, 10);
            ledger.append(ONE_OF_EACH.getFirst());
            fill(ledger, 10);

            Ledger.Page texts = ledger.read(0, 10, TextDelivered.class::isInstance);

            assertThat(numbers(texts)).containsExactly(11L);
            assertThat(texts.next()).isEqualTo(21);
        }
    }

    @Test
    void appended_by_many_at_once_it_has_no_gaps() {
        try (Ledger ledger = onDisk()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    threads.submit(() -> fill(ledger, 20));
                }
            }

            assertThat(numbers(ledger.read(0, 2000, fact -> true)))
                    .isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seq\":3,\"at\"", "{\"seq\":3,\"at\":\"20\n"})
    void a_line_torn_by_a_power_cut_is_dropped(String torn) throws IOException {
        try (Ledger ledger = onDisk()) {
            fill(ledger, 2);
        }
        Files.writeString(file(), torn, StandardOpenOption.APPEND);

        try (Ledger ledger = onDisk()) {
            assertThat(ledger.append(ONE_OF_EACH.getFirst()).seq()).isEqualTo(3);
            assertThat(numbers(ledger.read(0, 10, fact -> true))).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void in_memory_only_the_newest_are_kept_and_their_numbers_show_it() {
        try (Ledger ledger = Ledger.inMemory(CLOCK)) {
            fill(ledger, LedgerMemory.KEPT + 5);

            assertThat(numbers(ledger.read(0, 2, fact -> true))).containsExactly(6L, 7L);
            assertThat(numbers(ledger.read(7, 1, fact -> true))).containsExactly(8L);
        }
    }
}
