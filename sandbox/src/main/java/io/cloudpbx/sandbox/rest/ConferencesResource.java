package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.call.Conferences;
import io.cloudpbx.sandbox.call.Exchange;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.twiml.Callback;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code Conferences} ({@code twilio.md} sections 8.1 and 12). */
final class ConferencesResource {
    static final String PATH = ApiRoutes.ACCOUNT + "/Conferences";

    private static final Listing<Conference> LISTING = new Listing<>("conferences", Conference::sid, Body::of);

    private final Exchange exchange;

    ConferencesResource(Exchange exchange) {
        this.exchange = exchange;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH + ".json", this::list);
        routes.get(PATH + "/{conference}.json", ctx -> Json.write(ctx, 200, Body.of(find(exchange, ctx))));
        routes.post(PATH + "/{conference}.json", this::update);
    }

    /** Conferences are mixed in one place here, which is called as Twilio calls its usual one. */
    private record Body(
            String sid,
            String accountSid,
            String friendlyName,
            String status,
            String region,
            @Nullable String reasonConferenceEnded,
            @Nullable String callSidEndingConference,
            String apiVersion,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri,
            Map<String, String> subresourceUris) {
        static Body of(Conference conference) {
            String path = path(conference);
            Conference.Ending ending = conference.ending();
            return new Body(
                    conference.sid(),
                    conference.accountSid(),
                    conference.friendlyName(),
                    conference.status().text(),
                    "us1",
                    ending == null ? null : ending.reason().text(),
                    ending == null ? null : ending.callSid(),
                    ApiRoutes.VERSION,
                    Dates.rfc2822(conference.dateCreated()),
                    Dates.rfc2822(conference.dateUpdated()),
                    path + ".json",
                    Map.of(
                            "participants", path + "/Participants.json",
                            "recordings", path + "/Recordings.json"));
        }
    }

    private static String path(Conference conference) {
        return "/%s/Accounts/%s/Conferences/%s".formatted(ApiRoutes.VERSION, conference.accountSid(), conference.sid());
    }

    /** The account's own conference that the path names. */
    static Conference find(Exchange exchange, Context ctx) {
        return exchange.conferences()
                .find(ctx.pathParam("conference"))
                .filter(conference ->
                        conference.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .orElseThrow(() -> ApiError.notFound(ctx.path()));
    }

    private void list(Context ctx) {
        Parameters parameters = Parameters.of(ctx);
        Optional<String> name = parameters.text("FriendlyName");
        Optional<Conference.Status> status = parameters.text("Status").map(ConferencesResource::status);
        var created = Dates.filter(parameters, "DateCreated");
        var updated = Dates.filter(parameters, "DateUpdated");
        List<Conference> own = exchange.conferences().all().reversed().stream()
                .filter(conference ->
                        conference.accountSid().equals(ApiRoutes.account(ctx).sid()))
                .filter(conference ->
                        name.map(conference.friendlyName()::equals).orElse(true))
                .filter(conference ->
                        status.map(wanted -> wanted == conference.status()).orElse(true))
                .filter(conference -> created.test(conference.dateCreated()) && updated.test(conference.dateUpdated()))
                .toList();
        LISTING.answer(ctx, own);
    }

    private static Conference.Status status(String text) {
        return Arrays.stream(Conference.Status.values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid(20001, "Status is not one of a conference: " + text));
    }

    private void update(Context ctx) {
        Conference conference = find(exchange, ctx);
        Parameters parameters = Parameters.of(ctx);
        Conferences conferences = exchange.conferences();
        Optional<String> announcement = parameters.url("AnnounceUrl", 21205);
        Optional<String> status = parameters.text("Status");
        if (status.isEmpty() && announcement.isEmpty()) {
            throw ApiError.invalid(20001, "One of Status and AnnounceUrl is required");
        }
        if (status.isPresent() && !status.get().equals("completed")) {
            throw ApiError.invalid(20001, "Status must be completed");
        }
        announcement.ifPresent(url -> {
            Callback from = new Callback(url, parameters.method("AnnounceMethod", "POST"));
            if (!conferences.announce(conference.sid(), from)) {
                throw ApiError.invalid(16022, "Conference does not exist or is completed");
            }
        });
        if (status.isPresent()) {
            conferences.end(conference.sid());
        }
        Json.write(ctx, 200, Body.of(find(exchange, ctx)));
    }
}
