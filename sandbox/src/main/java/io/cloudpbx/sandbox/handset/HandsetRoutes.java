package io.cloudpbx.sandbox.handset;

import io.cloudpbx.sandbox.call.Address;
import io.cloudpbx.sandbox.call.Behaviour;
import io.cloudpbx.sandbox.call.SwitchBoard;
import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.control.ControlProblem;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.twiml.Reading;
import io.cloudpbx.sandbox.twiml.TwimlParser;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Teaches handsets, tells what happened in calls, and serves the browser phones' lines; not Twilio's API. */
public final class HandsetRoutes {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Duration RINGS_AT_MOST = Duration.ofMinutes(10);
    private static final int SOUND_BYTES_MAX = 32 * 1024;

    private final SwitchBoard switchBoard;
    private final Directory directory;
    private final PhoneDesk desk;

    public HandsetRoutes(SwitchBoard switchBoard, CarrierState state, SandboxClock clock) {
        this.switchBoard = switchBoard;
        this.directory = new Directory(state);
        this.desk = new PhoneDesk(switchBoard, clock, directory);
    }

    public void register(JavalinConfig config) {
        config.routes.put("/sandbox/handsets/{number}", this::teach);
        config.routes.get("/sandbox/handsets/{number}", this::behaviour);
        config.routes.delete("/sandbox/handsets/{number}", this::forget);
        config.routes.get("/sandbox/calls", this::calls);
        config.routes.get("/sandbox/calls/{sid}/transcript", this::transcript);
        config.routes.get("/phone/numbers", this::numbers);
        config.routes.ws("/phone/line", this::line);
    }

    private void teach(Context ctx) {
        String number = handset(ctx);
        Behaviour behaviour = Control.body(ctx, Behaviour.class);
        fault(behaviour).ifPresent(fault -> {
            throw ControlProblem.invalid(fault.field(), fault.message());
        });
        switchBoard.handsets().teach(number, behaviour);
        Control.answer(ctx, behaviour);
    }

    static String handset(Context ctx) {
        String number = ctx.pathParam("number");
        number(number).ifPresent(fault -> {
            throw ControlProblem.invalid("number", fault);
        });
        return number;
    }

    private static Optional<String> number(String number) {
        boolean known = E164.matcher(number).matches()
                || (Address.isValid(number) && Address.endpoint(number).equals(number));
        return known
                ? Optional.empty()
                : Optional.of(number + " is no E.164 number, and no client:name or sip:name@host");
    }

    private record Fault(String field, String message) {}

    private static Optional<Fault> fault(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Answer answer ->
                tooLate(answer.after())
                        .or(() -> Optional.ofNullable(answer.twiml()).flatMap(HandsetRoutes::unreadable));
            case Behaviour.Machine machine -> tooLate(machine.after());
            case Behaviour.Fax fax -> tooLate(fax.after());
            case Behaviour.Fail fail -> notSip(fail.sipResponseCode());
            case Behaviour.RingOut ringOut -> Optional.empty();
            case Behaviour.Busy busy -> Optional.empty();
            case Behaviour.Reject reject -> Optional.empty();
            case Behaviour.Person person -> Optional.empty();
        };
    }

    private static Optional<Fault> tooLate(Duration after) {
        return after.isNegative() || after.compareTo(RINGS_AT_MOST) > 0
                ? Optional.of(new Fault("afterSeconds", "afterSeconds must be from 0 to 600"))
                : Optional.empty();
    }

    private static Optional<Fault> notSip(@Nullable Integer code) {
        return code != null && (code < 400 || code > 699)
                ? Optional.of(new Fault("sipResponseCode", "sipResponseCode must be from 400 to 699"))
                : Optional.empty();
    }

    private static Optional<Fault> unreadable(String twiml) {
        Reading reading = TwimlParser.parse(twiml.getBytes(StandardCharsets.UTF_8), "text/xml", null);
        return switch (reading) {
            case Reading.Refused refused -> Optional.of(new Fault("twiml", refused.code() + ": " + refused.reason()));
            case Reading.Understood understood -> Optional.empty();
        };
    }

    private void behaviour(Context ctx) {
        Control.answer(ctx, switchBoard.handsets().behaviourOf(handset(ctx)));
    }

    private void forget(Context ctx) {
        switchBoard.handsets().forget(handset(ctx));
        ctx.status(204);
    }

    private void calls(Context ctx) {
        Control.answer(
                ctx,
                new LiveCalls(switchBoard.liveCalls().stream().map(LiveCall::of).toList()));
    }

    private record LiveCalls(List<LiveCall> calls) {}

    private record LiveCall(
            String callSid,
            @Nullable String parentCallSid,
            String accountSid,
            String from,
            String to,
            String direction,
            String status) {
        static LiveCall of(Call call) {
            return new LiveCall(
                    call.sid(),
                    call.parentCallSid(),
                    call.accountSid(),
                    call.from(),
                    call.to(),
                    call.direction().text(),
                    call.status().text());
        }
    }

    private void transcript(Context ctx) {
        String sid = ctx.pathParam("sid");
        switchBoard.transcript(sid).ifPresentOrElse(transcript -> Control.answer(ctx, transcript), () -> {
            throw ControlProblem.notFound("No call " + sid + " is known");
        });
    }

    private void numbers(Context ctx) {
        Control.answer(ctx, new Numbers(directory.businessNumbers(), directory.personas()));
    }

    private record Numbers(List<Directory.BusinessNumber> business, List<Directory.Person> personas) {}

    private void line(WsConfig ws) {
        ws.onConnect(ctx -> {
            if (!isOwnPage(ctx) || !E164.matcher(phoneNumber(ctx)).matches()) {
                ctx.closeSession(1008, "Not a phone of this carrier");
                return;
            }
            ctx.enableAutomaticPings();
            desk.open(phoneNumber(ctx), ctx);
        });
        ws.onMessage(ctx -> desk.phone(phoneNumber(ctx)).ifPresent(phone -> phone.received(ctx.message())));
        ws.onBinaryMessage(ctx -> {
            byte[] sound = new byte[ctx.data().remaining()];
            ctx.data().duplicate().get(sound);
            if (sound.length <= SOUND_BYTES_MAX) {
                desk.phone(phoneNumber(ctx)).ifPresent(phone -> phone.speak(sound));
            }
        });
        ws.onClose(ctx -> desk.closed(phoneNumber(ctx), ctx));
    }

    private static String phoneNumber(WsContext ctx) {
        return Optional.ofNullable(ctx.queryParam("number")).orElse("");
    }

    /** No other site that the person visits may pick up the phone. */
    private static boolean isOwnPage(WsContext ctx) {
        String origin = ctx.header("Origin");
        return origin == null || URI.create(origin).getAuthority().equals(ctx.header("Host"));
    }
}
