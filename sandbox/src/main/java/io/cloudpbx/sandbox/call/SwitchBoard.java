package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.call.Conversation.LegOrder;
import io.cloudpbx.sandbox.ledger.Fact;
import io.cloudpbx.sandbox.relay.RelayClient;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.state.CallerIds;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.Debugger;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import io.cloudpbx.sandbox.webhook.WebhookExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The call engine: every live conversation, and what is remembered of those that are over. */
public final class SwitchBoard implements Exchange, AutoCloseable {
    private final Equipment equipment;
    private final Handsets handsets;
    private final Switching switching;
    private final Table<Transcript> transcripts;
    private final Map<String, String> transcriptOfLeg = new ConcurrentHashMap<>();
    private final Recovery recovery;
    private final Set<Conversation> live = ConcurrentHashMap.newKeySet();
    private volatile String publicUrl = "https://api.twilio.com";
    private volatile TextExchange texts = (account, order) -> {
        throw new IllegalStateException("This call engine has no text exchange");
    };

    public SwitchBoard(
            CarrierState state, WebhookClient webhooks, Debugger debugger, SandboxClock clock, Speech speech) {
        this(state, webhooks, debugger, clock, speech, fact -> {});
    }

    /** @param ledger is told of silence that callers heard */
    public SwitchBoard(
            CarrierState state,
            WebhookClient webhooks,
            Debugger debugger,
            SandboxClock clock,
            Speech speech,
            Consumer<Fact> ledger) {
        this.equipment = new Equipment(
                state,
                webhooks,
                debugger,
                clock,
                speech,
                new SoundFiles(clock),
                new RelayClient(webhooks.faults()),
                new NoticeBook(state, webhooks),
                new RecordingBook(state, webhooks, () -> publicUrl),
                ledger,
                new CallPace(),
                new CallLimits(state),
                (account, order) -> texts.send(account, order));
        this.handsets = new Handsets(state);
        this.switching = new Switching(equipment, handsets);
        this.transcripts = state.table("transcript", Transcript.class);
        transcripts.all().forEach(this::index);
        webhooks.log().addListener(this::reveal);
        clock.whenQuickened(
                () -> live.forEach(conversation -> conversation.timeline().quickened()));
        this.recovery = new Recovery(equipment);
    }

    /**
     * To be called once, when customers can reach the REST API: ends what the last run left unfinished.
     *
     * @param url where they reach it, without a slash at the end; recordings' URLs begin with it
     */
    public void publishedAt(String url) {
        publicUrl = url;
        recovery.endWhatWasCutShort();
        switching.conferences().endWhatWasCutShort();
    }

    /** @param perSecond how many calls each account's orders start in a second; 0 for no limit */
    public void paceCalls(double perSecond) {
        equipment.pace().limit(perSecond);
    }

    /** @param exchange sends what documents of calls have sent */
    public void textThrough(TextExchange exchange) {
        texts = exchange;
    }

    public CallLimits callLimits() {
        return equipment.limits();
    }

    public Handsets handsets() {
        return handsets;
    }

    @Override
    public Conferences conferences() {
        return switching.conferences();
    }

    @Override
    public Queues queues() {
        return switching.queues();
    }

    @Override
    public Participant invite(Account account, CallOrder order, Verb.Conference conference) {
        conferences().requirePlace(account.sid(), conference);
        Leg leg = ordered(account, order);
        Seat seat;
        try {
            seat = conferences().invite(leg, conference);
        } catch (Conferences.NotPossible late) {
            leg.conversation().begin(leg, leg::hangUp);
            throw late;
        }
        leg.conversation().begin(leg, () -> new OrderedCall(leg, switching, order).meet(seat, conference));
        return seat.participant();
    }

    @Override
    public Call place(Account account, CallOrder order) {
        Leg leg = ordered(account, order);
        Call queued = leg.call();
        leg.conversation().begin(leg, () -> new OrderedCall(leg, switching, order).run());
        return queued;
    }

    /** The leg of a call that an account has ordered; nothing happens on it yet. */
    private Leg ordered(Account account, CallOrder order) {
        if (!equipment.limits().take(account.sid())) {
            throw new TooManyCalls(account.sid());
        }
        Conversation conversation = converse();
        LegOrder legOrder = new LegOrder(account, Call.Direction.OUTBOUND_API, order.from(), order.to(), null, null);
        boolean outside = account.sid().equals(Account.OUTSIDE_SID);
        Speaker callee = equipment.state().ownerOf(order.to()).sid().equals(Account.OUTSIDE_SID)
                ? Speaker.HANDSET
                : Speaker.BUSINESS;
        Leg leg = conversation.leg(legOrder, outside ? Speaker.CALLER : Speaker.BUSINESS, callee);
        leg.whenOver(() -> equipment.limits().giveBack(account.sid()));
        CallOrder.StatusCallback told = order.statusCallback();
        if (told != null) {
            equipment.notices().subscribe(leg.call().sid(), told.url(), told.method(), told.events());
        }
        String application = order.options().applicationSid();
        if (application != null) {
            leg.describe(Call.Details.NONE.and("ApplicationSid", application));
        }
        return leg;
    }

    @Override
    public Call validate(Account account, ValidationOrder order) {
        Conversation conversation = converse();
        LegOrder legOrder = new LegOrder(
                account, Call.Direction.OUTBOUND_API, ValidationCall.CARRIER, order.phoneNumber(), null, null);
        Leg leg = conversation.leg(legOrder, Speaker.CARRIER, Speaker.HANDSET);
        Call queued = leg.call();
        CallerIds.Validation validation = new CallerIds.Validation(
                queued.sid(), account.sid(), order.phoneNumber(), order.friendlyName(), order.code(), null);
        equipment.state().callerIds().begin(validation);
        CallOrder.StatusCallback told = order.statusCallback();
        if (told != null) {
            equipment.notices().subscribe(queued.sid(), told.url(), told.method(), told.events());
        }
        conversation.begin(leg, () -> new ValidationCall(leg, switching, order, validation).run());
        return queued;
    }

    /**
     * A person at a browser phone dials a number.
     *
     * @throws IllegalArgumentException when it is no number that can be dialled
     */
    public PhoneLine dial(String from, String to, Telephone telephone) {
        String number = DialledNumber.normalised(to);
        if (!DialledNumber.isValid(number)) {
            throw new IllegalArgumentException(to + " is not a phone number");
        }
        if (number.equals(from)) {
            throw new IllegalArgumentException("A phone cannot call itself");
        }
        Conversation conversation = converse();
        return equipment
                .state()
                .number(number)
                .map(bought -> {
                    Leg leg = switching.inbound(conversation, from, bought, Speaker.CALLER);
                    PhoneLine line = PhoneParty.call(leg, telephone);
                    conversation.begin(leg, () -> switching.takeCall(leg, bought));
                    return line;
                })
                .orElseGet(() -> callHandset(conversation, from, number, telephone));
    }

    /** Outside, the carrier simply connects the two phones. */
    private PhoneLine callHandset(Conversation conversation, String from, String to, Telephone telephone) {
        Account outside = equipment.state().account(Account.OUTSIDE_SID);
        Leg leg = conversation.leg(
                new LegOrder(outside, Call.Direction.INBOUND, from, to, null, null), Speaker.HANDSET, Speaker.CALLER);
        PhoneLine line = PhoneParty.call(leg, telephone);
        String connect = "<Response><Dial answerOnBridge=\"true\">" + to + "</Dial></Response>";
        conversation.begin(leg, () -> {
            leg.far().ringing();
            new DocumentRunner(leg, switching, DocumentRunner.Scope.CALL, null).run(new Instructions.Inline(connect));
            leg.hangUp();
        });
        return line;
    }

    private Conversation converse() {
        Conversation conversation = new Conversation(equipment, this::remember);
        live.add(conversation);
        return conversation;
    }

    private void remember(Conversation conversation) {
        String sid = conversation.legs().getFirst().call().sid();
        Transcript transcript = conversation.transcript(sid);
        transcripts.put(sid, transcript);
        index(transcript);
        live.remove(conversation);
    }

    private void index(Transcript transcript) {
        transcript.legs().forEach(leg -> transcriptOfLeg.put(leg, transcript.callSid()));
    }

    @Override
    public Call change(Call call, CallChange change) {
        Leg leg = liveLeg(call.sid()).orElseThrow(() -> new CallNotInProgress(call.sid()));
        return onLine(leg, () -> {
            apply(leg, change);
            return leg.call();
        });
    }

    @Override
    public Recording record(Call call, CallOrder.RecordingOrder order) {
        Leg leg = liveLeg(call.sid()).orElseThrow(() -> new CallNotInProgress(call.sid()));
        return onLine(leg, () -> LegRecordings.start(leg, order));
    }

    @Override
    public Optional<Recording> change(Call call, String recordingSid, RecordingChange change) {
        return liveLeg(call.sid()).flatMap(leg -> onLine(leg, () -> LegRecordings.change(leg, recordingSid, change)));
    }

    /** Does something on the call's own time line, and waits until it is done. */
    private static <T> T onLine(Leg leg, Supplier<T> deed) {
        CompletableFuture<T> done = new CompletableFuture<>();
        leg.conversation().timeline().post(() -> {
            try {
                done.complete(deed.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CallNotInProgress refused ? refused : e;
        }
    }

    private static void apply(Leg leg, CallChange change) {
        if (leg.isOver()) {
            throw new CallNotInProgress(leg.call().sid());
        }
        switch (change) {
            case CallChange.Redirect redirect ->
                leg.redirect(new Instructions.Fetch(redirect.instructions(), Map.of()));
            case CallChange.RunTwiml run -> leg.redirect(new Instructions.Inline(run.twiml()));
            case CallChange.Complete complete -> leg.hangUp();
            case CallChange.Cancel cancel -> {
                if (leg.isAnswered()) {
                    throw new CallNotInProgress(leg.call().sid());
                }
                leg.hangUp(Status.CANCELED);
            }
        }
    }

    private void reveal(WebhookExchange exchange) {
        // Most webhooks are about texts; looking through all calls for each would cost more than the webhook.
        if (exchange.resourceSid().startsWith("CA")) {
            liveLeg(exchange.resourceSid())
                    .ifPresent(leg -> Hood.events(exchange).forEach(leg.conversation()::reveal));
        }
    }

    private Optional<Leg> liveLeg(String callSid) {
        return legs().filter(leg -> leg.call().sid().equals(callSid)).findFirst();
    }

    private Stream<Leg> legs() {
        return live.stream().flatMap(conversation -> conversation.legs().stream());
    }

    /** The story of the conversation to which this leg belongs, also while it goes on. */
    public Optional<Transcript> transcript(String callSid) {
        return liveLeg(callSid)
                .map(leg -> leg.conversation().transcript(callSid))
                .or(() -> Optional.ofNullable(transcriptOfLeg.get(callSid))
                        .flatMap(transcripts::get)
                        .map(kept -> new Transcript(callSid, kept.legs(), kept.entries())));
    }

    /** Whether every conversation is over, with all that follows one. */
    boolean isIdle() {
        return live.isEmpty();
    }

    /** Legs that have not ended, in no particular order. */
    public List<Call> liveCalls() {
        return legs().map(Leg::call).filter(call -> !call.status().isFinal()).toList();
    }

    /** Stands still at once, as after a power cut; the next start ends what was going on. */
    @Override
    public void close() {
        live.forEach(conversation -> conversation.timeline().stop());
        equipment.relays().close();
    }
}
