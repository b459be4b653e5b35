package io.cloudpbx.sandbox.message;

import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static io.cloudpbx.sandbox.message.Carrier.HANDSET;
import static io.cloudpbx.sandbox.message.Carrier.SENDER;
import static io.cloudpbx.sandbox.message.Carrier.TOLL_FREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.message.Text.Status;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import io.cloudpbx.sandbox.state.MessagingService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} 3.2, sections 12 and 15: texts through a messaging service, now and later. */
class MessagingServiceTest {
    private static final String SECOND = "+14155550102";
    private static final String NEAR = "+12025550101";

    private final Carrier carrier = new Carrier();

    @AfterEach
    void stop() {
        carrier.close();
    }

    private static MessagingService.Options options(boolean sticky, boolean geomatch, boolean ownWebhook) {
        return new MessagingService.Options(sticky, true, geomatch, true, true, false, ownWebhook);
    }

    private String senderOf(Rest.Reply reply) {
        await().until(() -> carrier.message(reply.text("sid")).route().from() != null);
        return String.valueOf(carrier.message(reply.text("sid")).route().from());
    }

    @Test
    void through_a_service_accepted_is_in_the_201_without_a_sender_and_queued_is_called_back() {
        String service = carrier.service(SENDER);

        Rest.Reply reply = carrier.textThrough(service, HANDSET, "Hello.");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("status")).isEqualTo("accepted");
        assertThat(reply.json().path("from").isNull()).isTrue();
        assertThat(reply.text("num_segments")).isEqualTo("0");
        assertThat(reply.text("messaging_service_sid")).isEqualTo(service);
        var asked = carrier.asked("/status", 3);
        assertThat(asked)
                .extracting(request -> request.form().get("MessageStatus"))
                .containsExactly("queued", "sent", "delivered");
        assertThat(asked.getFirst().form())
                .containsEntry("MessagingServiceSid", service)
                .containsEntry("From", SENDER);
        assertThat(carrier.business()
                        .get("Messages/" + reply.text("sid") + ".json")
                        .text("num_segments"))
                .isEqualTo("1");
    }

    @Test
    void section_17_a_service_encodes_smartly_when_it_is_set_so() {
        String service = carrier.service(SENDER);

        assertThat(carrier.textThrough(service, HANDSET, "“hi”").text("body")).isEqualTo("\"hi\"");
    }

    @Test
    void a_sticky_recipient_always_gets_texts_from_the_same_number() {
        String service = carrier.service(options(true, false, true), SENDER, SECOND, TOLL_FREE);
        String first = senderOf(carrier.textThrough(service, HANDSET, "1"));

        List<String> senders = IntStream.range(0, 4)
                .mapToObj(i -> senderOf(carrier.textThrough(service, HANDSET, "again")))
                .toList();

        assertThat(senders).containsOnly(first);
    }

    @Test
    void without_stickiness_the_pool_shares_the_load() {
        String service = carrier.service(options(false, false, true), SENDER, SECOND);
        for (String number : List.of(SENDER, SECOND)) {
            carrier.sandbox.texting().senders().arrange(number, new Sender(0.01, null, null));
        }

        List<String> senders = IntStream.range(0, 4)
                .mapToObj(i -> senderOf(carrier.textThrough(service, HANDSET, "x")))
                .toList();

        assertThat(senders).contains(SENDER, SECOND);
    }

    @Test
    void geomatch_prefers_the_recipients_area_code() {
        String service = carrier.service(options(true, true, true), SENDER, SECOND, NEAR);

        assertThat(senderOf(carrier.textThrough(service, HANDSET, "x"))).isEqualTo(NEAR);
    }

    @Test
    void a_toll_free_number_of_the_pool_texts_nobody_abroad() {
        String mixed = carrier.service(options(true, false, true), TOLL_FREE, SENDER);

        assertThat(senderOf(carrier.textThrough(mixed, "+442079460123", "x"))).isEqualTo(SENDER);
    }

    @Test
    void a_sender_of_the_pool_can_be_named() {
        String service = carrier.service(SENDER, SECOND);

        Rest.Reply named = carrier.textThrough(service, HANDSET, "x", "From", SECOND);
        assertThat(named.text("status")).isEqualTo("accepted");
        assertThat(named.text("from")).isEqualTo(SECOND);
        carrier.buys("+14155550103");
        assertThat(carrier.textThrough(service, HANDSET, "x", "From", "+14155550103")
                        .code())
                .isEqualTo(21606);
    }

    @Test
    void section_14_services_that_cannot_send_are_refused() {
        assertThat(carrier.textThrough("MG" + "0".repeat(32), HANDSET, "x").code())
                .isEqualTo(21701);
        assertThat(carrier.textThrough(carrier.service(), HANDSET, "x").code()).isEqualTo(21704);
        assertThat(carrier.textThrough(carrier.service(TOLL_FREE), "+442079460123", "x")
                        .code())
                .isEqualTo(21703);
    }

    @Test
    void section_12_a_number_in_a_service_no_longer_uses_its_own_url() {
        String service = carrier.service(options(true, true, false), SENDER);
        carrier.customer.on("/service", twiml("<Response/>"));

        carrier.textIn(HANDSET, SENDER, "dropped");
        await().until(() -> carrier.sandbox
                .texting()
                .store()
                .newestFirst()
                .anyMatch(text -> text.route().direction() == Text.Direction.INBOUND && !text.underWay()));
        assertThat(carrier.asked("/sms")).isEmpty();

        inbound(service, carrier.customer.url("/service"));
        carrier.textIn(HANDSET, SENDER, "heard");
        assertThat(carrier.asked("/service", 1).getFirst().form())
                .containsEntry("Body", "heard")
                .containsEntry("MessagingServiceSid", service);
    }

    private void inbound(String sid, String url) {
        var services = carrier.sandbox.state().messagingServices();
        MessagingService service = services.find(sid).orElseThrow();
        services.save(new MessagingService(
                sid,
                service.accountSid(),
                service.friendlyName(),
                new Hook(url, "POST", null, "POST"),
                null,
                service.validityPeriod(),
                service.options(),
                service.usecase(),
                service.dateCreated(),
                service.dateUpdated()));
    }

    private String in(Duration lead) {
        return carrier.sandbox.clock().instant().plus(lead).toString();
    }

    private Rest.Reply schedule(String service, String sendAt, String... more) {
        var form = new java.util.ArrayList<>(List.of("SendAt", sendAt, "ScheduleType", "fixed"));
        form.addAll(List.of(more));
        return carrier.textThrough(service, HANDSET, "Later.", form.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"PT14M, 35114", "PT16M, 0", "P34D, 0", "P36D, 35117", "PT-1H, 35114"})
    void section_12_a_text_is_scheduled_16_minutes_to_35_days_ahead(Duration lead, int code) {
        assertThat(schedule(carrier.service(SENDER), in(lead)).code()).isEqualTo(code);
    }

    @Test
    void section_12_a_schedule_needs_a_service_a_type_and_a_time() {
        String service = carrier.service(SENDER);

        assertThat(carrier.text(SENDER, HANDSET, "x", "SendAt", in(Duration.ofHours(1)), "ScheduleType", "fixed")
                        .code())
                .isEqualTo(35118);
        assertThat(carrier.textThrough(service, HANDSET, "x", "SendAt", in(Duration.ofHours(1)))
                        .code())
                .isEqualTo(35115);
        assertThat(carrier.textThrough(service, HANDSET, "x", "ScheduleType", "fixed")
                        .code())
                .isEqualTo(35115);
        assertThat(schedule(service, "soon").code()).isEqualTo(35114);
    }

    @Test
    void a_scheduled_text_goes_out_at_its_time_and_an_opt_out_does_not_cancel_it() {
        String service = carrier.service(SENDER);
        carrier.sandbox.clock().run(2_000);
        Instant at = carrier.sandbox.clock().instant().plus(Duration.ofHours(1));
        Rest.Reply reply = schedule(service, at.toString());
        assertThat(reply.text("status")).isEqualTo("scheduled");
        carrier.textIn(HANDSET, SENDER, "STOP");

        Text text = carrier.awaitStatus(reply.text("sid"), Status.DELIVERED);

        assertThat(text.progress().sent()).isBetween(at, at.plusSeconds(5));
        assertThat(carrier.asked("/status", 4))
                .extracting(request -> request.form().get("MessageStatus"))
                .containsExactly("accepted", "queued", "sent", "delivered");
    }

    @Test
    void a_scheduled_text_can_be_canceled_with_a_callback_and_never_goes_out() {
        var client = LoopbackTwilio.client(carrier.sandbox.baseUrl(), Account.BUSINESS_SID);
        String service = carrier.service(SENDER);
        Message scheduled = Message.creator(new PhoneNumber(HANDSET), service, "Later.")
                .setSendAt(carrier.sandbox.clock().instant().plusSeconds(1_000).atZone(ZoneOffset.UTC))
                .setScheduleType(Message.ScheduleType.FIXED)
                .setStatusCallback(carrier.customer.url("/status"))
                .create(client);
        assertThat(scheduled.getStatus()).isEqualTo(Message.Status.SCHEDULED);

        Message canceled = Message.updater(scheduled.getSid())
                .setStatus(Message.UpdateStatus.CANCELED)
                .update(client);

        assertThat(canceled.getStatus()).isEqualTo(Message.Status.CANCELED);
        assertThat(carrier.asked("/status", 1).getFirst().form()).containsEntry("MessageStatus", "canceled");
        carrier.sandbox.clock().run(5_000);
        await().until(() -> carrier.sandbox
                .clock()
                .instant()
                .isAfter(carrier.message(scheduled.getSid()).created().plusSeconds(1_100)));
        assertThat(carrier.message(scheduled.getSid()).status()).isEqualTo(Status.CANCELED);
        assertThat(carrier.screen(HANDSET)).isEmpty();
    }
}
