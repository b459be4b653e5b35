package io.cloudpbx.sandbox.handset;

import io.cloudpbx.sandbox.call.CallListener;
import io.cloudpbx.sandbox.call.PhoneLine;
import io.cloudpbx.sandbox.call.SwitchBoard;
import io.cloudpbx.sandbox.call.Telephone;
import io.javalin.websocket.WsContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The phone with one number: at most one page shows it, and it is in at most one call. It outlives a page whose line
 * drops for a moment.
 */
final class BrowserPhone implements Telephone {
    private final String number;
    private final SwitchBoard switchBoard;
    private final Directory directory;
    private final double speed;
    private final MicrophonePace microphonePace;
    private @Nullable PageSocket page;
    private @Nullable PhoneLine line;
    private Telephone.State state = new Telephone.State("", "");
    private boolean ringback;

    BrowserPhone(
            String number, SwitchBoard switchBoard, Directory directory, MicrophonePace microphonePace, double speed) {
        this.number = number;
        this.switchBoard = switchBoard;
        this.directory = directory;
        this.microphonePace = microphonePace;
        this.speed = speed;
    }

    String number() {
        return number;
    }

    // The page

    synchronized void open(WsContext context) {
        PageSocket before = page;
        if (before != null) {
            before.send(new ToPage.Replaced());
            before.close();
        }
        PageSocket opened = new PageSocket(context);
        page = opened;
        opened.send(new ToPage.Ready(number, speed, ongoing().orElse(null)));
    }

    private Optional<ToPage.OngoingCall> ongoing() {
        return Optional.ofNullable(line)
                .map(call -> new ToPage.OngoingCall(
                        call.callSid(),
                        isCaller(call) ? "out" : "in",
                        state.name(),
                        ringback,
                        other(call),
                        directory.nameOf(other(call)).orElse(null)));
    }

    /** The page has gone; false when another has taken its place already. */
    synchronized boolean closed(WsContext context) {
        if (page == null || !page.is(context)) {
            return false;
        }
        page = null;
        return true;
    }

    synchronized boolean isDeserted() {
        return page == null;
    }

    /** Not synchronized: a call's time line tells this phone its state, so the phone must not wait for the line. */
    void hangUp() {
        PhoneLine call = current();
        if (call != null) {
            call.hangUp();
        }
    }

    void received(String frame) {
        FromPage.parse(frame)
                .ifPresentOrElse(this::act, () -> tell(new ToPage.Problem("The phone sent something unknown.")));
    }

    private void act(FromPage act) {
        switch (act) {
            case FromPage.Dial dial -> dial(dial.to());
            case FromPage.Answer answer -> withLine(answer.call(), PhoneLine::answer);
            case FromPage.Decline decline -> withLine(decline.call(), PhoneLine::decline);
            case FromPage.HangUp hangUp -> withLine(hangUp.call(), PhoneLine::hangUp);
            case FromPage.Say say -> withLine(say.call(), call -> call.say(say.text()));
            case FromPage.PromptFinished finished ->
                withLine(finished.call(), call -> call.promptFinished(finished.id()));
            case FromPage.Digits digits ->
                withLine(digits.call(), call -> digits.digits().chars().forEach(key -> call.press((char) key)));
        }
    }

    /** What concerns a call that is over is too late, and nobody's fault. */
    private void withLine(String callSid, Consumer<PhoneLine> act) {
        PhoneLine current = current();
        if (current != null && current.callSid().equals(callSid)) {
            act.accept(current);
        }
    }

    private synchronized @Nullable PhoneLine current() {
        return line;
    }

    private void dial(String to) {
        if (isBusy()) {
            tell(new ToPage.Problem("This phone is already in a call."));
            return;
        }
        try {
            switchBoard.dial(number, to, this);
        } catch (IllegalArgumentException refused) {
            tell(new ToPage.Problem(refused.getMessage() + "."));
        }
    }

    void speak(byte[] pcm) {
        PhoneLine current = current();
        if (current != null) {
            microphonePace.sounded();
            current.speak(pcm);
        }
    }

    private synchronized void tell(ToPage message) {
        if (page != null) {
            page.send(message);
        }
    }

    // The call

    @Override
    public synchronized boolean isBusy() {
        return line != null;
    }

    @Override
    public synchronized void ring(PhoneLine ringing) {
        line = ringing;
        state = new Telephone.State("ringing", "");
        String from = ringing.from();
        String name = directory.nameOf(from).orElseGet(() -> Directory.display(from));
        tell(new ToPage.Incoming(ringing.callSid(), from, name, ringing.to()));
    }

    @Override
    public synchronized void state(PhoneLine call, Telephone.State now) {
        if (now.name().equals("dialing")) {
            line = call;
        }
        if (line != call) {
            return;
        }
        state = now;
        String with = other(call);
        tell(new ToPage.State(
                call.callSid(),
                now.name(),
                with,
                directory.nameOf(with).orElse(null),
                now.reason().isEmpty() ? null : now.reason(),
                null));
        if (now.name().equals("ended")) {
            line = null;
            ringback = false;
        }
    }

    @Override
    public synchronized void ringback(PhoneLine call, boolean on) {
        if (line == call && ringback != on) {
            ringback = on;
            tell(new ToPage.Ringback(call.callSid(), on));
        }
    }

    private boolean isCaller(PhoneLine call) {
        return call.from().equals(number);
    }

    private String other(PhoneLine call) {
        return isCaller(call) ? call.to() : call.from();
    }

    @Override
    public void prompt(PhoneLine call, Telephone.Prompt prompt) {
        boolean sound = prompt.kind().equals("play");
        tell(new ToPage.Prompt(
                call.callSid(),
                prompt.id(),
                prompt.kind(),
                sound ? "" : prompt.text(),
                prompt.language(),
                sound ? prompt.text() : "",
                prompt.durationMs(),
                prompt.interruptible()));
    }

    @Override
    public void cutPrompt(PhoneLine call, String id) {
        tell(new ToPage.PromptCut(call.callSid(), id));
    }

    @Override
    public void heard(PhoneLine call, String words) {
        tell(new ToPage.Heard(call.callSid(), words));
    }

    @Override
    public void pressed(PhoneLine call, char key) {
        tell(new ToPage.Keypad(call.callSid(), String.valueOf(key)));
    }

    @Override
    public synchronized void sound(PhoneLine call, byte[] pcm) {
        if (page != null) {
            page.send(pcm);
        }
    }

    @Override
    public void recording(PhoneLine call, long limitSeconds) {
        tell(new ToPage.Recording(call.callSid(), limitSeconds > 0 ? "started" : "finished", limitSeconds));
    }

    @Override
    public void hood(PhoneLine call, CallListener.Event event) {
        tell(new ToPage.Hood(
                call.callSid(),
                event.at(),
                event.kind(),
                event.title(),
                event.detail(),
                event.body(),
                event.took().toMillis()));
    }
}
