package io.cloudpbx.sandbox.handset;

import io.cloudpbx.sandbox.call.SwitchBoard;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All browser phones. A phone whose page is lost keeps its call for ten seconds, in which the page may come back. */
final class PhoneDesk {
    private static final long KEPT_SECONDS = 10;

    private final SwitchBoard switchBoard;
    private final SandboxClock clock;
    private final Directory directory;
    private final Map<String, BrowserPhone> phones = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("phone-desk").factory());

    PhoneDesk(SwitchBoard switchBoard, SandboxClock clock, Directory directory) {
        this.switchBoard = switchBoard;
        this.clock = clock;
        this.directory = directory;
    }

    synchronized void open(String number, WsContext context) {
        BrowserPhone phone = phones.computeIfAbsent(
                number,
                own -> new BrowserPhone(own, switchBoard, directory, new MicrophonePace(clock, timer), clock.speed()));
        phone.open(context);
        switchBoard.handsets().connect(number, phone);
    }

    Optional<BrowserPhone> phone(String number) {
        return Optional.ofNullable(phones.get(number));
    }

    synchronized void closed(String number, WsContext context) {
        phone(number)
                .filter(phone -> phone.closed(context))
                .ifPresent(phone -> timer.schedule(() -> clear(phone), KEPT_SECONDS, TimeUnit.SECONDS));
    }

    private synchronized void clear(BrowserPhone phone) {
        if (phone.isDeserted()) {
            phone.hangUp();
            switchBoard.handsets().disconnect(phone.number(), phone);
            phones.remove(phone.number(), phone);
        }
    }
}
