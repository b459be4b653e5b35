package io.cloudpbx.campaigns.flow;

import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Set;

/**
 * How the texts of one campaign are signed, person by person (C25): whoever has had no text of a campaign lately that says how to be left
 * alone is told so, and by whom. Marketing says it to everybody, every time.
 *
 * @param first to whoever is to be told
 * @param later to those who have been
 * @param laterTell whether these read how to be left alone all the same
 * @param told who has been
 */
public record Signatures(Signature first, Signature later, boolean laterTell, Set<PhoneNumber> told) {
    /** So long somebody is taken to know. */
    public static final Duration KNOWN_FOR = Duration.ofDays(30);

    public Signatures {
        told = Set.copyOf(told);
    }

    /** As if nobody had been told. @param message what everybody reads of it */
    public static Signatures of(String message, String business, TextKind kind) {
        Signature signed = Signature.of(message, business);
        boolean always = kind == TextKind.MARKETING;
        return new Signatures(
                signed,
                always ? signed : Signature.NONE,
                always || signed.after().isEmpty(),
                Set.of());
    }

    /** Whether it does not matter who has been told. */
    public boolean areAlike() {
        return first.equals(later);
    }

    public Signatures knownTo(Set<PhoneNumber> people) {
        return new Signatures(first, later, laterTell, people);
    }

    public Signature to(PhoneNumber person) {
        return told.contains(person) ? later : first;
    }

    /** Whether somebody reads in it how to be left alone, by our words or the author's. */
    public boolean tell(PhoneNumber person) {
        return laterTell || !told.contains(person);
    }
}
