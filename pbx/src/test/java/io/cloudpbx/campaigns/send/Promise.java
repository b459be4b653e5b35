package io.cloudpbx.campaigns.send;

/** What holds in every simulated world, as sentences. */
enum Promise {
    WRITTEN_DOWN(
            "What the carrier is asked for is written down and committed at that moment, under a lease that still runs."),
    ASKED_ONCE("No attempt is asked for twice."),
    NEVER_TWICE(
            "By our doing nobody is texted twice: once only, or, at least once, a second time after the first was not found."),
    TRUTH_IS_FOUND("While the carrier's list tells the truth in time, no text that it has is said to be not there."),
    EXPIRED_ONCE_MORE("Whose text the carrier gave up unsent is tried once more, and only once."),
    STOP_IS_HEARD(
            "No text leaves without a look for a STOP after it was written down, and none whose STOP was known to that look."),
    PAUSE_HOLDS("What leaves was written down while its campaign ran: not after it was paused, canceled or over."),
    DECENT_HOURS("No text reaches anybody outside the hours of any zone in which they may be."),
    GATE_LOOKS("No text leaves that the gate has not let through a moment before."),
    CONSENT_LIVES("No text leaves whose recipient had not agreed to its kind when the gate looked."),
    CAP_HOLDS("The carrier has no more marketing texts for anybody in 24 hours than anybody may have."),
    OPT_OUT_IS_TOLD(
            "Nobody who has not read it in 30 days gets a text that does not say who sends it and how to opt out."),
    DAY_HOLDS("The carrier has no more segments of a number on a day of its network than that takes."),
    MONEY_REACHES("No text leaves for which the day's money did not reach, by what had left when the gate looked."),
    KEEPS_PACE("No number is faster than the ledger's slots allow, whichever nodes use it."),
    LEASE_GUARDS("Whoever moves a claimed delivery holds its lease."),
    ONLY_FORWARD("A delivery moves only along the drawn lines, and its status never back."),
    PROOF_STAYS("What the carrier has proven to have stays proven."),
    DOUBTS_ARE_LISTED("Of whatever was asked for and never answered the end is found, or it is listed as a doubt."),
    NOBODY_LOST(
            "When all is calm, everybody has an end that the carrier's truth bears out, or is said to be in doubt."),
    COMES_TO_REST("When troubles end, every campaign ends.");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    void holds(boolean truth, String detail, Object... about) {
        if (!truth) {
            throw new Broken(this, detail.formatted(about));
        }
    }

    /** An error, so that nothing in the program mistakes it for a failure of its own and goes on. */
    static final class Broken extends AssertionError {
        private final Promise promise;

        Broken(Promise promise, String detail) {
            super(promise + ": " + promise.sentence + " But: " + detail);
            this.promise = promise;
        }

        Promise promise() {
            return promise;
        }
    }
}
