package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.state.Recording.Status;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Conferences/{sid}/Recordings}: read here, deleted as any other ({@code twilio.md} section 12). */
final class ConferenceRecordingsResource {
    private static final String PATH = ConferencesResource.PATH + "/{conference}/Recordings";
    private static final Listing<Recording> LISTING = new Listing<>("recordings", Recording::sid, Body::of);

    private final CarrierState state;
    private final Exchange exchange;

    ConferenceRecordingsResource(CarrierState state, Exchange exchange) {
        this.state = state;
        this.exchange = exchange;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH + ".json", ctx -> LISTING.answer(ctx, recordings(ctx)));
        routes.get(PATH + "/{sid}.json", this::fetch);
    }

    private record Body(
            String sid,
            String accountSid,
            String callSid,
            @Nullable String conferenceSid,
            String status,
            String source,
            int channels,
            @Nullable String startTime,
            @Nullable String duration,
            @Nullable Integer errorCode,
            @Nullable String price,
            String priceUnit,
            @Nullable String encryptionDetails,
            String apiVersion,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {
        static Body of(Recording recording) {
            return new Body(
                    recording.sid(),
                    recording.accountSid(),
                    recording.callSid(),
                    recording.conferenceSid(),
                    recording.status().text(),
                    recording.source().text(),
                    recording.channels(),
                    Dates.rfc2822(recording.startTime()),
                    RecordingBody.seconds(recording),
                    recording.errorCode(),
                    RecordingBody.price(recording),
                    "USD",
                    null,
                    ApiRoutes.VERSION,
                    Dates.rfc2822(recording.dateCreated()),
                    Dates.rfc2822(recording.dateUpdated()),
                    "/%s/Accounts/%s/Conferences/%s/Recordings/%s.json"
                            .formatted(
                                    ApiRoutes.VERSION,
                                    recording.accountSid(),
                                    recording.conferenceSid(),
                                    recording.sid()));
        }
    }

    private List<Recording> recordings(Context ctx) {
        Conference conference = ConferencesResource.find(exchange, ctx);
        return state.recordings().reversed().stream()
                .filter(recording -> conference.sid().equals(recording.conferenceSid()))
                .filter(recording -> recording.status() != Status.DELETED)
                .toList();
    }

    private void fetch(Context ctx) {
        Recording found = recordings(ctx).stream()
                .filter(recording -> recording.sid().equals(ctx.pathParam("sid")))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
        Json.write(ctx, 200, Body.of(found));
    }
}
