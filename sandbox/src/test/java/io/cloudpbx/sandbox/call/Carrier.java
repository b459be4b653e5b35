package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A carrier in memory, with one business number. */
final class Carrier implements AutoCloseable {
    static final String BUSINESS = "+18005550199";
    static final String CALLER = "+14155550190";
    static final String MOBILE = "+14155550191";
    static final String SECOND_MOBILE = "+14155550192";

    final CarrierState state;
    final SandboxClock clock;
    final Debugger debugger;
    final WebhookClient webhooks;
    final SwitchBoard switchBoard;
    final List<Fact> facts = new CopyOnWriteArrayList<>();
    private String lastPlaced = "";

    Carrier(double speed) {
        this(speed, CarrierState.inMemory());
    }

    Carrier(double speed, CarrierState state) {
        this.state = state;
        clock = new SandboxClock(speed);
        debugger = new Debugger(state, clock);
        webhooks = new WebhookClient(clock, debugger, Duration.ofSeconds(15));
        switchBoard = new SwitchBoard(state, webhooks, debugger, clock, Speech.builtIn(), facts::add);
        switchBoard.publishedAt("http://carrier.test");
    }

    /** The business number, with its webhooks at this address. */
    Carrier sells(String number, @Nullable String voiceUrl, @Nullable String statusCallback) {
        state.buy(new IncomingNumber(
                Sids.next("PN"),
                Account.BUSINESS_SID,
                number,
                number,
                new Hook(voiceUrl, "POST", null, "POST"),
                new Hook(null, "POST", null, "POST"),
                statusCallback,
                "POST",
                clock.instant(),
                clock.instant()));
        return this;
    }

    /** Somebody outside calls the business and does what the verbs say. */
    Call callIn(String verbs) {
        return place(Account.OUTSIDE_SID, CALLER, BUSINESS, verbs, null);
    }

    Call place(
            String account, String from, String to, String verbs, CallOrder.@Nullable StatusCallback statusCallback) {
        Call placed = switchBoard.place(
                state.account(account),
                new CallOrder(
                        from,
                        to,
                        null,
                        "<Response>" + verbs + "</Response>",
                        statusCallback,
                        Duration.ofSeconds(60),
                        Duration.ofHours(4),
                        "",
                        null));
        lastPlaced = placed.sid();
        return placed;
    }

    static CallOrder.StatusCallback tell(String url, String... events) {
        return new CallOrder.StatusCallback(url, "POST", Set.of(events));
    }

    /** Waits until nothing is going on any more. */
    Carrier settle() {
        Awaitility.await().until(() -> switchBoard.isIdle());
        return this;
    }

    List<Transcript.Entry> story() {
        return switchBoard.transcript(lastPlaced).orElseThrow().entries();
    }

    /** What was said, pressed and so on, as {@code party event text}. */
    List<String> story(String... events) {
        List<String> wanted = List.of(events);
        return story().stream()
                .filter(entry -> wanted.isEmpty() || wanted.contains(entry.event()))
                .map(entry -> (entry.party() + " " + entry.event() + " " + entry.text()).strip())
                .toList();
    }

    /** Blocks, as a slow server does, until the caller has pressed this many keys. */
    void waitForKeys(int count) {
        Awaitility.await().until(() -> story("pressed").size() >= count);
    }

    Call call(String sid) {
        return state.call(sid).orElseThrow();
    }

    /** The leg that the business's number took or made. */
    Call businessLeg() {
        return state.calls().stream()
                .filter(call -> call.accountSid().equals(Account.BUSINESS_SID))
                .findFirst()
                .orElseThrow();
    }

    List<Integer> errorCodes() {
        return debugger.alerts().stream().map(Debugger.Alert::code).toList();
    }

    @Override
    public void close() {
        switchBoard.close();
        webhooks.close();
        state.close();
    }
}
