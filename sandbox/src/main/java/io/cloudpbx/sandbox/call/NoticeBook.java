package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CallerIds;
import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Who is told how a call goes ({@code twilio.md} section 2.3). Kept on disk while the call lives, so that a call that
 * the carrier's own end cut short is still reported.
 */
final class NoticeBook {
    private final CarrierState state;
    private final WebhookClient webhooks;
    private final Table<Subscription> subscriptions;

    NoticeBook(CarrierState state, WebhookClient webhooks) {
        this.state = state;
        this.webhooks = webhooks;
        this.subscriptions = state.table("call-notices", Subscription.class);
    }

    /** @param events {@code initiated}, {@code ringing}, {@code answered}, {@code completed} */
    record Subscription(String url, String method, Set<String> events, int sequence) {
        Subscription next() {
            return new Subscription(url, method, events, sequence + 1);
        }
    }

    void subscribe(String callSid, String url, String method, Set<String> events) {
        subscriptions.put(callSid, new Subscription(url, method, events, 0));
    }

    /** Tells, when somebody wants to know, that the call has come to its present status. */
    void statusChanged(Call call) {
        subscriptions.get(call.sid()).ifPresent(subscription -> {
            if (subscription.events().contains(event(call.status()))) {
                tell(call, subscription);
                subscriptions.put(call.sid(), subscription.next());
            }
            if (call.status().isFinal()) {
                subscriptions.remove(call.sid());
            }
        });
    }

    private void tell(Call call, Subscription subscription) {
        Map<String, String> parameters = CallParameters.standard(call);
        parameters.put("CallbackSource", "call-progress-events");
        parameters.put("SequenceNumber", String.valueOf(subscription.sequence()));
        parameters.put("Timestamp", CallParameters.timestamp(call.dateUpdated()));
        if (call.status().isFinal()) {
            long seconds = seconds(call);
            parameters.put("CallDuration", String.valueOf(seconds));
            parameters.put("Duration", String.valueOf((seconds + 59) / 60));
            parameters.put("SipResponseCode", sipResponse(call.status()));
            state.callerIds().validation(call.sid()).ifPresent(validation -> verification(parameters, validation));
        }
        webhooks.notify(
                state.account(call.accountSid()), subscription.url(), subscription.method(), parameters, call.sid());
    }

    /** Also a verification call that nobody answered has failed. */
    private static void verification(Map<String, String> parameters, CallerIds.Validation validation) {
        String callerId = validation.callerIdSid();
        parameters.put("VerificationStatus", callerId == null ? "failed" : "success");
        if (callerId != null) {
            parameters.put("OutgoingCallerIdSid", callerId);
        }
    }

    /** How long the call was connected, in whole seconds. */
    static long seconds(Call call) {
        Instant start = call.startTime();
        Instant end = call.endTime();
        return start == null || end == null ? 0 : Duration.between(start, end).toSeconds();
    }

    private static String event(Call.Status status) {
        return switch (status) {
            case QUEUED -> "queued";
            case INITIATED -> "initiated";
            case RINGING -> "ringing";
            case IN_PROGRESS -> "answered";
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> "completed";
        };
    }

    private static String sipResponse(Call.Status status) {
        return switch (status) {
            case BUSY -> "486";
            case NO_ANSWER, CANCELED -> "487";
            case FAILED -> "404";
            case QUEUED, INITIATED, RINGING, IN_PROGRESS, COMPLETED -> "200";
        };
    }
}
