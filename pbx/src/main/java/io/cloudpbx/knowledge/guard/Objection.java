package io.cloudpbx.knowledge.guard;

/** Why an answer is not sent. */
public enum Objection {
    EMPTY("said nothing"),
    TOO_LONG("was too long"),
    MARKUP("held markup"),
    UNREADABLE("was in a language or a code that cannot be checked"),
    LINK("held an address that is not in the business's knowledge"),
    NUMBER("held a number that is not in the business's knowledge"),
    PRIVATE_NUMBER("held a card or social security number"),
    OFFER("offered what is not in the business's knowledge"),
    HUMAN("could be read as a person's"),
    PROMISE("claimed to have done what the assistant cannot do"),
    LEAK("repeated the assistant's instructions");

    private final String words;

    Objection(String words) {
        this.words = words;
    }

    /** Goes on from "the answer". */
    public String words() {
        return words;
    }
}
