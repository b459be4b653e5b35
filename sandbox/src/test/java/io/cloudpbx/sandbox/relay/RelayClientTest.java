package io.cloudpbx.sandbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.fault.Faults;
import io.cloudpbx.sandbox.fault.Part;
import io.cloudpbx.sandbox.fault.Site;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CarrierState;
import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayClientTest {
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private final List<Integer> closed = new CopyOnWriteArrayList<>();
    private final RelayClient client = new RelayClient(new Faults(CarrierState.inMemory()));
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.ws("/relay", ws -> {
            ws.onConnect(ctx -> agents.add(ctx.header("User-Agent")));
            ws.onClose(ctx -> closed.add(ctx.status()));
        });
    });

    @BeforeEach
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop();
    }

    private RelaySocket open() throws RelayClient.Unreachable {
        Site site = new Site(
                Part.RELAY, "GET", "ws://127.0.0.1:" + server.port() + "/relay", Set.of(), Account.BUSINESS_SID, "");
        return client.open(site, "sandbox", new RelayListener() {
            @Override
            public void received(String message) {}

            @Override
            public void closed(int code, String reason) {}
        });
    }

    @Test
    void a_hundred_conversations_with_one_server_stand_side_by_side() throws Exception {
        List<RelaySocket> sockets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sockets.add(open());
        }
        await().untilAsserted(() -> assertThat(agents).hasSize(100).containsOnly("TwilioProxy/1.1"));

        sockets.forEach(socket -> socket.close(1000, ""));
        await().untilAsserted(() -> assertThat(closed).hasSize(100).containsOnly(1000));
    }
}
