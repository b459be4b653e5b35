package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.campaigns.send.PaperTables.AttemptRow;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionOperations;

/** What the carrier says of a text that it has taken, where that is about the number it left from. */
class ReceiptsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");

    private Instant now = NOW;
    private final PaperTables tables = new PaperTables(() -> now, new Unwatched());
    private final Ledgers ledgers = Ledgers.onPaper(tables, (number, until) -> {});
    private final Receipts receipts = new Receipts(
            ledgers.receipts(),
            ledgers.outcomes(),
            ledgers.paces(),
            TransactionOperations.withoutTransaction(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            event -> {});

    @ParameterizedTest
    @CsvSource({"30001, PT10M", "30022, PT10M", "30023, PT1H"})
    void a_number_whose_text_the_carrier_could_not_queue_rests(int code, Duration rest) throws InterruptedException {
        tells("failed", code);

        assertThat(stoppedUntil()).isEqualTo(NOW.plus(rest));
    }

    @Test
    void what_is_about_the_recipient_stops_nobody() throws InterruptedException {
        tells("undelivered", 30003);
        tells("delivered", 0);

        assertThat(stoppedUntil()).isNull();
    }

    @Test
    void a_longer_rest_is_not_cut_short() throws InterruptedException {
        tells("failed", 30023);
        tables.put(AttemptRow.begun("t", 1, OURS.e164(), NOW));
        receipts.take(new Receipt("t", new CarrierId("SM2"), "failed", 30001));
        receipts.writeNext(Duration.ZERO);

        assertThat(stoppedUntil()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void the_same_news_once_more_stops_nobody_again() throws InterruptedException {
        tells("failed", 30001);
        now = NOW.plusSeconds(3600);

        tells("failed", 30001);

        assertThat(stoppedUntil()).isEqualTo(NOW.plusSeconds(600));
    }

    private void tells(String status, int code) throws InterruptedException {
        tables.put(AttemptRow.begun("t", 1, OURS.e164(), NOW));
        receipts.take(new Receipt("t", new CarrierId("SM1"), status, code));
        receipts.writeNext(Duration.ZERO);
    }

    private @Nullable Instant stoppedUntil() {
        var pace = tables.paces.get(OURS.e164());
        return pace == null ? null : pace.stoppedUntil();
    }
}
