package io.cloudpbx.campaigns.flow;

import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Verdict;
import java.time.Instant;
import java.util.Set;

/** What the gate's verdict on one text means for its recipient and for the whole campaign. */
public sealed interface Judgement {
    /** It may leave now. @param by what the gate said */
    record Leave(Verdict.Send by) implements Judgement {}

    /** This recipient waits. */
    record Wait(Instant until, Check because) implements Judgement {}

    /** This recipient gets nothing. */
    record Skip(Check because) implements Judgement {}

    /** Nobody gets anything from this number before somebody has seen to it; others may send meanwhile. */
    record Rest(Check because) implements Judgement {}

    /** Nobody gets anything before somebody has seen to it. */
    record Halt(Check because) implements Judgement {}

    /** What stands against whatever leaves from a number. */
    Set<String> ABOUT_NUMBER =
            Set.of("sender_not_ours", "sender_not_ready", "sender_cannot_text", "sender_not_registered");

    /** What stands against a text whoever it is for. Pictures are this campaign's: what else a number sends may go on. */
    Set<String> ABOUT_ALL =
            Set.of("outbound_frozen", "sender_cannot_send_media", "too_many_media", "spend_ceiling", "empty_body");

    /** The message would leave a gap. */
    static Judgement withoutField(String name) {
        return new Skip(new Check(
                "missing_field", false, "The message needs the field " + name + ", which is not known of them.", ""));
    }

    /** Carriers would drop it, for what one of its fields says. @param host of a public link shortener */
    static Judgement withShortLink(String host) {
        return new Skip(new Check(
                "link_shortener",
                false,
                "Their text has a link of " + host + ": carriers drop texts with links of public shorteners.",
                "C26"));
    }

    static Judgement of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Send send -> new Leave(send);
            case Verdict.Later later -> new Wait(later.until(), later.because());
            case Verdict.Refuse refuse -> refused(refuse.because());
        };
    }

    private static Judgement refused(Check because) {
        if (ABOUT_NUMBER.contains(because.code())) {
            return new Rest(because);
        }
        return ABOUT_ALL.contains(because.code()) ? new Halt(because) : new Skip(because);
    }
}
