package io.cloudpbx.claude;

/**
 * How much the business lets Claude do ({@code ai-receptionist.md} section 7). Days and months are the business's own.
 *
 * @param textsPerNumber questions that the texts of one number may lead to in a day
 * @param callsPerNumber calls of one number in a day in which Claude may be asked
 * @param readPerCall tokens read in full, beyond which a call goes on without Claude
 * @param writtenPerCall tokens written, likewise
 * @param version grows with every change
 */
public record Limits(
        int textsPerNumber,
        int callsPerNumber,
        int readPerCall,
        int writtenPerCall,
        int centsPerDay,
        int centsPerMonth,
        long version) {}
