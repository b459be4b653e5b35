package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@code Recordings} and their sound ({@code twilio.md} sections 12 and 18, E8). */
final class RecordingsResource {
    private static final String PATH = ApiRoutes.ACCOUNT + "/Recordings";
    private static final String OF_CALL = ApiRoutes.ACCOUNT + "/Calls/{call}/Recordings";
    private static final Listing<Recording> OF_CALL_LISTING =
            new Listing<>("recordings", Recording::sid, CallRecordingBody::of);

    private final CarrierState state;
    private final Clock clock;
    private final Exchange exchange;
    private final Supplier<String> publicUrl;
    private final Listing<Recording> listing = new Listing<>("recordings", Recording::sid, this::shown);

    RecordingsResource(CarrierState state, Clock clock, Exchange exchange, Supplier<String> publicUrl) {
        this.state = state;
        this.clock = clock;
        this.exchange = exchange;
        this.publicUrl = publicUrl;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{sid}.json", this::fetch);
        routes.delete(PATH + "/{sid}.json", this::delete);
        routes.get(PATH + "/{sid}.wav", this::media);
        routes.get(PATH + "/{sid}.mp3", ctx -> refuseMp3());
        routes.get(PATH + "/{sid}", this::media);
        routes.get(OF_CALL + ".json", this::listOfCall);
        routes.get(OF_CALL + "/{sid}.json", ctx -> Json.write(ctx, 200, CallRecordingBody.of(recording(ctx))));
        routes.delete(OF_CALL + "/{sid}.json", this::delete);
        routes.post(OF_CALL + ".json", this::start);
        routes.post(OF_CALL + "/{sid}.json", this::change);
    }

    private void listOfCall(Context ctx) {
        Call call = CallsResource.find(state, ctx, ctx.pathParam("call"));
        OF_CALL_LISTING.answer(ctx, recordings(ctx, Optional.of(call.sid())));
    }

    private void list(Context ctx) {
        listing.answer(ctx, recordings(ctx, Parameters.of(ctx).text("CallSid")));
    }

    private List<Recording> recordings(Context ctx, Optional<String> callSid) {
        Parameters parameters = Parameters.of(ctx);
        var created = Dates.filter(parameters, "DateCreated");
        Predicate<Recording> visible = visible(parameters);
        Optional<String> conference = parameters.text("ConferenceSid");
        return state.recordings().reversed().stream()
                .filter(recording ->
                        recording.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(visible)
                .filter(recording -> callSid.map(recording.callSid()::equals).orElse(true))
                .filter(recording -> conference
                        .map(sid -> sid.equals(recording.conferenceSid()))
                        .orElse(true))
                .filter(recording -> created.test(recording.dateCreated()))
                .toList();
    }

    /** Deleted ones are kept without their sound, for who asks to see them. */
    private static Predicate<Recording> visible(Parameters parameters) {
        boolean all = parameters
                .text("IncludeSoftDeleted")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return recording -> all || recording.status() != Status.DELETED;
    }

    private void fetch(Context ctx) {
        Json.write(ctx, 200, shown(recording(ctx)));
    }

    private RecordingBody shown(Recording recording) {
        return RecordingBody.of(recording, publicUrl.get());
    }

    private void delete(Context ctx) {
        Recording recording = recording(ctx);
        switch (recording.status()) {
            case COMPLETED, ABSENT -> {
                state.save(recording.became(Status.DELETED, clock.instant()));
                state.deleteMedia(recording.sid());
                ctx.status(204);
            }
            case DELETED -> throw ApiError.notFound(ctx.path());
            case IN_PROGRESS, PAUSED, STOPPED, PROCESSING ->
                throw new ApiError(
                        409, 20009, "Recording " + recording.sid() + " cannot be deleted before it is completed");
        }
    }

    private void media(Context ctx) {
        Recording recording = recording(ctx);
        if (recording.status() != Status.COMPLETED) {
            throw ApiError.notFound(ctx.path());
        }
        byte[] wav = state.media(recording.sid()).orElseThrow(() -> ApiError.notFound(ctx.path()));
        int wanted =
                Parameters.of(ctx).number("RequestedChannels", new Parameters.Range(1, 2, 20001), recording.channels());
        if (wanted > recording.channels()) {
            throw ApiError.invalid(20001, "The recording has one channel");
        }
        ctx.contentType("audio/x-wav").result(wanted < recording.channels() ? MonoWav.of(wav) : wav);
    }

    private static void refuseMp3() {
        throw new ApiError(415, 20415, "This sandbox carrier encodes no MP3: ask for .wav");
    }

    private void start(Context ctx) {
        Call call = CallsResource.find(state, ctx, ctx.pathParam("call"));
        var order = new RecordingForm(Parameters.of(ctx)).parse("do-not-trim");
        try {
            Json.write(ctx, 201, CallRecordingBody.of(exchange.record(call, order)));
        } catch (Exchange.CallNotInProgress e) {
            throw ApiError.invalid(21220, "Requested resource is not eligible for recording");
        }
    }

    private void change(Context ctx) {
        Call call = CallsResource.find(state, ctx, ctx.pathParam("call"));
        String sid = ctx.pathParam("sid");
        var change = new RecordingForm(Parameters.of(ctx)).change();
        Recording changed = exchange.change(call, sid, change).orElseThrow(() -> notRunning(ctx, call, sid));
        Json.write(ctx, 200, CallRecordingBody.of(changed));
    }

    /** A recording that has ended is there, but cannot be changed. */
    private ApiError notRunning(Context ctx, Call call, String sid) {
        boolean known = state.recording(sid)
                .filter(recording -> recording.callSid().equals(call.sid()))
                .isPresent();
        return known
                ? ApiError.invalid(21220, "The recording " + sid + " is not in progress")
                : ApiError.notFound(ctx.path());
    }

    private Recording recording(Context ctx) {
        String call = ctx.pathParamMap().getOrDefault("call", "");
        return state.recording(ctx.pathParam("sid"))
                .filter(recording ->
                        recording.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(recording -> call.isEmpty() || call.equals(recording.callSid()))
                .filter(visible(Parameters.of(ctx)))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }
}
