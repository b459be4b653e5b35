package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.message.Text.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the carrier has taken survives its end; what was on its way goes on. */
class RestartTest {
    @TempDir
    Path before;

    @TempDir
    Path after;

    private static SandboxSettings in(Path folder) {
        return SandboxSettings.from(Map.of(
                "CLOUDPBX_DATA", folder.toString(), "CLOUDPBX_SANDBOX_PORT", "0", "CLOUDPBX_SANDBOX_SPEED", "20"));
    }

    /** What a kill -9 at this instant would leave behind: nothing is flushed by a copy. */
    private void killed() throws IOException {
        try (var files = Files.walk(before)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = after.resolve(before.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void a_text_that_was_acknowledged_goes_on_after_a_kill() throws IOException {
        String sid;
        String late;
        try (Carrier carrier = new Carrier(in(before))) {
            carrier.buys(SENDER);
            carrier.sandbox.texting().senders().arrange(SENDER, new Sender(0.1, null, null));
            sid = carrier.text(SENDER, HANDSET, "one").text("sid");
            late = carrier.text(SENDER, HANDSET, "two").text("sid");
            killed();
        }

        try (Carrier again = new Carrier(in(after))) {
            again.awaitStatus(sid, Status.DELIVERED);
            again.awaitStatus(late, Status.DELIVERED);
            assertThat(again.screen(HANDSET)).extracting(HandsetText::body).containsExactly("one", "two");
            assertThat(again.business()
                            .get("Messages.json?To=%2B12025550123")
                            .json()
                            .path("messages")
                            .size())
                    .isEqualTo(2);
            assertThat(again.message(late).progress().history())
                    .extracting(Text.Change::status)
                    .containsExactly(Status.QUEUED, Status.SENT, Status.DELIVERED);
        }
    }

    /** E13: carrier time stands or runs as it is told, and never back. */
    @Test
    void e13_time_that_was_moved_by_hand_is_not_moved_back_by_a_kill() throws Exception {
        Instant told;
        try (Carrier carrier = new Carrier(in(before))) {
            carrier.sandbox.clock().stand();
            carrier.sandbox.clock().advance(Duration.ofDays(2));
            told = carrier.sandbox.clock().instant();
            killed();
        }

        try (Carrier again = new Carrier(in(after))) {
            assertThat(again.sandbox.clock().instant()).isAfterOrEqualTo(told);
        }
    }

    @Test
    void section_13_a_text_goes_on_where_a_fast_clock_had_come_to() throws Exception {
        String sid;
        Instant sent;
        try (Carrier carrier = new Carrier(in(before))) {
            carrier.buys(SENDER);
            carrier.handset(
                    HANDSET, new Reception.Deliver((double) Duration.ofDays(10).toSeconds(), 0.0));
            carrier.sandbox.clock().run(100_000);
            carrier.sandbox.clock().pause(Duration.ofDays(2));
            sid = carrier.text(SENDER, HANDSET, "one").text("sid");
            sent = carrier.awaitStatus(sid, Status.SENT).progress().updated();
            killed();
        }

        try (Carrier again = new Carrier(in(after))) {
            assertThat(again.sandbox.clock().instant()).isAfterOrEqualTo(sent);
            again.sandbox.clock().run(1_000_000);
            assertThat(again.awaitStatus(sid, Status.DELIVERED).progress().updated())
                    .isEqualTo(sent.plus(Duration.ofDays(10)));
        }
    }

    @Test
    void a_senders_queue_is_as_long_as_it_was() throws IOException {
        try (Carrier carrier = new Carrier(in(before))) {
            carrier.buys(SENDER);
            carrier.sandbox.texting().senders().arrange(SENDER, new Sender(0.001, 2_500, null));
            carrier.text(SENDER, HANDSET, "one");
            carrier.text(SENDER, HANDSET, "two");
            assertThat(carrier.text(SENDER, HANDSET, "three").code()).isEqualTo(21611);
            killed();
        }

        try (Carrier again = new Carrier(in(after))) {
            assertThat(again.text(SENDER, HANDSET, "three").code()).isEqualTo(21611);
        }
    }

    @Test
    void an_inbound_text_that_nobody_was_asked_about_yet_is_asked_about_then() throws IOException {
        try (Carrier carrier = new Carrier(in(before));
                CustomerServer customer = new CustomerServer()) {
            customer.on("/sms", CustomerServer.silence());
            carrier.buys(SENDER, "SmsUrl", customer.url("/sms"));
            carrier.textIn(HANDSET, SENDER, "Hello?");
            org.awaitility.Awaitility.await().until(() -> !customer.asked.isEmpty());
            killed();

            try (Carrier again = new Carrier(in(after))) {
                org.awaitility.Awaitility.await().until(() -> customer.asked.size() == 2);
                assertThat(customer.asked)
                        .extracting(asked -> asked.form().get("MessageSid"))
                        .containsOnly(again.sandbox
                                .texting()
                                .store()
                                .newestFirst()
                                .filter(text -> text.route().direction() == Text.Direction.INBOUND)
                                .findFirst()
                                .orElseThrow()
                                .sid());
            }
        }
    }

    @Test
    void opt_outs_and_what_handsets_were_taught_are_remembered() throws IOException {
        try (Carrier carrier = new Carrier(in(before))) {
            carrier.buys(SENDER);
            carrier.handset("+12025550124", new Reception.Landline(null, true));
            carrier.textIn(HANDSET, SENDER, "STOP");
            org.awaitility.Awaitility.await()
                    .until(() -> carrier.screen(HANDSET).size() == 2);
            killed();
        }

        try (Carrier again = new Carrier(in(after))) {
            assertThat(again.text(SENDER, HANDSET, "x").code()).isEqualTo(21610);
            assertThat(again.text(SENDER, "+12025550124", "x").code()).isEqualTo(21614);
            assertThat(again.screen(HANDSET))
                    .extracting(HandsetText::origin)
                    .isEqualTo(List.of(HandsetText.Origin.HANDSET, HandsetText.Origin.CARRIER));
        }
    }
}
