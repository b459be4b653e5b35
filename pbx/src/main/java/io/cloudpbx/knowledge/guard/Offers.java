package io.cloudpbx.knowledge.guard;

import io.cloudpbx.knowledge.words.Plain;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Money and favours that only the business can give; each of its words must come from what the business told. */
final class Offers {
    private static final Pattern FAVOUR =
            Pattern.compile("\\b(?:discount|refund|coupon|voucher|gift|rebate|guarantee|warranty|at no cost|no charge|"
                    + "crypto|bitcoin|password|passcode|pin code|credit card|card number|wire|invest|lawsuit|legally binding|"
                    + "descuento|reembolso|cupon|garantia|contrasena|regalo)\\w*");
    private static final Pattern FREE = Pattern.compile("\\b(?:free|gratis|gratuit[oa]s?)\\b");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:[$€£]\\s?(\\d[\\d.,]*))|(\\d[\\d.,]*)\\s?(?:dollars?|bucks|usd|d[oó]lares|pesos|euros?|%|percent|por ciento)",
            Pattern.CASE_INSENSITIVE);

    private Offers() {}

    static boolean unfounded(String text, Ground ground) {
        String known = Plain.folded(ground.known());
        return FAVOUR.matcher(Plain.folded(text))
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(word -> !known.contains(word))
                || !Arrays.stream(text.split("(?<=[.!?])\\s")).allMatch(sentence -> isFreeByFact(sentence, ground))
                || !amounts(ground.known()).containsAll(amounts(text));
    }

    /** What is free must be what the business says is free: two words of its fact beside that one. */
    private static boolean isFreeByFact(String sentence, Ground ground) {
        String plain = Plain.folded(sentence).replaceAll("\\bfeel free\\b|\\bfree to\\b", "");
        return !FREE.matcher(plain).find()
                || ground.known()
                        .lines()
                        .map(Plain::folded)
                        .filter(fact -> FREE.matcher(fact).find())
                        .anyMatch(fact -> beginnings(plain).stream()
                                        .filter(beginnings(fact)::contains)
                                        .count()
                                >= 2);
    }

    private static Set<String> beginnings(String plain) {
        return Arrays.stream(plain.split(" "))
                .filter(word -> word.length() >= 4 && !FREE.matcher(word).find())
                .map(word -> word.substring(0, 4))
                .collect(Collectors.toSet());
    }

    /** As amounts of money: the 5 of "until 5 PM" is none. */
    private static Set<String> amounts(String text) {
        return AMOUNT.matcher(text)
                .results()
                .map(amount -> amount.group().replaceAll("[^\\d.]", "").replaceFirst("\\.0*$", ""))
                .collect(Collectors.toSet());
    }
}
