package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Transcription;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code Transcriptions} ({@code twilio.md} section 12). */
final class TranscriptionsResource {
    private static final Listing<Transcription> LISTING = new Listing<>("transcriptions", Transcription::sid, Body::of);

    private final CarrierState state;

    TranscriptionsResource(CarrierState state) {
        this.state = state;
    }

    void register(RoutesConfig routes) {
        routes.get(ApiRoutes.ACCOUNT + "/Transcriptions.json", ctx -> list(ctx, transcription -> true));
        routes.get(ApiRoutes.ACCOUNT + "/Transcriptions/{sid}.json", this::fetch);
        routes.get(ApiRoutes.ACCOUNT + "/Recordings/{recording}/Transcriptions.json", this::listOfRecording);
    }

    private void listOfRecording(Context ctx) {
        String recording = ctx.pathParam("recording");
        list(ctx, transcription -> transcription.recordingSid().equals(recording));
    }

    private void list(Context ctx, Predicate<Transcription> wanted) {
        LISTING.answer(
                ctx,
                state.transcriptions().reversed().stream()
                        .filter(transcription -> transcription
                                .accountSid()
                                .equals(ApiRoutes.account(ctx).sid()))
                        .filter(wanted)
                        .toList());
    }

    private void fetch(Context ctx) {
        Transcription transcription = state.transcription(ctx.pathParam("sid"))
                .filter(found ->
                        found.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
        Json.write(ctx, 200, Body.of(transcription));
    }

    private record Body(
            String sid,
            String accountSid,
            String recordingSid,
            String status,
            @Nullable String transcriptionText,
            String type,
            String duration,
            @Nullable String price,
            String priceUnit,
            String apiVersion,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri) {
        static Body of(Transcription transcription) {
            boolean known = transcription.status() == Transcription.Status.COMPLETED;
            return new Body(
                    transcription.sid(),
                    transcription.accountSid(),
                    transcription.recordingSid(),
                    transcription.status().text(),
                    known ? transcription.text() : null,
                    "fast",
                    String.valueOf(transcription.duration().toSeconds()),
                    null,
                    "USD",
                    ApiRoutes.VERSION,
                    Dates.rfc2822(transcription.dateCreated()),
                    Dates.rfc2822(transcription.dateUpdated()),
                    "/" + ApiRoutes.VERSION + "/Accounts/" + transcription.accountSid() + "/Transcriptions/"
                            + transcription.sid() + ".json");
        }
    }
}
