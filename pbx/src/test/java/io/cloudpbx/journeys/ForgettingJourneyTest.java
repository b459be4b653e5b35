package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.type.PhoneNumber;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.jobs.Recurring;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody who texted, was answered, and left a message, is deleted: here at once, at the carrier as soon as it lets us. */
class ForgettingJourneyTest {
    private static final String PERSON = "+16615550187";
    private static final String ASKED = "It is about my crown, says Chen Wu";
    private static final String ANSWERED = "Come on Friday, Chen.";
    private static final String DANAS_MOBILE = "+14155550190";

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final Outside outside = programs.outside();
    private final TwilioRestClient console = programs.bean(TwilioRestClient.class);

    @AfterEach
    void everything_works_again() {
        outside.works();
    }

    @Test
    void who_is_deleted_is_forgotten_at_the_carrier_too_and_does_not_come_back() throws Exception {
        outside.texts(PERSON, Outside.MAIN_NUMBER, ASKED);
        JsonNode conversation = conversations().findFirst().orElseThrow();
        isAnswered();
        String recording = leavesMessage();
        var texts = List.of(
                sid(Message.reader().setFrom(new PhoneNumber(PERSON)), ASKED),
                sid(Message.reader().setTo(new PhoneNumber(PERSON)), ANSWERED));

        // The first attempt at anything meets a carrier that is down.
        outside.breaks(Map.of(
                "where", Map.of("part", "rest", "method", "POST", "route", "*/Messages/*"),
                "what", Map.of("fault", "answer", "statuses", List.of(Map.of("status", 503)), "executed", false),
                "howOften", Map.of("first", 1)));
        String contact = "/api/contacts/" + conversation.at("/contact/id").asString();
        var deletion = company.delete(contact);

        assertThat(deletion.status()).isEqualTo(200);
        JsonNode atCarrier = deletion.body().get("atCarrier");
        assertThat(atCarrier.get("done").asInt() + atCarrier.get("left").asInt())
                .isGreaterThanOrEqualTo(3);
        await().untilAsserted(() -> assertThat(company.get(contact + "/deletion")
                        .body()
                        .at("/atCarrier/left")
                        .asInt())
                .isZero());
        assertThat(company.get(contact + "/deletion")
                        .body()
                        .at("/atCarrier/refused")
                        .asInt())
                .isZero();
        for (String sid : texts) {
            assertThat(Message.fetcher(sid).fetch(console).getBody()).isEmpty();
        }
        assertThatThrownBy(() -> Recording.fetcher(recording).fetch(console)).isInstanceOf(ApiException.class);

        sweep();
        bringsAgain(texts.getFirst());
        assertThat(listed("/api/conversations?box=all&q=" + PERSON.substring(1)))
                .isEmpty();
        assertThat(voicemails()).isEmpty();
    }

    private void isAnswered() {
        var sent = company.post(
                "/api/conversations/reply", Map.of("from", PERSON, "to", Outside.MAIN_NUMBER, "message", ANSWERED));
        assertThat(sent.status()).isEqualTo(201);
        String path = "/api/messages/" + sent.body().get("id").asString();
        await().until(() -> company.get(path).body().get("status").asString().equals("delivered"));
    }

    /** By what the carrier lists, before it has forgotten the words. */
    private String sid(MessageReader reader, String words) {
        return StreamSupport.stream(reader.read(console).spliterator(), false)
                .filter(text -> text.getBody().equals(words))
                .findFirst()
                .orElseThrow()
                .getSid();
    }

    /** @return the recording at the carrier */
    private String leavesMessage() {
        outside.behaves(DANAS_MOBILE, "busy");
        outside.call(
                PERSON,
                company.extension("101").get("number").asString(),
                "<Pause length='10'/><Say loop='12'>This is Chen Wu about my crown.</Say>");
        await().until(() ->
                voicemails().anyMatch(item -> item.get("state").asString().equals("stored")));
        return Recording.reader().read(console).iterator().next().getSid();
    }

    private Stream<JsonNode> conversations() {
        String path = "/api/conversations?box=all&q=" + PERSON.substring(1);
        await().until(() -> listed(path).findAny().isPresent());
        return listed(path);
    }

    private Stream<JsonNode> voicemails() {
        return listed("/api/voicemails?ext=101")
                .filter(item -> item.path("from").asString("").equals(PERSON));
    }

    private Stream<JsonNode> listed(String path) {
        return company.get(path).body().get("items").valueStream();
    }

    /** The carrier does not know whether its webhook came. */
    private void bringsAgain(String sid) throws Exception {
        var form = Map.of("MessageSid", sid, "From", PERSON, "To", Outside.MAIN_NUMBER, "Body", ASKED, "NumMedia", "0");
        assertThat(new CarrierByHand(company.base())
                        .signed("/sms/inbound", form)
                        .statusCode())
                .isEqualTo(200);
    }

    /** What the carrier still lists is looked through, as if the system had been away. */
    private void sweep() {
        programs.beans(Recurring.class).stream()
                .filter(each -> each.name().equals("messaging.sweep-arrivals"))
                .findFirst()
                .orElseThrow()
                .run();
        var recordings = programs.beans(Job.class).stream()
                .filter(each -> each.kind().equals("calls.sweep-recordings"))
                .findFirst()
                .orElseThrow();
        assertThat(recordings.run("rounds", 1)).isInstanceOf(Outcome.Again.class);
    }
}
