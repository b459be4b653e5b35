package io.cloudpbx.receptionist;

/** Says words of an answer before all of it is known. */
@FunctionalInterface
public interface Aloud {
    /** For who waits until all is known. */
    Aloud NOT_YET = (sentence, language) -> {};

    /**
     * Takes the next sentence. It has been checked like a whole answer, and cannot be taken back.
     *
     * @param language BCP 47
     */
    void say(String sentence, String language);
}
