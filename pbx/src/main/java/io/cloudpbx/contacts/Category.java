package io.cloudpbx.contacts;

/** What a text is for, as far as consent is concerned. */
public enum Category {
    /** Needs express written consent. */
    MARKETING,
    /** Needs the number to have been given for the purpose. */
    INFORMATIONAL
}
