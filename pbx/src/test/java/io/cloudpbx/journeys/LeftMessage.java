package io.cloudpbx.journeys;

import static org.awaitility.Awaitility.await;

import tools.jackson.databind.JsonNode;

/** A voicemail that somebody left on an extension's own line, with its sound and its words. */
final class LeftMessage {
    private LeftMessage() {}

    /** @param ext of somebody without a phone of their own, so that callers come straight to the mailbox */
    static JsonNode by(String caller, String ext, String words) {
        var programs = TwoPrograms.shared();
        Company company = programs.company();
        programs.outside()
                .call(
                        caller,
                        company.extension(ext).get("number").asString(),
                        "<Pause length='10'/><Say loop='12'>" + words + "</Say>");
        return await().until(
                        () -> company.get("/api/voicemails?limit=200")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(item -> item.path("from").asString("").equals(caller))
                                .filter(item -> item.get("state").asString().equals("stored"))
                                .filter(item ->
                                        item.at("/transcript/status").asString().equals("completed"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
