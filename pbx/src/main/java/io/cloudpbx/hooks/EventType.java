package io.cloudpbx.hooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an endpoint can be told. */
public enum EventType {
    /** Somebody calls us, or somebody here calls out; {@code data} is the call, whose {@code direction} tells. */
    CALL_STARTED,
    /** A person is on the line: of ours with a caller, or whoever was called; {@code data} is the call. */
    CALL_ANSWERED,
    /** A call is over; {@code data} is the call. */
    CALL_ENDED,
    /** A call that came in reached nobody and left no message; {@code data} is the call. */
    CALL_MISSED,
    /** A voicemail can be played; {@code data} is the voicemail, whose transcript may come later. */
    VOICEMAIL_STORED,
    /** Somebody texted us; {@code data} is the text. */
    TEXT_RECEIVED,
    /** The carrier has taken a text of ours; {@code data} is the text. Texts of campaigns are not told one by one. */
    TEXT_SENT,
    /** A text of ours will not arrive, or nobody knows whether it does; {@code data} is the text. */
    TEXT_FAILED,
    /** A person is asked for; {@code data} is the conversation. */
    CONVERSATION_NEEDS_PERSON,
    /** A number is not to be texted any more; {@code data} names it. */
    CONTACT_OPTED_OUT,
    /** A campaign is done, or was canceled; {@code data} is the campaign. */
    CAMPAIGN_ENDED,
    /** Somebody wanted to see whether it works; sent to one endpoint when asked for, whatever it has chosen. */
    WEBHOOK_TEST;

    /** As the API writes it: what it is about, a dot, and what became of that. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /** Empty for a word that names nothing that can be chosen. */
    public static Optional<EventType> chosen(String word) {
        return Arrays.stream(values())
                .filter(type -> type != WEBHOOK_TEST && type.word().equals(word))
                .findFirst();
    }
}
