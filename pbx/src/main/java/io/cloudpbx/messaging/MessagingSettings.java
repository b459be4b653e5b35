package io.cloudpbx.messaging;

import java.util.Set;

/**
 * What the company chose for its texts.
 *
 * @param assistantOn whether the assistant answers new conversations
 * @param countries that may be texted, two letters each (T4)
 * @param centsPerDay what may be spent on texts in a day (T5)
 * @param campaignTextsADay most texts of campaigns to one person in 24 hours, 1 to 3 (C17)
 * @param frozen nothing leaves until an owner says so (R26)
 * @param version grows with every change
 */
public record MessagingSettings(
        boolean assistantOn,
        Set<String> countries,
        int centsPerDay,
        int campaignTextsADay,
        boolean frozen,
        long version) {}
