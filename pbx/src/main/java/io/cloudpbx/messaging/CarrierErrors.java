package io.cloudpbx.messaging;

import java.util.Map;

/** The carrier's codes in plain words ({@code twilio.md} section 14). */
public final class CarrierErrors {
    private static final Map<Integer, String> SENTENCES = Map.ofEntries(
            Map.entry(10001, "Your carrier account is not active."),
            Map.entry(20001, "The carrier does not accept how it is asked to send this text."),
            Map.entry(20003, "The carrier does not accept your account's credentials any more."),
            Map.entry(20004, "The carrier does not let your account send texts."),
            Map.entry(20005, "Your carrier account is not active."),
            Map.entry(20006, "The carrier does not let your account send texts."),
            Map.entry(20008, "These are test credentials of your carrier account, with which nothing is sent."),
            Map.entry(20403, "The carrier does not let your account send texts."),
            Map.entry(20404, "The carrier does not know your account."),
            Map.entry(20422, "The carrier does not accept how it is asked to send this text."),
            Map.entry(21210, "This number of yours does not belong to your carrier account."),
            Map.entry(21211, "There is no such number."),
            Map.entry(21408, "Your carrier account may not text that country."),
            Map.entry(21606, "This number of yours can't text there."),
            Map.entry(21608, "Your carrier account is a trial, which may text verified numbers only."),
            Map.entry(21609, "The carrier can't reach the address to which it should report this text."),
            Map.entry(
                    21610,
                    "They are blocked by the carrier or Twilio. Where that is their STOP, only their START lifts it."),
            Map.entry(21611, "Too many texts of this number are waiting at the carrier."),
            Map.entry(21612, "The carrier knows no way from this number to that one."),
            Map.entry(21614, "That number is a landline, which can't get texts."),
            Map.entry(21620, "The carrier can't use the address of a picture."),
            Map.entry(21621, "This number of yours can't send pictures."),
            Map.entry(21623, "There are too many pictures for one text."),
            Map.entry(30001, "Too many texts were waiting at the carrier."),
            Map.entry(30002, "Your carrier account is suspended."),
            Map.entry(30003, "Their phone is off or out of reach. It may work later."),
            Map.entry(30004, "Their carrier blocks texts to this number."),
            Map.entry(30005, "That number is not in use any more."),
            Map.entry(30006, "That number is a landline, or its carrier can't be reached."),
            Map.entry(30007, "A carrier took it for spam and filtered it."),
            Map.entry(30008, "The carrier does not say why it did not arrive."),
            Map.entry(30017, "The network was congested. It may work later."),
            Map.entry(30019, "A picture was too large for their carrier."),
            Map.entry(30022, "Too many texts a second for this number's registration."),
            Map.entry(30023, "This number's texts for today are used up."),
            Map.entry(30027, "T-Mobile takes no more texts from this number today."),
            Map.entry(30032, "Your toll-free number is not verified yet, so carriers take no texts from it."),
            Map.entry(30033, "The registration of your number is suspended."),
            Map.entry(30034, "Your number is not registered for texting, so carriers take no texts from it."),
            Map.entry(30035, "The registration of your number is still being looked at."),
            Map.entry(30036, "It waited too long at the carrier and was not sent."),
            Map.entry(30037, "Your carrier account may not send texts."),
            Map.entry(63038, "Your carrier account has sent all its texts for today."));

    private CarrierErrors() {}

    /** What happened, for people. */
    public static String sentence(int code) {
        return SENTENCES.getOrDefault(code, "The carrier did not deliver it (code " + code + ").");
    }
}
