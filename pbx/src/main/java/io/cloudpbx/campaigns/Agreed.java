package io.cloudpbx.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all of an audience have agreed to, when, and what shows it (C22, C23).
 *
 * @param method such as {@code web form}, {@code keyword}, {@code paper} or {@code verbal}
 * @param words what they were shown or told
 * @param on the day, the first of several; null when whoever brought the list did not say
 * @param reference where the proof is kept; empty when nobody said
 * @param by who brought it
 */
public record Agreed(String method, String words, @Nullable LocalDate on, String reference, String by) {
    /** When it counts from: as early as the day allows, so that it outlives nothing that was said on that day. */
    Instant at(Instant now, ZoneId zone) {
        return on == null ? now : on.atStartOfDay(zone).toInstant();
    }

    boolean isToCome(Instant now, ZoneId zone) {
        return on != null && on.isAfter(LocalDate.ofInstant(now, zone));
    }

    /** What the ledger refers to. */
    String proof(UUID campaignId) {
        var proof = new StringJoiner(" · ");
        if (!reference.isEmpty()) {
            proof.add(reference);
        }
        if (on == null) {
            proof.add("The list came without a date: the day it was brought stands for it");
        }
        return proof.add("campaign " + campaignId).toString();
    }
}
