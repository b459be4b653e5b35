package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Address;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.AvailablePhoneNumberCountry;
import com.twilio.rest.api.v2010.account.Balance;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.Transcription;
import com.twilio.rest.api.v2010.account.ValidationRequest;
import com.twilio.rest.api.v2010.account.address.DependentPhoneNumber;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.rest.api.v2010.account.usage.Record;
import com.twilio.rest.lookups.v2.PhoneNumber;
import com.twilio.rest.messaging.v1.BrandRegistration;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.TollfreeVerification;
import com.twilio.rest.messaging.v1.service.UsAppToPerson;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code twilio.md} E11: every answer has the shape of Twilio's own description. */
class ResourceShapesTest extends RestTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** Twilio sends them, and its description of these resources leaves them out. */
    private static final Set<String> SUBRESOURCES = Set.of("subresource_uris");

    private static final Set<String> ANNOTATION = Set.of("annotation");
    private static final Set<String> NOTHING_MORE = Set.of();

    @Test
    void accounts() {
        holds(Account.class, business().get("/2010-04-01/Accounts/" + business().accountSid() + ".json"));
        holds(Balance.class, business().get("Balance.json"));
    }

    @Test
    void keys() {
        Rest.Reply key = business().post("Keys.json", "FriendlyName", "Reports");

        holds(NewKey.class, key);
        holds(Key.class, business().get("Keys/" + key.text("sid") + ".json"));
        new Shape(Key.class).holds(first("Keys.json", "keys"), NOTHING_MORE);
    }

    @Test
    void applications() {
        Rest.Reply made = business()
                .post(
                        "Applications.json",
                        ("FriendlyName=A&VoiceUrl=http://127.0.0.1:9/v&VoiceFallbackUrl=http://127.0.0.1:9/f"
                                        + "&SmsUrl=http://127.0.0.1:9/s&SmsFallbackUrl=http://127.0.0.1:9/t"
                                        + "&StatusCallback=http://127.0.0.1:9/c"
                                        + "&MessageStatusCallback=http://127.0.0.1:9/m")
                                .split("[=&]"));

        holds(Application.class, made);
        new Shape(Application.class).holds(first("Applications.json", "applications"), NOTHING_MORE);
    }

    @Test
    void addresses_and_the_numbers_that_depend_on_them() {
        Rest.Reply made = business()
                .post(
                        "Addresses.json",
                        ("CustomerName=Harbor Dental&FriendlyName=Practice&Street=12 Wharf Street"
                                        + "&StreetSecondary=Floor 2&City=San Francisco&Region=CA&PostalCode=94105"
                                        + "&IsoCountry=US&EmergencyEnabled=true")
                                .split("[=&]"));
        String sid = made.text("sid");
        business().post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550101", "EmergencyAddressSid", sid);

        holds(Address.class, made);
        new Shape(Address.class).holds(first("Addresses.json", "addresses"), NOTHING_MORE);
        new Shape(DependentPhoneNumber.class)
                .holds(
                        first("Addresses/" + sid + "/DependentPhoneNumbers.json", "dependent_phone_numbers"),
                        NOTHING_MORE);
    }

    @Test
    void outgoing_caller_ids() {
        Rest.Reply asked = business().post("OutgoingCallerIds.json", "PhoneNumber", "+14155550191");
        placed().enterCode(asked.text("call_sid"));

        holds(ValidationRequest.class, asked);
        new Shape(OutgoingCallerId.class).holds(first("OutgoingCallerIds.json", "outgoing_caller_ids"), NOTHING_MORE);
    }

    @Test
    void calls() {
        var over = saved(io.cloudpbx.sandbox.state.Call.Status.COMPLETED, START, START.plusSeconds(61));
        JsonNode placed = outside()
                .post("Calls.json", "To", "+14155550100", "From", "+14155550148", "Twiml", "<Response/>")
                .json();

        new Shape(Call.class)
                .holds(business().get("Calls/" + over.sid() + ".json").json(), ANNOTATION);
        new Shape(Call.class).holds(placed, ANNOTATION);
    }

    @Test
    void messages() {
        businessOwns("+14155550101");
        Rest.Reply sent =
                business().post("Messages.json", "To", "+14155550148", "From", "+14155550101", "Body", "Hello");
        holds(Message.class, sent);
        holds(Message.class, business().get("Messages/" + sent.text("sid") + ".json"));
    }

    @Test
    void numbers() {
        new Shape(IncomingPhoneNumber.class)
                .holds(
                        business()
                                .post(
                                        "IncomingPhoneNumbers.json",
                                        "PhoneNumber",
                                        "+14155550101",
                                        "VoiceUrl",
                                        "http://127.0.0.1:9/voice",
                                        "SmsUrl",
                                        "http://127.0.0.1:9/sms")
                                .json(),
                        SUBRESOURCES);
        new Shape(Local.class)
                .holds(first("AvailablePhoneNumbers/US/Local.json", "available_phone_numbers"), NOTHING_MORE);
        new Shape(TollFree.class)
                .holds(first("AvailablePhoneNumbers/US/TollFree.json", "available_phone_numbers"), NOTHING_MORE);
    }

    @Test
    void countries() {
        holds(AvailablePhoneNumberCountry.class, business().get("AvailablePhoneNumbers/US.json"));
        new Shape(AvailablePhoneNumberCountry.class)
                .holds(first("AvailablePhoneNumbers.json", "countries"), NOTHING_MORE);
    }

    @Test
    void recordings_and_transcriptions() {
        var call = saved(io.cloudpbx.sandbox.state.Call.Status.COMPLETED, START, START.plusSeconds(61));
        String sid = Sids.next("RE");
        state().save(new io.cloudpbx.sandbox.state.Recording(
                sid,
                business().accountSid(),
                call.sid(),
                io.cloudpbx.sandbox.state.Recording.Status.COMPLETED,
                io.cloudpbx.sandbox.state.Recording.Source.RECORD_VERB,
                1,
                START,
                Duration.ofSeconds(4),
                null,
                START,
                START,
                Track.INBOUND));
        String transcription = Sids.next("TR");
        state().save(new io.cloudpbx.sandbox.state.Transcription(
                transcription,
                business().accountSid(),
                sid,
                io.cloudpbx.sandbox.state.Transcription.Status.COMPLETED,
                "Hello",
                Duration.ofSeconds(4),
                START,
                START));

        holds(Recording.class, business().get("Recordings/" + sid + ".json"));
        String ofCall = "Calls/" + call.sid() + "/Recordings";
        holds(com.twilio.rest.api.v2010.account.call.Recording.class, business().get(ofCall + "/" + sid + ".json"));
        new Shape(com.twilio.rest.api.v2010.account.call.Recording.class)
                .holds(first(ofCall + ".json", "recordings"), NOTHING_MORE);
        holds(Transcription.class, business().get("Transcriptions/" + transcription + ".json"));
    }

    @Test
    void usage() {
        new Shape(Record.class).holds(first("Usage/Records.json?Category=calls", "usage_records"), NOTHING_MORE);
    }

    @Test
    void lookups() {
        holds(
                PhoneNumber.class,
                business().get("/lookups/v2/PhoneNumbers/+14155550148?Fields=caller_name,line_type_intelligence"));
        holds(PhoneNumber.class, business().get("/lookups/v2/PhoneNumbers/12"));
    }

    @Test
    void messaging_services_and_registrations() {
        businessOwns("+18885550101");
        String number = state().number("+18885550101").orElseThrow().sid();
        Rest.Reply service = business().post("/messaging/v1/Services", "FriendlyName", "Reminders");
        holds(Service.class, service);
        String path = "/messaging/v1/Services/" + service.text("sid");
        holds(
                com.twilio.rest.messaging.v1.service.PhoneNumber.class,
                business().post(path + "/PhoneNumbers", "PhoneNumberSid", number));
        Rest.Reply verification = business()
                .post(
                        "/messaging/v1/Tollfree/Verifications",
                        ("TollfreePhoneNumberSid=" + number
                                        + "&BusinessName=B&BusinessWebsite=https://b.example&NotificationEmail=b@b.example"
                                        + "&UseCaseCategories=CUSTOMER_CARE&UseCaseSummary=S&ProductionMessageSample=M"
                                        + "&OptInImageUrls=https://b.example/i.png&OptInType=VERBAL&MessageVolume=10"
                                        + "&BusinessType=PRIVATE_PROFIT&VettingProvider=CAMPAIGN_VERIFY"
                                        + "&BusinessRegistrationAuthority=EIN")
                                .split("[=&]"));
        holds(TollfreeVerification.class, verification);
        decide("/sandbox/registrations/" + verification.text("sid"), "{\"status\":\"TWILIO_REJECTED\"}");
        holds(
                TollfreeVerification.class,
                business().get("/messaging/v1/Tollfree/Verifications/" + verification.text("sid")));
        Rest.Reply brand = business()
                .post(
                        "/messaging/v1/a2p/BrandRegistrations",
                        "CustomerProfileBundleSid=BU1&A2PProfileBundleSid=BU2&Mock=true".split("[=&]"));
        holds(BrandRegistration.class, brand);
        holds(
                UsAppToPerson.class,
                business()
                        .post(
                                path + "/Compliance/Usa2p",
                                ("BrandRegistrationSid=" + brand.text("sid")
                                                + "&Description=D&MessageFlow=F&MessageSamples=S"
                                                + "&UsAppToPersonUsecase=CUSTOMER_CARE&HasEmbeddedLinks=false"
                                                + "&HasEmbeddedPhone=true")
                                        .split("[=&]")));
    }

    @Test
    void a_field_that_is_missing_misspelled_or_of_the_wrong_type_is_noticed() {
        var mapper = JsonMapper.builder().build();
        Shape shape = new Shape(Balance.class);

        for (String wrong : new String[] {
            "{\"account_sid\":\"AC1\",\"currency\":\"USD\"}",
            "{\"account_sid\":\"AC1\",\"balance\":\"1\",\"currenzy\":\"USD\"}",
            "{\"account_sid\":\"AC1\",\"balance\":1,\"currency\":\"USD\"}"
        }) {
            assertThatThrownBy(() -> shape.holds(mapper.readTree(wrong), NOTHING_MORE))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private JsonNode first(String path, String key) {
        return business().get(path).json().path(key).get(0);
    }

    private static void holds(Class<?> model, Rest.Reply reply) {
        new Shape(model).holds(reply.json(), NOTHING_MORE);
    }
}
