package io.cloudpbx.callflow;

import java.time.Instant;

/** A plan as it was published. @param number from 1; 0 is what a company that has set nothing answers with */
public record PlanVersion(int number, Plan plan, Instant publishedAt, String publishedBy, String note) {}
