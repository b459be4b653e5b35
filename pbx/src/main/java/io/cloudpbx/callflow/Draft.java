package io.cloudpbx.callflow;

/** A plan that leads no calls yet. @param version grows with every change; 0 while nobody has changed anything */
public record Draft(Plan plan, long version) {}
