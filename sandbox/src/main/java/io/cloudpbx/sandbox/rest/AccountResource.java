package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.state.Account;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET Accounts/{sid}.json}: how clients check their credentials. */
final class AccountResource {
    /** The accounts came with the carrier. */
    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    void register(RoutesConfig routes) {
        routes.get(ApiRoutes.ACCOUNT + ".json", AccountResource::fetch);
    }

    private static void fetch(Context ctx) {
        Json.write(ctx, 200, Body.of(ApiRoutes.account(ctx)));
    }

    private record Body(
            String sid,
            String ownerAccountSid,
            String friendlyName,
            String status,
            String type,
            String authToken,
            @Nullable String dateCreated,
            @Nullable String dateUpdated,
            String uri,
            Map<String, String> subresourceUris) {
        static Body of(Account account) {
            String base = "/" + ApiRoutes.VERSION + "/Accounts/" + account.sid();
            String opened = Dates.rfc2822(OPENED);
            return new Body(
                    account.sid(),
                    account.sid(),
                    account.friendlyName(),
                    "active",
                    "Full",
                    account.authToken(),
                    opened,
                    opened,
                    base + ".json",
                    Map.of(
                            "addresses", base + "/Addresses.json",
                            "applications", base + "/Applications.json",
                            "available_phone_numbers", base + "/AvailablePhoneNumbers.json",
                            "calls", base + "/Calls.json",
                            "incoming_phone_numbers", base + "/IncomingPhoneNumbers.json",
                            "keys", base + "/Keys.json",
                            "outgoing_caller_ids", base + "/OutgoingCallerIds.json",
                            "recordings", base + "/Recordings.json",
                            "transcriptions", base + "/Transcriptions.json"));
        }
    }
}
