package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.journeys.Company.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A company in which everything that somebody can write was written by somebody who means harm. Closing brings back what was there. */
final class HostileWords implements AutoCloseable {
    /** What every field begins with, and what a page must show letter by letter. */
    static final String MARKUP = "<img src=x onerror=alert(1)>";

    private static final String ALL = MARKUP + "\"><script>alert(2)</script>\u202Egnp.\u202Cjavascript:alert(3)";
    private static final String CALLER = "+15595550184";
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final TwoPrograms programs;
    private final Company company;
    private final Deque<Runnable> undone = new ArrayDeque<>();
    private final JsonNode conversation;
    private final String campaign;

    HostileWords(TwoPrograms programs) {
        this.programs = programs;
        this.company = programs.company();
        writeSettings();
        writeDirectory();
        writeKnowledge();
        writeCallFlow();
        String contact = writeContact();
        conversation = writeConversation();
        campaign = writeCampaign();
        writePeople(contact);
    }

    /** As long as the field takes, and without a space where a line could break. */
    static String words(int length) {
        return length < ALL.length()
                ? MARKUP + "W".repeat(length - MARKUP.length())
                : ALL + "W".repeat(length - ALL.length());
    }

    /** Where the conversation, the person and the campaign are. */
    List<String> addresses() {
        return List.of(
                "/inbox/" + conversation.get("id").asString(),
                "/contacts/" + conversation.at("/contact/id").asString(),
                "/campaigns/" + campaign);
    }

    @Override
    public void close() {
        undone.forEach(Runnable::run);
    }

    private void writeSettings() {
        change("/api/settings", Map.of("businessName", words(80)));
        String number = company.get("/api/numbers").body().at("/items/0/id").asString();
        written(company.put("/api/text-backs/" + number, Map.of("when", "closed", "text", words(320))));
        undone.push(() -> company.put("/api/text-backs/" + number, Map.of("when", "off", "text", "")));
        change("/api/contacts/fields", Map.of("names", List.of(words(60))));
    }

    private void writeDirectory() {
        var person = Map.of("ext", "196", "name", words(80), "department", words(80), "email", "", "areaCode", "650");
        var made = written(company.post("/api/extensions", person));
        deleteLater("/api/extensions/" + made.get("id").asString());
    }

    private void writeKnowledge() {
        change("/api/knowledge", Map.of("address", words(100), "parking", words(100), "notes", words(100)));
        var asked = Map.of("question", words(200), "answer", words(250), "language", "en");
        var entry = written(company.post("/api/knowledge/faq", asked));
        deleteLater("/api/knowledge/faq/" + entry.get("id").asString());
        long version = company.get("/api/receptionist/briefing")
                .body()
                .at("/draft/version")
                .asLong();
        var briefing = Map.of("text", words(1500), "version", version);
        written(company.put("/api/receptionist/briefing/draft", briefing));
        undone.push(() -> company.put("/api/receptionist/briefing/draft", Map.of("text", "", "version", version + 1)));
    }

    /** A draft, which leads nobody. */
    private void writeCallFlow() {
        var flow = new DraftedFlow(company);
        undone.push(flow::isAsItCame);
        var plan = flow.withHours();
        ((ObjectNode) plan.at("/nodes/front-desk")).put("name", words(200));
        ((ObjectNode) plan.at("/hours/office"))
                .putArray("dates")
                .addObject()
                .put("date", "2036-12-25")
                .put("label", words(100))
                .putArray("hours");
        flow.draft(plan);
        var scenario = Map.of(
                "name",
                words(80),
                "to",
                Outside.MAIN_NUMBER,
                "from",
                CALLER,
                "at",
                "2036-12-24T22:05:00Z",
                "ends",
                "mailbox-101");
        written(company.post("/api/routing/scenarios", scenario));
    }

    private String writeContact() {
        var person = Map.of(
                "name", words(120),
                "company", words(120),
                "email", "\"<img/src=x>\"@harbor.example",
                "notes", words(5000),
                "fields", Map.of(words(60), words(1000)),
                "numbers", List.of(CALLER));
        String id = written(company.post("/api/contacts", person)).get("id").asString();
        var consent = Map.of(
                "number",
                CALLER,
                "category",
                "marketing",
                "method",
                "paper",
                "words",
                words(500),
                "wording",
                words(1000),
                "reference",
                words(300));
        written(company.post("/api/contacts/" + id + "/consents", consent));
        return id;
    }

    private JsonNode writeConversation() {
        var reply = Map.of("title", words(80), "body", words(1600));
        var saved = written(company.post("/api/saved-replies", reply));
        deleteLater("/api/saved-replies/" + saved.get("id").asString());
        programs.outside().texts(CALLER, Outside.MAIN_NUMBER, words(1600));
        var found = await().until(this::theirs, Objects::nonNull);
        String path = "/api/conversations/" + found.get("id").asString();
        written(company.post(path + "/notes", Map.of("text", words(5000))));
        String name = URLEncoder.encode(words(120) + ".png", StandardCharsets.UTF_8);
        var file = written(company.postBytes("/api/media?name=" + name, "image/png", PICTURE));
        written(company.post(
                path + "/reply",
                Map.of("message", words(600), "media", List.of(file.get("id").asString()))));
        return found;
    }

    private @Nullable JsonNode theirs() {
        return company.get("/api/conversations")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("from").asString().equals(CALLER))
                .filter(item -> item.get("lastKind").asString().startsWith("text"))
                .findFirst()
                .orElse(null);
    }

    private String writeCampaign() {
        var wish = Map.of(
                "name", words(120),
                "message", words(1600),
                "recipients", List.of(CALLER),
                "fromNumber", Outside.MAIN_NUMBER,
                "draft", true);
        String id =
                written(company.post("/api/campaigns", wish)).at("/campaign/id").asString();
        deleteLater("/api/campaigns/" + id);
        var audience = written(company.post("/api/audiences", Map.of("name", words(80), "campaignId", id)));
        deleteLater("/api/audiences/" + audience.get("id").asString());
        return id;
    }

    private void writePeople(String contact) {
        var token = written(company.post("/api/tokens", Map.of("name", words(100))));
        deleteLater("/api/tokens/" + token.get("id").asString());
        var invited = Map.of("email", "\"<img/src=x>\"@crew.example", "role", "agent");
        String link = written(company.post("/api/people/invitations", invited))
                .get("link")
                .asString();
        String path = "/api/join/" + link.substring(link.lastIndexOf('/') + 1);
        written(company.post(path, Map.of("name", words(100), "password", "a boat in the harbour")));
        undone.push(() -> company.delete("/api/contacts/" + contact));
    }

    /** Puts other values into a document, and its own back in the end. */
    private void change(String path, Map<String, ?> values) {
        var before = (ObjectNode) company.get(path).body();
        var wanted = before.deepCopy();
        values.forEach((name, value) -> wanted.set(name, Company.JSON.valueToTree(value)));
        written(company.send("PUT", path, wanted.toString()));
        undone.push(() -> {
            var version = company.get(path).body().get("version");
            written(company.send("PUT", path, (version == null ? before : before.set("version", version)).toString()));
        });
    }

    private void deleteLater(String path) {
        undone.push(() -> company.delete(path));
    }

    private static JsonNode written(Reply reply) {
        assertThat(reply.status()).as("%s", reply.body()).isBetween(200, 204);
        return reply.body();
    }
}
