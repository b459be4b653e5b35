package io.cloudpbx.calls.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.access.Seals;
import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.Call.Place;
import io.cloudpbx.calls.StepTaken;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogbookTest {
    private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");
    private static final CarrierId CALL = new CarrierId("CA1");
    private static final CarrierId OTHER = new CarrierId("CA2");
    private static final CarrierId LEG = new CarrierId("CA3");
    private static final PhoneNumber CALLER = new PhoneNumber("+13125550100");
    private static final PhoneNumber MAIN = new PhoneNumber("+18335550100");

    @TempDir
    Path data;

    private Logbook logbook() {
        return new Logbook(Seals.settings(data), Seals.in(data));
    }

    private static Noted step(CarrierId call, String request, Place place, @Nullable PhoneNumber from) {
        var taken = new StepTaken(NOW, StepTaken.Kind.MENU, "In the menu", "The main number was called");
        return new Noted(
                call,
                NOW,
                new Noted.Step(
                        from,
                        MAIN,
                        request,
                        taken,
                        "<Response/>",
                        "101",
                        new Noted.Change(place, new UUID(0, 1), Outcome.ANSWERED, "general")));
    }

    private static List<Noted> everything() {
        return List.of(
                step(CALL, "/ivr/inbound", Place.MENU, null),
                new Noted(CALL, NOW, new Noted.Accepted(LEG, "101", new UUID(0, 1), "Dana")),
                new Noted(CALL, NOW, new Noted.Leg(LEG, "101", CallStatus.RINGING)),
                new Noted(CALL, NOW, new Noted.Recorded(new CarrierId("RE1"), "general", CALLER)),
                new Noted(CALL, NOW, new Noted.Transcribed(new CarrierId("RE1"), null, "silence")),
                new Noted(CALL, NOW, new Noted.Ended(CallStatus.COMPLETED, null)));
    }

    private static List<Noted> handedOver(Logbook logbook) {
        var all = new ArrayList<Noted>();
        logbook.handOver(all::add, () -> {});
        return all;
    }

    @Test
    void everything_is_there_after_a_restart_in_order_and_gone_when_it_was_handed_over() throws Exception {
        for (Noted noted : everything()) {
            logbook().note(noted);
        }
        assertThat(handedOver(logbook())).isEqualTo(everything());

        assertThat(logbook().isEmpty()).isTrue();
    }

    @Test
    void a_line_that_was_torn_by_the_end_of_the_machine_hides_no_other() throws Exception {
        logbook().note(everything().getFirst());
        Files.writeString(data.resolve("outage-logbook"), "AAAA", StandardOpenOption.APPEND);
        logbook().note(everything().getLast());

        assertThat(handedOver(logbook()))
                .containsExactly(everything().getFirst(), everything().getLast());
    }

    @Test
    void what_could_not_be_kept_is_handed_over_the_next_time() throws Exception {
        var logbook = logbook();
        for (Noted noted : everything()) {
            logbook.note(noted);
        }
        var kept = new ArrayList<Noted>();

        assertThatThrownBy(() -> logbook.handOver(
                        noted -> {
                            if (kept.size() == 2) {
                                throw new IllegalStateException("away again");
                            }
                            kept.add(noted);
                        },
                        () -> {}))
                .hasMessage("away again");
        kept.addAll(handedOver(logbook));

        assertThat(kept).isEqualTo(everything());
    }

    @Test
    void what_is_noted_at_the_last_moment_is_handed_over_before_it_is_said_to_be_empty() throws Exception {
        var logbook = logbook();
        logbook.note(everything().getFirst());
        var kept = new ArrayList<Noted>();

        logbook.handOver(
                noted -> {
                    kept.add(noted);
                    if (kept.size() == 1) {
                        note(logbook, everything().getLast());
                    }
                },
                () -> assertThat(kept).hasSize(2));

        assertThat(kept).hasSize(2);
    }

    private static void note(Logbook logbook, Noted noted) {
        try {
            logbook.note(noted);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void a_request_that_comes_twice_finds_its_answer() throws Exception {
        var logbook = logbook();
        logbook.note(step(CALL, "/ivr/inbound", Place.MENU, CALLER));

        assertThat(Story.of(logbook, CALL).answerTo("/ivr/inbound")).contains("<Response/>");
        assertThat(Story.of(logbook, CALL).answerTo("/ivr/menu/1/0/menu/0")).isEmpty();
        assertThat(Story.of(logbook, OTHER).answerTo("/ivr/inbound")).isEmpty();
    }

    @Test
    void addresses_of_a_call_stay_its_own_also_when_its_beginning_is_not_known() throws Exception {
        var logbook = logbook();
        assertThat(Story.of(logbook, CALL).taken(OptionalInt.empty())).isZero();
        assertThat(Story.of(logbook, CALL).taken(OptionalInt.of(6))).isEqualTo(7);
        logbook.note(step(CALL, "/ivr/inbound", Place.MENU, CALLER));
        assertThat(Story.of(logbook, CALL).taken(OptionalInt.empty())).isEqualTo(1);

        logbook.note(step(OTHER, "/ivr/talk/1-0-0-none-en", Place.RINGING, CALLER));
        assertThat(Story.of(logbook, OTHER).taken(OptionalInt.empty())).isEqualTo(Story.UNKNOWN_BEGINNING + 1);
    }

    @Test
    void other_calls_of_the_same_caller_that_ring_are_counted_until_they_end() throws Exception {
        var logbook = logbook();
        logbook.note(step(OTHER, "/ivr/inbound", Place.RINGING, CALLER));
        assertThat(Story.of(logbook, CALL).comebacks(CALLER, MAIN, NOW)).isEqualTo(1);
        assertThat(Story.of(logbook, OTHER).comebacks(CALLER, MAIN, NOW)).isZero();
        assertThat(Story.of(logbook, CALL).comebacks(null, MAIN, NOW)).isZero();

        logbook.note(new Noted(OTHER, NOW, new Noted.Ended(CallStatus.COMPLETED, null)));
        assertThat(Story.of(logbook, CALL).comebacks(CALLER, MAIN, NOW)).isZero();
    }

    @Test
    void withheld_callers_to_another_number_of_ours_are_others() throws Exception {
        var logbook = logbook();
        logbook.note(step(OTHER, "/ivr/inbound", Place.RINGING, null));

        assertThat(Story.of(logbook, CALL).comebacks(null, MAIN, NOW)).isEqualTo(1);
        assertThat(Story.of(logbook, CALL).comebacks(null, new PhoneNumber("+18335550111"), NOW))
                .isZero();
        assertThat(Story.of(logbook, CALL).comebacks(CALLER, MAIN, NOW)).isZero();
    }
}
