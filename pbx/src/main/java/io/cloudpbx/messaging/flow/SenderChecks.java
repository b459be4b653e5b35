package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.Sender.Registration;
import java.util.stream.Stream;

/** Whether the sending number is ours, works and is registered (C28, C36). */
final class SenderChecks {
    private SenderChecks() {}

    static Stream<Check> of(int media, Sender sender) {
        String number = sender.number().display();
        return Stream.of(
                Check.that(
                        sender.ours(),
                        "sender_not_ours",
                        "C36",
                        number + " is ours.",
                        number + " is not a number of ours."),
                Check.that(
                        sender.ready(),
                        "sender_not_ready",
                        "C28",
                        number + " is set up.",
                        number + " is not set up, or was given back."),
                Check.that(
                        sender.abilities().sms(),
                        "sender_cannot_text",
                        "21606",
                        number + " can text.",
                        number + " cannot text; it is for calls only."),
                Check.that(
                        media == 0 || sender.abilities().mms(),
                        "sender_cannot_send_media",
                        "21623",
                        media == 0 ? "No pictures are attached." : number + " can send pictures.",
                        number + " cannot send pictures."),
                registration(sender));
    }

    private static Check registration(Sender sender) {
        return Check.that(
                sender.registration() == Registration.APPROVED || sender.registration() == Registration.UNKNOWN,
                "sender_not_registered",
                "C28",
                sender.number().display()
                        + (sender.registration() == Registration.UNKNOWN
                                ? ": the carrier lists no registration, and has not refused its texts."
                                : " is registered."),
                sender.number().display() + " " + missing(sender));
    }

    private static String missing(Sender sender) {
        return sender.tollFree()
                ? switch (sender.registration()) {
                    case APPROVED, UNKNOWN, MISSING ->
                        "is toll-free and not verified; carriers block its texts (30032).";
                    case PENDING ->
                        "waits for its toll-free verification; until then carriers block its texts (30032).";
                    case REJECTED -> "was refused its toll-free verification; carriers block its texts (30032).";
                    case SUSPENDED -> "has lost its toll-free verification; carriers block its texts (30032).";
                }
                : switch (sender.registration()) {
                    case APPROVED, UNKNOWN, MISSING ->
                        "belongs to no registered campaign; carriers block its texts (30034).";
                    case PENDING -> "waits for its campaign's approval; until then carriers block its texts (30035).";
                    case REJECTED -> "belongs to a campaign that was refused; carriers block its texts (30034).";
                    case SUSPENDED -> "belongs to a suspended campaign; carriers block its texts (30033).";
                };
    }
}
