package io.cloudpbx.sandbox.rest;

import io.cloudpbx.sandbox.billing.Bill;
import io.cloudpbx.sandbox.billing.Prices;
import io.cloudpbx.sandbox.control.Control;
import io.cloudpbx.sandbox.message.TextStore;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.IncomingNumber;
import io.cloudpbx.sandbox.state.MessagingService;
import io.cloudpbx.sandbox.state.SenderRegistration;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all accounts have, for people; not Twilio's API.
 *
 * <ul>
 *   <li>{@code GET /sandbox/accounts}: the accounts with their numbers and what is left of their credit
 *   <li>{@code GET /sandbox/call-log?limit=}: the newest legs, live or over
 * </ul>
 */
public final class AccountRoutes {
    private static final int LIMIT = 50;
    private static final int LIMIT_MAX = 1_000;

    private final CarrierState state;
    private final Bill bill;

    public AccountRoutes(CarrierState state, TextStore texts, Clock clock) {
        this.state = state;
        this.bill = new Bill(state, new BilledTexts(texts), clock);
    }

    public void register(RoutesConfig routes) {
        routes.get("/sandbox/accounts", this::accounts);
        routes.get("/sandbox/call-log", this::calls);
    }

    private record Accounts(List<AnAccount> accounts) {}

    private record AnAccount(
            String sid, String name, String authToken, String balance, String currency, List<Number> numbers) {}

    /** @param errorCode with which texts from this number fail; null when they do not */
    private record Number(
            String sid,
            String phoneNumber,
            String name,
            @Nullable String voiceUrl,
            @Nullable String smsUrl,
            @Nullable String messagingService,
            SenderRegistration.Status registration,
            @Nullable Integer errorCode) {}

    private void accounts(Context ctx) {
        Control.answer(
                ctx,
                new Accounts(Stream.of(Account.BUSINESS_SID, Account.OUTSIDE_SID)
                        .flatMap(sid -> state.findAccount(sid).stream())
                        .map(this::account)
                        .toList()));
    }

    private AnAccount account(Account account) {
        return new AnAccount(
                account.sid(),
                account.friendlyName(),
                account.authToken(),
                bill.balance(account.sid()).toPlainString(),
                "USD",
                state.numbers().stream()
                        .filter(number -> number.accountSid().equals(account.sid()))
                        .map(this::number)
                        .toList());
    }

    private Number number(IncomingNumber number) {
        SenderRegistration sender = state.senderRegistrations().of(number.phoneNumber());
        return new Number(
                number.sid(),
                number.phoneNumber(),
                number.friendlyName(),
                state.applications().voiceOf(number).url(),
                state.applications().smsOf(number).url(),
                state.messagingServices()
                        .ofNumber(number.phoneNumber())
                        .map(MessagingService::friendlyName)
                        .orElse(null),
                sender.status(),
                sender.refusal().isPresent() ? sender.refusal().getAsInt() : null);
    }

    private record Calls(List<Leg> calls) {}

    private record Leg(
            String callSid,
            @Nullable String parentCallSid,
            String accountSid,
            String from,
            String to,
            String direction,
            String status,
            boolean live,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String price) {
        static Leg of(Call call) {
            return new Leg(
                    call.sid(),
                    call.parentCallSid(),
                    call.accountSid(),
                    call.from(),
                    call.to(),
                    call.direction().text(),
                    call.status().text(),
                    !call.status().isFinal(),
                    call.dateCreated(),
                    call.startTime(),
                    call.endTime(),
                    Prices.of(call).map(BigDecimal::toPlainString).orElse(null));
        }
    }

    private void calls(Context ctx) {
        long limit = Control.number(ctx, "limit", 1, LIMIT_MAX, LIMIT);
        Control.answer(
                ctx,
                new Calls(state.calls().reversed().stream()
                        .limit(limit)
                        .map(Leg::of)
                        .toList()));
    }
}
