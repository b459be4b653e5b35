package io.cloudpbx.campaigns.flow;

/** Something to think of before a campaign begins; it may begin all the same. */
public record Warning(String code, String sentence) {}
