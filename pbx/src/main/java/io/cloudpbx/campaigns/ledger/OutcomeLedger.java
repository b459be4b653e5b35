package io.cloudpbx.campaigns.ledger;

import io.cloudpbx.campaigns.flow.Blame;
import io.cloudpbx.messaging.CarrierErrors;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of attempts. Only a delivery's newest attempt moves it, and a status moves it only forward (R3). */
public interface OutcomeLedger {
    /** Keeps the deliveries of these attempts from everybody else until the transaction ends: all that is written of them, in any order. */
    void hold(List<String> tokens);

    /**
     * The carrier has it.
     *
     * @param status null when it said none that is known
     */
    record Known(String token, CarrierId id, @Nullable MessageStatus status, int errorCode, String sentence) {
        /** With what its code means, in plain words. */
        public static Known of(String token, CarrierId id, @Nullable MessageStatus status, int errorCode) {
            return new Known(token, id, status, errorCode, errorCode == 0 ? "" : CarrierErrors.sentence(errorCode));
        }

        /** The carrier gave it up unsent, for nothing that is its recipient's: it certainly did not arrive (C15). */
        public boolean isExpired() {
            return state().equals("failed") && errorCode != 0 && !(Blame.of(errorCode) instanceof Blame.Theirs);
        }

        /** That was its number's fault or the account's, who rest until somebody has seen to it: so it is tried again as often. */
        public boolean isForgiven() {
            return isExpired()
                    && switch (Blame.of(errorCode)) {
                        case Blame.Numbers number -> true;
                        case Blame.Accounts account -> true;
                        case Blame.Theirs theirs -> false;
                        case Blame.Late late -> false;
                        case Blame.TooMuch tooMuch -> false;
                        case Blame.TooMuchToday today -> false;
                    };
        }

        /** How far the carrier says it is; less than any status where it says none. */
        public int rank() {
            return status == null ? -1 : status.rank();
        }

        /** How the delivery stands then: {@code sent}, {@code delivered} or {@code failed}. */
        public String state() {
            if (status == null || !status.isOver()) {
                return "sent";
            }
            return status == MessageStatus.DELIVERED || status == MessageStatus.READ ? "delivered" : "failed";
        }
    }

    /** What is said besides of one whose text the carrier gave up unsent for the first time. */
    String ONCE_MORE = " It is tried once more.";

    /**
     * Who is to be tried again, and turns out to have got it by a try before, is not. Whose text the carrier gave up unsent is tried
     * once more, as soon as the gate allows it and a number is free.
     */
    void known(List<Known> known, Instant now);

    /** What becomes of whom the carrier does not have a text for. */
    enum Fate {
        REFUSED("rejected", "failed"),
        WAITS("not_sent", "waiting"),
        GIVEN_UP("not_sent", "failed"),
        SKIPPED("not_sent", "skipped");

        private final String attempt;
        private final String delivery;

        Fate(String attempt, String delivery) {
            this.attempt = attempt;
            this.delivery = delivery;
        }
    }

    /** The carrier does not have it. @param until when it may be tried again; null for never */
    record Not(String token, Fate fate, @Nullable Instant until, String code, String sentence) {
        public static Not refused(String token, int code, String sentence) {
            return new Not(token, Fate.REFUSED, null, "" + code, sentence);
        }

        public static Not sent(String token, Instant until, String detail) {
            return new Not(token, Fate.WAITS, until, "", detail);
        }

        public static Not ever(String token, String sentence) {
            return new Not(token, Fate.GIVEN_UP, null, "given_up", sentence);
        }

        /** It does not leave after all, as the recipient has just said so. */
        public static Not skipped(String token, String code, String sentence) {
            return new Not(token, Fate.SKIPPED, null, code, sentence);
        }

        public String attemptState() {
            return fate.attempt;
        }

        public String deliveryState() {
            return fate.delivery;
        }
    }

    /** What certainly was not sent counts no more for its number's day; all of them together, as numbers' days are held in one order. */
    void not(List<Not> nots, Instant now);

    /** Nobody knows whether the carrier has these: they are looked for, and never sent again meanwhile. */
    void unknown(List<String> tokens, String detail, Instant now);

    /** Campaigns of which something has moved. @param since when the first of their attempts began */
    record Moved(UUID campaignId, Instant since) {}

    List<Moved> moved(List<String> tokens);

    /** What a node left behind when it died: what it had only claimed is free again. */
    void freeClaims(Instant now);

    /** What was on its way when its campaign was canceled, and came back to wait, is not tried again. */
    void cancelLate(Instant now);

    /** What it was sending, nobody knows about. @return the tokens */
    List<String> leftSending();
}
