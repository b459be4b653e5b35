package io.cloudpbx.campaigns.send;

import java.util.Arrays;
import java.util.Optional;

/** What no world of its own is made for, in the middle of a claim or because of the law: enough of the others must have met it. */
enum Fault {
    CLAIM_UNHEARD("claim", "Deliveries are claimed, and the node that claimed them does not hear of it."),
    ATTEMPT_UNHEARD("leave", "Attempts are written down, and the node that wrote them does not hear of it."),
    LEASE_OVER("", "A lease ends while the carrier is being asked under it."),
    NIGHT("", "Somebody waits for the next morning, and gets it then."),
    CLOCKS_CHANGE("", "Clocks are put forward or back while somebody waits."),
    NO_CONSENT("no_consent", "The gate refuses a text as nobody has agreed to it."),
    CAP_REACHED("marketing_cap", "The gate refuses a text as they have had another today."),
    TOLD_LATELY("", "Somebody is not told again how to opt out."),
    DAY_FULL("", "A number has sent what it may on a day, and others wait for the next."),
    MONEY_SPENT("spend_ceiling", "The gate refuses a text as the day's money does not reach for it.");

    /** The statement that was executed in vain, or the code of the gate's refusal. */
    private final String word;

    private final String sentence;

    Fault(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** @param word a statement that is executed and its answer lost, or the code of a refusal */
    static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return sentence;
    }
}
