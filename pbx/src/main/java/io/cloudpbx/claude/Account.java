package io.cloudpbx.claude;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands against a question: everything asked so far, with what is under way at its highest price.
 *
 * @param texts questions that this number's texts have led to today
 * @param calls other calls of this number in which Claude was asked today
 * @param read tokens of this call
 * @param written tokens of this call
 * @param today dollars
 * @param month dollars of this month, today's among them
 */
public record Account(int texts, int calls, long read, long written, BigDecimal today, BigDecimal month) {

    /** Why a question may not be asked, in a sentence; empty when it may. */
    public Optional<String> objection(Asker asker, BigDecimal price, Limits limits) {
        return ofPerson(asker, limits)
                .or(() -> ofMoney(today, price, limits.centsPerDay(), "today's"))
                .or(() -> ofMoney(month, price, limits.centsPerMonth(), "this month's"));
    }

    private Optional<String> ofPerson(Asker asker, Limits limits) {
        return switch (asker) {
            case Asker.Texter texter ->
                over(
                        isKnown(asker) && texts >= limits.textsPerNumber(),
                        "this number has had its %,d answers of Claude today.",
                        limits.textsPerNumber());
            case Asker.Caller caller ->
                over(
                                isKnown(asker) && calls >= limits.callsPerNumber(),
                                "this number has had its %,d calls with Claude today.",
                                limits.callsPerNumber())
                        .or(() -> over(
                                read >= limits.readPerCall(),
                                "Claude has read its %,d tokens for this call.",
                                limits.readPerCall()))
                        .or(() -> over(
                                written >= limits.writtenPerCall(),
                                "Claude has written its %,d tokens for this call.",
                                limits.writtenPerCall()));
            case Asker.Reviewer reviewer -> Optional.empty();
        };
    }

    /** Those who withhold their number are many: together they are held by the money alone. */
    private static boolean isKnown(Asker asker) {
        return !asker.number().isEmpty();
    }

    private static Optional<String> ofMoney(BigDecimal spent, BigDecimal price, int cents, String whose) {
        BigDecimal allowed = BigDecimal.valueOf(cents, 2);
        return spent.add(price).compareTo(allowed) > 0
                ? Optional.of(
                        String.format(Locale.US, "Over budget: %s $%,.2f for Claude do not reach.", whose, allowed))
                : Optional.empty();
    }

    private static Optional<String> over(boolean isOver, String sentence, int limit) {
        return isOver ? Optional.of("Over budget: " + String.format(Locale.US, sentence, limit)) : Optional.empty();
    }
}
