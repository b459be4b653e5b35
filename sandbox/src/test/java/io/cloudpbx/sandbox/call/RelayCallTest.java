package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.websocket.WsContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** The business answers calls with {@code <ConversationRelay>}; its server converses. */
abstract class RelayCallTest extends CallTest {
    static final String LISTENS = "<Pause length=\"30\"/>";
    static final String TALE = "Life is a complex set of things that nobody has ever understood in full.";

    RelayServer server;

    @BeforeEach
    void server() {
        server = new RelayServer();
        customer.answer("/after", "<Hangup/>");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    void relay(String attributes) {
        relay(attributes, "");
    }

    void relay(String attributes, String children) {
        business("<Connect action=\"/after\"><ConversationRelay url=\"" + server.url() + "\" " + attributes + ">"
                + children + "</ConversationRelay></Connect>");
    }

    static void text(WsContext ctx, String token, boolean last) {
        ctx.send("{\"type\":\"text\",\"token\":\"" + token + "\",\"last\":" + last + "}");
    }

    static void end(WsContext ctx) {
        ctx.send("{\"type\":\"end\"}");
    }

    JsonNode only(String type) {
        assertThat(server.received(type)).hasSize(1);
        return server.received(type).getFirst();
    }
}
