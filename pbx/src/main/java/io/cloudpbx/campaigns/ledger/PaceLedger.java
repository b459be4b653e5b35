package io.cloudpbx.campaigns.ledger;

import io.cloudpbx.campaigns.flow.SharedTime;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** When each number may send again, by the ledger's own clock, so that all nodes together keep to it (R12). */
public interface PaceLedger {
    /**
     * Those of the numbers that may send something within that time, in their order, each with how long it still has to wait; none
     * while the account may not.
     */
    SequencedMap<PhoneNumber, Duration> freeWithin(List<PhoneNumber> numbers, Duration within);

    /**
     * Takes time of several numbers.
     *
     * @param seconds how long each is to be busy
     * @param lead before that, nobody could use it
     * @return how long each still has to wait before it begins
     */
    Map<PhoneNumber, Duration> reserve(Map<PhoneNumber, Double> seconds, Duration lead);

    /**
     * The same where all numbers keep to a rate of the account's too, in which each text then has a time of its own.
     *
     * @param between how long after a text the next one of any number may leave, in seconds
     * @return how long each text still has to wait
     */
    List<Duration> reserve(List<SharedTime.Text> texts, double between, Duration lead);

    /**
     * A number has to wait, at least so long: the carrier takes nothing more of it at present.
     *
     * @param note why, for people
     */
    void rest(PhoneNumber number, Duration pause, String note);

    /**
     * A number rests, at least so long: the carrier takes nothing more of it at present.
     *
     * @param because what somebody has to see to; empty where it only has to wait
     */
    void stop(PhoneNumber number, Duration pause, String because);

    /** Those of the numbers that rest until somebody has seen to something, and to what; it ends by itself too. */
    SequencedMap<PhoneNumber, String> atFault(List<PhoneNumber> numbers);
}
