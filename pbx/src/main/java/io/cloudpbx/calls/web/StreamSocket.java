package io.cloudpbx.calls.web;

import io.cloudpbx.calls.relay.Line;
import io.cloudpbx.calls.relay.RelaySession;
import io.cloudpbx.calls.relay.RelaySessions;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket of the carrier. Messages longer than any of its own end it (1009); bytes are no part of the protocol. */
final class StreamSocket extends Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(StreamSocket.class);
    private static final int LONGEST_MESSAGE = 32 * 1024;

    /** In which neither side says anything; a conversation is over long before. */
    private static final Duration SILENT_FOR = Duration.ofMinutes(5);

    private final RelaySessions sessions;
    private final UUID stream;
    private @Nullable RelaySession conversation;

    StreamSocket(RelaySessions sessions, UUID stream) {
        this.sessions = sessions;
        this.stream = stream;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(1);
        session.setMaxIdleTimeout(SILENT_FOR.toMillis());
        var opened = sessions.connect(stream, new Wire(session));
        conversation = opened;
        session.addMessageHandler(String.class, opened::received);
        session.addMessageHandler(byte[].class, bytes -> opened.received(""));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (conversation != null) {
            conversation.gone();
        }
    }

    @Override
    public void onError(Session session, Throwable trouble) {
        LOG.debug("The connection of stream {} has trouble", stream, trouble);
    }

    /** Sends one message after the other; a line that takes nothing any more is closed by the server's own limit of time. */
    private record Wire(Session session) implements Line {
        @Override
        public void send(String message) {
            try {
                session.getBasicRemote().sendText(message);
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("Nobody takes messages of this stream any more", gone);
            }
        }

        @Override
        public void close(int code, String why) {
            try {
                session.close(new CloseReason(CloseCodes.getCloseCode(code), why));
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("The stream is closed already", gone);
            }
        }
    }
}
