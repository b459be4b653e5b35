package io.cloudpbx.settings;

/** Tells which extensions are there to answer for the company. Who keeps them knows the settings; we need not know them. */
public interface Operators {
    /** @param ext three digits */
    boolean isInUse(String ext);
}
