package io.cloudpbx.journeys;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Every room of the dashboard with something in it, as one set that all who walk through the rooms share. */
final class Rooms {
    private static final String ANSWERED = "+15595550181";
    private static final String OPTED_OUT = "+15595550182";
    private static final String CALLER = "+15595550183";
    private static final String MISSED = "+15595550176";
    private static final String LEFT_MESSAGE = "+12165550183";

    /** Presses 0, hears that it is recorded, speaks until the receptionist listens, and hangs up while it rings. */
    private static final String AT_THE_RECEPTIONIST = "<Pause length=\"6\"/><Play digits=\"0\"/><Pause length=\"10\"/>"
            + "<Say>Billing please</Say><Pause length=\"3\"/>".repeat(6);

    /** Those that are the same whatever happened before. */
    private static final List<String> SETTINGS = List.of(
            "/settings/receptionist",
            "/first-steps/business",
            "/first-steps/ready",
            "/settings/compliance",
            "/settings/messages",
            "/settings/calls",
            "/settings/carrier",
            "/settings/webhooks",
            "/settings/knowledge",
            "/api/docs?of=Webhooks",
            "/api/docs?of=problems");

    private final TwoPrograms programs = TwoPrograms.shared();
    private final Company company = programs.company();
    private final String talk;
    private final List<String> addresses;

    private static final class Once {
        private static final Rooms SHARED = new Rooms();
    }

    static Rooms shared() {
        return Once.SHARED;
    }

    /** A conversation that the assistant answered, and somebody who wants no texts. */
    private Rooms() {
        programs.outside().texts(ANSWERED, Outside.MAIN_NUMBER, "What are your hours?");
        programs.outside().texts(OPTED_OUT, Outside.MAIN_NUMBER, "STOP");
        JsonNode silent = about(OPTED_OUT);
        talk = "/receptionist/" + makeTalk();
        addresses = Stream.concat(rooms(silent).stream(), SETTINGS.stream()).toList();
    }

    private List<String> rooms(JsonNode silent) {
        JsonNode message = LeftMessage.by(LEFT_MESSAGE, "105", "Do you have my glasses?");
        return List.of(
                "/receptionist",
                talk,
                "/receptionist/tests",
                "/receptionist/replays/" + replay() + "?show=all",
                "/receptionist/instructions",
                "/",
                "/?period=30d",
                "/inbox",
                "/inbox/" + about(ANSWERED).get("id").asString(),
                "/inbox/" + silent.get("id").asString(),
                "/calls",
                "/calls/" + message.get("callId").asString(),
                "/calls/missed",
                "/calls/wallboard",
                "/calls/missed/" + missedCall(),
                "/voicemail",
                "/voicemail/" + message.get("id").asString(),
                "/voicemail?show=deleted",
                "/campaigns",
                "/campaigns/" + campaign(),
                "/contacts",
                "/contacts/" + silent.at("/contact/id").asString(),
                "/call-flow",
                "/call-flow/menu?show=draft",
                "/extensions",
                "/numbers",
                "/analytics",
                "/phone");
    }

    /** Where each of them is. */
    List<String> addresses() {
        return addresses;
    }

    /** Where a conversation with the receptionist is, recorded and with instructions that were published meanwhile. */
    String talk() {
        return talk;
    }

    /** A conversation with the receptionist, and something that was asked of it. */
    private String makeTalk() {
        RecordedConversations.are(company, true);
        programs.outside().call(CALLER, Outside.MAIN_NUMBER, AT_THE_RECEPTIONIST);
        long version = company.get("/api/receptionist/briefing")
                .body()
                .at("/draft/version")
                .asLong();
        company.put("/api/receptionist/briefing/draft", Map.of("text", "Say good day.", "version", version));
        company.post("/api/receptionist/briefing/publish", Map.of("version", version + 1));
        String id = await().until(
                        () -> company.get("/api/receptionist/conversations")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(talk ->
                                        talk.at("/call/from").asString("").equals(CALLER))
                                .filter(talk -> !talk.at("/call/live").asBoolean())
                                .map(talk -> talk.get("id").asString())
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        RecordedConversations.are(company, false);
        await().until(() -> company.get("/api/receptionist/conversations/" + id)
                .body()
                .at("/recordings/0/state")
                .asString("")
                .equals("stored"));
        return id;
    }

    /** Hangs up before the tone. */
    private String missedCall() {
        programs.outside().call(MISSED, company.extension("105").get("number").asString(), "<Pause length='13'/>");
        return await().until(
                        () -> company.get("/api/missed-calls?limit=200")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(item -> item.path("from").asString("").equals(MISSED))
                                .map(item -> item.get("id").asString())
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private String replay() {
        return company.post(
                        "/api/receptionist/runs",
                        Map.of("what", "calls", "mind", "offline", "briefing", "then", "days", 1, "questions", 0))
                .body()
                .get("id")
                .asString();
    }

    private String campaign() {
        return company.post(
                        "/api/campaigns",
                        Map.of(
                                "name",
                                "Recall of May",
                                "message",
                                "Hi {{firstName|there}}, it is time for a cleaning.",
                                "recipients",
                                List.of(ANSWERED, OPTED_OUT),
                                "fromNumber",
                                Outside.MAIN_NUMBER,
                                "draft",
                                true))
                .body()
                .at("/campaign/id")
                .asString();
    }

    private JsonNode about(String person) {
        return await().until(
                        () -> company.get("/api/conversations")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(item -> item.get("from").asString().equals(person))
                                .filter(item -> item.hasNonNull("optedOut")
                                        || item.get("lastKind").asString().equals("text_out"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
