package io.cloudpbx.messaging;

import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.messaging.flow.Responder;
import io.cloudpbx.messaging.flow.TextToSend.Asked;
import io.cloudpbx.messaging.flow.TextToSend.Reply;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The replies that are always the same: to STOP, START, HELP and cries for help. No mind of any kind writes them. */
@Component
public class FixedReplies {
    private final TextRows texts;
    private final TextHistory history;
    private final Numbers numbers;
    private final Settings settings;

    FixedReplies(TextRows texts, TextHistory history, Numbers numbers, Settings settings) {
        this.texts = texts;
        this.history = history;
        this.numbers = numbers;
        this.settings = settings;
    }

    /** What is replied to a text; empty when nothing is, or when the carrier does it (C4, C10). */
    public Optional<String> to(Text inbound, Meaning meaning) {
        return replyTo(meaning)
                .filter(reply -> !responder(inbound.ours()).answers(reply, inbound.body()))
                .map(this::words);
    }

    /** The words of each, as they would be sent now. */
    public Sentences sentences() {
        return new Sentences(words(Reply.STOP), words(Reply.START), words(Reply.HELP));
    }

    /** What is replied to the words that carriers know. */
    public record Sentences(String stop, String start, String help) {}

    private static Optional<Reply> replyTo(Meaning meaning) {
        return switch (meaning) {
            case OPT_OUT -> Optional.of(Reply.STOP);
            case OPT_IN -> Optional.of(Reply.START);
            case HELP -> Optional.of(Reply.HELP);
            case EMERGENCY -> Optional.of(Reply.EMERGENCY);
            case HUMAN, AI, SUPPRESSED, HUMAN_THREAD, IGNORE, OPT_OUT_REVIEW -> Optional.empty();
        };
    }

    private static Responder responder(String ours) {
        return PhoneNumber.reported(ours).filter(PhoneNumber::isTollFree).isPresent()
                ? Responder.TOLL_FREE_NETWORK
                : Responder.TWILIO_DEFAULT;
    }

    private String words(Reply reply) {
        String business = settings.current().businessName();
        return switch (reply) {
            case STOP ->
                business + ": You are unsubscribed and will get no more texts from us. Reply START to get them again.";
            case START -> business + ": You will get our texts again. Reply HELP for help, STOP to end them.";
            case HELP -> business + ": " + contact() + " Msg & data rates may apply. Reply STOP to get no more texts.";
            case EMERGENCY ->
                "If this is an emergency, call 911 now. Nobody watches this number at all times. " + business;
        };
    }

    private String contact() {
        return numbers.main()
                .flatMap(main -> Optional.ofNullable(main.number()))
                .map(number -> "Call us at " + number.display() + ", or write here.")
                .orElse("Write here, and we answer.");
    }

    /** What a fixed reply answers, as the gate wants to know it. */
    Asked asked(Text reply) {
        Text inbound = Optional.ofNullable(reply.answers()).flatMap(texts::find).orElseThrow();
        Meaning meaning = history.meaning(inbound.id()).orElseThrow();
        Reply kind = replyTo(meaning).orElseThrow();
        return new Asked(
                kind,
                inbound.createdAt(),
                responder(inbound.ours()).answers(kind, inbound.body()),
                PhoneNumber.reported(reply.theirs())
                        .flatMap(to -> history.lastConfirmed(to, meaning))
                        .orElse(null));
    }
}
