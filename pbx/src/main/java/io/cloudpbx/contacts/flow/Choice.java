package io.cloudpbx.contacts.flow;

/** Whose value stays when two contacts become one. */
public enum Choice {
    KEPT,
    OTHER
}
