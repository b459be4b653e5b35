package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.state.Table;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every conference there has been, and who is told how one goes ({@code twilio.md} section 2.3). Kept on disk, so that a
 * conference that the carrier's own end cut short is still reported.
 */
final class ConferenceBook {
    private final CarrierState state;
    private final WebhookClient webhooks;
    private final Table<Conference> conferences;
    private final Table<Subscription> subscriptions;

    ConferenceBook(CarrierState state, WebhookClient webhooks) {
        this.state = state;
        this.webhooks = webhooks;
        this.conferences = state.table("conference", Conference.class);
        this.subscriptions = state.table("conference-notices", Subscription.class);
    }

    /** @param events {@code start}, {@code end}, {@code join} and so on, as documents name them */
    private record Subscription(String url, String method, Set<String> events, int sequence) {}

    void opened(Conference conference, Verb.@Nullable StatusCallback told) {
        conferences.put(conference.sid(), conference);
        if (told != null) {
            // Twilio's own example counts from 1 here, unlike for calls.
            subscriptions.put(
                    conference.sid(),
                    new Subscription(told.callback().url(), told.callback().method(), told.events(), 1));
        }
    }

    void started(Conference conference) {
        conferences.put(conference.sid(), conference);
        tell(conference, "start", "conference-start", Map.of(), conference.dateUpdated());
    }

    void ended(Conference conference) {
        conferences.put(conference.sid(), conference);
        tell(conference, "end", "conference-end", howItEnded(conference), conference.dateUpdated());
        subscriptions.remove(conference.sid());
    }

    private static Map<String, String> howItEnded(Conference conference) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Conference.Ending ending = conference.ending();
        if (ending != null) {
            parameters.put("ReasonConferenceEnded", ending.reason().text());
            if (ending.callSid() != null) {
                parameters.put("CallSidEndingConference", ending.callSid());
            }
            if (ending.participantLabel() != null) {
                parameters.put("ParticipantLabelEndingConference", ending.participantLabel());
            }
        }
        return parameters;
    }

    /**
     * Tells who wants to know.
     *
     * @param kind of event, as documents name it
     * @param event the event itself
     */
    void tell(Conference conference, String kind, String event, Map<String, String> added, Instant now) {
        subscriptions
                .get(conference.sid())
                .filter(subscription -> subscription.events().contains(kind))
                .ifPresent(subscription -> {
                    webhooks.notify(
                            state.account(conference.accountSid()),
                            subscription.url(),
                            subscription.method(),
                            parameters(conference, event, subscription.sequence(), added, now),
                            conference.sid());
                    subscriptions.put(
                            conference.sid(),
                            new Subscription(
                                    subscription.url(),
                                    subscription.method(),
                                    subscription.events(),
                                    subscription.sequence() + 1));
                });
    }

    private static Map<String, String> parameters(
            Conference conference, String event, int sequence, Map<String, String> added, Instant now) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", conference.accountSid());
        parameters.put("ConferenceSid", conference.sid());
        parameters.put("FriendlyName", conference.friendlyName());
        parameters.put("StatusCallbackEvent", event);
        parameters.put("SequenceNumber", String.valueOf(sequence));
        parameters.put("Timestamp", CallParameters.timestamp(now));
        parameters.putAll(added);
        return parameters;
    }

    Optional<Conference> find(String sid) {
        return conferences.get(sid);
    }

    /** All, oldest first. */
    List<Conference> all() {
        return conferences.all();
    }
}
