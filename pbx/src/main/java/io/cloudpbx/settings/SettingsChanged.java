package io.cloudpbx.settings;

/** Published in the transaction that changes them. */
public record SettingsChanged(CompanySettings settings) {}
