package io.cloudpbx.calls.web;

import io.cloudpbx.calls.relay.RelaySessions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the carrier connects for a conversation in a stream. The filter of {@code carrier} has checked its signature; an address that
 * nobody was told, or that was used, is not found.
 */
@RestController
class StreamController {
    private final RelaySessions sessions;

    StreamController(RelaySessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/ivr/stream/{stream}")
    void connect(@PathVariable UUID stream, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException, DeploymentException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            response.setHeader("Upgrade", "websocket");
            response.sendError(HttpStatus.UPGRADE_REQUIRED.value());
        } else if (!sessions.awaits(stream)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            var container = (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
            container.upgradeHttpToWebSocket(request, response, socket(request, stream), Map.of());
        }
    }

    private ServerEndpointConfig socket(HttpServletRequest request, UUID stream) {
        return ServerEndpointConfig.Builder.create(StreamSocket.class, request.getRequestURI())
                .configurator(new Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new StreamSocket(sessions, stream));
                    }
                })
                .build();
    }
}
