package io.cloudpbx.sandbox.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message as one account has it ({@code twilio.md} section 12). A text between two customers is two of them, with a
 * SID each.
 *
 * @param expiresAt when it is of no use any more, if it has not left by then
 */
public record Text(
        String sid,
        Route route,
        Content content,
        Progress progress,
        @Nullable Callback callback,
        Instant created,
        Instant expiresAt) {

    /** Who texts whom. {@code from} is null until a messaging service has chosen a sender. */
    public record Route(
            String accountSid,
            @Nullable String serviceSid,
            @Nullable String from,
            String to,
            Direction direction) {
        Route sentBy(String sender) {
            return new Route(accountSid, serviceSid, sender, to, direction);
        }
    }

    /** What it says, in how many segments, and what is attached. */
    public record Content(String body, int segments, List<Attachment> attachments) {
        Content with(List<Attachment> changed) {
            return new Content(body, segments, changed);
        }

        Content without(String mediaSid) {
            return with(attachments.stream()
                    .filter(attachment -> !attachment.sid().equals(mediaSid))
                    .toList());
        }

        Content redacted() {
            return new Content("", segments, attachments);
        }
    }

    /**
     * A picture or the like. Outbound ones have a source that is fetched when the text is sent; {@code contentType} is
     * null until then.
     */
    public record Attachment(
            String sid, @Nullable String source, @Nullable String contentType, Instant created) {
        Attachment typed(String type) {
            return new Attachment(sid, source, type, created);
        }
    }

    /** Who is told of every change. */
    public record Callback(String url, String method) {}

    /**
     * How far it is.
     *
     * @param sent when it was handed to the network, or came from there
     * @param next what will happen to it by itself
     * @param history every status it has had, oldest first
     */
    public record Progress(
            Status status,
            @Nullable Integer errorCode,
            @Nullable Instant sent,
            Instant updated,
            @Nullable Step next,
            List<Change> history) {

        static Progress start(Status status, Instant at, @Nullable Step next) {
            boolean arrived = status == Status.RECEIVED;
            return new Progress(status, null, arrived ? at : null, at, next, List.of(new Change(status, at)));
        }

        Progress to(Status status, Instant at, @Nullable Step next) {
            return to(status, at, errorCode, next);
        }

        Progress failing(Status status, Instant at, int code) {
            return to(status, at, code, null);
        }

        private Progress to(Status to, Instant at, @Nullable Integer code, @Nullable Step following) {
            List<Change> changes = new ArrayList<>(history);
            changes.add(new Change(to, at));
            Instant left = sent == null && to == Status.SENT ? at : sent;
            return new Progress(to, code, left, at, following, List.copyOf(changes));
        }

        Progress awaiting(@Nullable Step following) {
            return new Progress(status, errorCode, sent, updated, following, history);
        }
    }

    /** A status and since when. */
    public record Change(Status status, Instant at) {}

    /**
     * Something that happens by itself.
     *
     * @param errorCode how it ends, when it does not end well
     */
    public record Step(Kind kind, Instant at, @Nullable Integer errorCode) {
        static Step of(Kind kind, Instant at) {
            return new Step(kind, at, null);
        }

        /** What can happen to a text, in the order of its life. */
        public enum Kind {
            /** A scheduled text's time has come. */
            RELEASE,
            /** A messaging service chooses the sender. */
            PICK,
            /** It leaves its sender's queue. */
            DISPATCH,
            /** It has waited too long. */
            EXPIRE,
            /** What is attached to it is there, or is not to be had. */
            FETCH,
            /** It is on the handset's screen, or at the other customer. */
            ARRIVE,
            /** The network's word on what became of it. */
            RECEIPT,
            /** The customer's server is asked about an inbound text. */
            HOOK
        }
    }

    /** {@code twilio.md} section 13; written as Twilio writes them by {@link #text()}. */
    public enum Status {
        SCHEDULED,
        ACCEPTED,
        QUEUED,
        SENDING,
        SENT,
        DELIVERED,
        UNDELIVERED,
        FAILED,
        CANCELED,
        RECEIVING,
        RECEIVED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who made it, by the names of the resource. */
    public enum Direction {
        INBOUND,
        OUTBOUND_API,
        OUTBOUND_CALL,
        OUTBOUND_REPLY;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Status status() {
        return progress.status();
    }

    /** Whether it still goes anywhere; {@code sent} may be the end ({@code twilio.md} section 13). */
    boolean underWay() {
        return progress.next() != null;
    }

    Text with(Progress moved) {
        return new Text(sid, route, content, moved, callback, created, expiresAt);
    }

    Text with(Content changed) {
        return new Text(sid, route, changed, progress, callback, created, expiresAt);
    }

    Text sentBy(String sender) {
        return new Text(sid, route.sentBy(sender), content, progress, callback, created, expiresAt);
    }
}
