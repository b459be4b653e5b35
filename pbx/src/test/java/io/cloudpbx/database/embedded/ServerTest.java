package io.cloudpbx.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServerTest {
    /** It happens when another program gets the port between our choice and our server's start. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_stranger_on_our_port_who_never_answers_is_not_waited_for() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(stranger.getLocalPort());

            assertThat(Server.accepts(url, "any")).isFalse();
        }
    }
}
