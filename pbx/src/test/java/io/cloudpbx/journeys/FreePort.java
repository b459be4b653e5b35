package io.cloudpbx.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A port that is free now and stays so until a program listens on it some seconds later: from below those that the system hands
 * to outgoing connections.
 */
final class FreePort {
    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;

    private FreePort() {}

    static int pick() {
        while (true) {
            int port = RandomGenerator.getDefault().nextInt(FIRST, BEHIND_LAST);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one.
            }
        }
    }
}
