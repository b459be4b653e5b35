package io.cloudpbx.calls;

import io.cloudpbx.calls.CallFilter.Direction;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for, in the asker's words.
 *
 * @param words part of a number as people write it, or a contact's or extension's name; empty for all
 * @param ext an extension's digits
 * @param from the first day, in the company's time zone
 * @param to the last day
 */
public record CallQuery(
        String words,
        @Nullable Direction direction,
        @Nullable String outcome,
        @Nullable String ext,
        @Nullable PhoneNumber number,
        boolean recorded,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
