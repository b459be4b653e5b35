package io.cloudpbx.messaging;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the company chose for its texts.
 *
 * @param assistantOn whether the assistant answers new conversations
 * @param countries that may be texted, two letters each (T4)
 * @param centsPerDay what may be spent on texts in a day (T5)
 * @param missedCallText what somebody is texted whose call was missed; null for nothing
 * @param frozen nothing leaves until an owner says so (R26)
 * @param version grows with every change
 */
public record MessagingSettings(
        boolean assistantOn,
        Set<String> countries,
        int centsPerDay,
        @Nullable String missedCallText,
        boolean frozen,
        long version) {}
