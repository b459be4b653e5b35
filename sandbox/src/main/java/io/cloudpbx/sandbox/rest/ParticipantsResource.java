package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.CallOrder;
import io.cloudpbx.sandbox.call.Conferences;
import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.call.Participant;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Conference;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Conferences/{sid}/Participants}: who is in a conference, by call or by label ({@code twilio.md} section 12). */
final class ParticipantsResource {
    private static final String PATH = ConferencesResource.PATH + "/{conference}/Participants";
    private static final Listing<Participant> LISTING = new Listing<>("participants", Participant::callSid, Body::of);

    private final CarrierState state;
    private final Exchange exchange;

    ParticipantsResource(CarrierState state, Exchange exchange) {
        this.state = state;
        this.exchange = exchange;
    }

    void register(RoutesConfig routes) {
        routes.post(PATH + ".json", this::create);
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{participant}.json", ctx -> Json.write(ctx, 200, Body.of(participant(ctx))));
        routes.post(PATH + "/{participant}.json", this::update);
        routes.delete(PATH + "/{participant}.json", this::kick);
    }

    private record Body(
            String accountSid,
            String callSid,
            @Nullable String label,
            String conferenceSid,
            boolean muted,
            boolean hold,
            boolean coaching,
            @Nullable String callSidToCoach,
            boolean startConferenceOnEnter,
            boolean endConferenceOnExit,
            String status,
            String queueTime,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {
        static Body of(Participant participant) {
            return new Body(
                    participant.accountSid(),
                    participant.callSid(),
                    participant.label(),
                    participant.conferenceSid(),
                    participant.muted(),
                    participant.hold(),
                    participant.coached() != null,
                    participant.coached(),
                    participant.startsConference(),
                    participant.endsConference(),
                    statusOf(participant.callStatus()),
                    "0",
                    Dates.rfc2822(participant.dateCreated()),
                    Dates.rfc2822(participant.dateUpdated()),
                    "/%s/Accounts/%s/Conferences/%s/Participants/%s.json"
                            .formatted(
                                    ApiRoutes.VERSION,
                                    participant.accountSid(),
                                    participant.conferenceSid(),
                                    participant.callSid()));
        }
    }

    private static String statusOf(Call.Status call) {
        return switch (call) {
            case QUEUED -> "queued";
            case INITIATED -> "connecting";
            case RINGING -> "ringing";
            case IN_PROGRESS -> "connected";
            case COMPLETED -> "complete";
            case BUSY, NO_ANSWER, FAILED, CANCELED -> "failed";
        };
    }

    private void create(Context ctx) {
        Account account = ApiRoutes.account(ctx);
        Parameters parameters = Parameters.of(ctx);
        CallOrder order = new CallOrderForm(state, account, parameters).parseForConference();
        var wanted = new ParticipantForm(parameters).wanted(name(ctx));
        try {
            Json.write(ctx, 201, Body.of(exchange.invite(account, order, wanted)));
        } catch (Exchange.TooManyCalls e) {
            throw ApiError.invalid(10004, "Call concurrency limit exceeded");
        } catch (Conferences.NotPossible e) {
            throw ApiError.invalid(e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** Section 12: the path may hold the friendly name instead of a SID; what is over is not begun again by its SID. */
    private String name(Context ctx) {
        String named = ctx.pathParam("conference");
        if (!named.matches("CF[0-9a-f]{32}")) {
            return named;
        }
        Conference conference = ConferencesResource.find(exchange, ctx);
        if (conference.status() == Conference.Status.COMPLETED) {
            throw ApiError.invalid(16022, "Conference does not exist or is completed");
        }
        return conference.friendlyName();
    }

    private void list(Context ctx) {
        Conference conference = ConferencesResource.find(exchange, ctx);
        Parameters parameters = Parameters.of(ctx);
        Optional<Boolean> muted = flag(parameters, "Muted");
        Optional<Boolean> hold = flag(parameters, "Hold");
        Optional<Boolean> coaching = flag(parameters, "Coaching");
        List<Participant> found = exchange.conferences().participants(conference.sid()).stream()
                .filter(one -> muted.map(wanted -> wanted == one.muted()).orElse(true))
                .filter(one -> hold.map(wanted -> wanted == one.hold()).orElse(true))
                .filter(one -> coaching.map(wanted -> wanted == (one.coached() != null))
                        .orElse(true))
                .toList();
        LISTING.answer(ctx, found);
    }

    private static Optional<Boolean> flag(Parameters parameters, String name) {
        return parameters.text(name).map(text -> parameters.flag(name, false));
    }

    private Participant participant(Context ctx) {
        Conference conference = ConferencesResource.find(exchange, ctx);
        return exchange.conferences().participants(conference.sid()).stream()
                .filter(one -> one.isCalled(ctx.pathParam("participant")))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }

    private void update(Context ctx) {
        Participant before = participant(ctx);
        var change = new ParticipantForm(Parameters.of(ctx)).change(before);
        try {
            Participant changed = exchange.conferences()
                    .change(before.conferenceSid(), before.callSid(), change)
                    .orElseThrow(() -> ApiError.notFound(ctx.path()));
            Json.write(ctx, 200, Body.of(changed));
        } catch (Conferences.NotPossible e) {
            throw ApiError.invalid(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private void kick(Context ctx) {
        Participant participant = participant(ctx);
        exchange.conferences().kick(participant.conferenceSid(), participant.callSid());
        ctx.status(204);
    }
}
