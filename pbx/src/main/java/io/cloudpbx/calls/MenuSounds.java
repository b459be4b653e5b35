package io.cloudpbx.calls;

import java.util.Optional;

/** Whoever keeps the sounds that menus may name. */
public interface MenuSounds {
    /** Where the carrier fetches it; empty where it is not there, so that the menu's words are said instead. */
    Optional<String> url(String name);
}
