package io.cloudpbx.receptionist.offline.speech;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers as they are spoken: "one oh four", "one fourteen", "a hundred and four", "ciento cuatro". */
public final class Digits {
    private static final Map<String, String> ONES = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("o", "0"),
            Map.entry("owe", "0"),
            Map.entry("cero", "0"),
            Map.entry("one", "1"),
            Map.entry("won", "1"),
            Map.entry("uno", "1"),
            Map.entry("un", "1"),
            Map.entry("two", "2"),
            Map.entry("dos", "2"),
            Map.entry("three", "3"),
            Map.entry("tree", "3"),
            Map.entry("tres", "3"),
            Map.entry("four", "4"),
            Map.entry("cuatro", "4"),
            Map.entry("five", "5"),
            Map.entry("cinco", "5"),
            Map.entry("six", "6"),
            Map.entry("seis", "6"),
            Map.entry("seven", "7"),
            Map.entry("siete", "7"),
            Map.entry("eight", "8"),
            Map.entry("ocho", "8"),
            Map.entry("nine", "9"),
            Map.entry("nueve", "9"),
            Map.entry("to", "2"),
            Map.entry("too", "2"),
            Map.entry("for", "4"),
            Map.entry("ate", "8"));
    private static final Map<String, String> TEENS = Map.ofEntries(
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("thirteen", "13"),
            Map.entry("fourteen", "14"),
            Map.entry("fifteen", "15"),
            Map.entry("sixteen", "16"),
            Map.entry("seventeen", "17"),
            Map.entry("eighteen", "18"),
            Map.entry("nineteen", "19"),
            Map.entry("diez", "10"),
            Map.entry("once", "11"),
            Map.entry("doce", "12"),
            Map.entry("trece", "13"),
            Map.entry("catorce", "14"),
            Map.entry("quince", "15"),
            Map.entry("dieciseis", "16"),
            Map.entry("diecisiete", "17"),
            Map.entry("dieciocho", "18"),
            Map.entry("diecinueve", "19"),
            Map.entry("veintiuno", "21"),
            Map.entry("veintidos", "22"),
            Map.entry("veintitres", "23"),
            Map.entry("veinticuatro", "24"),
            Map.entry("veinticinco", "25"),
            Map.entry("veintiseis", "26"),
            Map.entry("veintisiete", "27"),
            Map.entry("veintiocho", "28"),
            Map.entry("veintinueve", "29"));
    private static final Map<String, String> TENS = Map.ofEntries(
            Map.entry("twenty", "2"),
            Map.entry("thirty", "3"),
            Map.entry("forty", "4"),
            Map.entry("fifty", "5"),
            Map.entry("sixty", "6"),
            Map.entry("seventy", "7"),
            Map.entry("eighty", "8"),
            Map.entry("ninety", "9"),
            Map.entry("veinte", "2"),
            Map.entry("treinta", "3"),
            Map.entry("cuarenta", "4"),
            Map.entry("cincuenta", "5"),
            Map.entry("sesenta", "6"),
            Map.entry("setenta", "7"),
            Map.entry("ochenta", "8"),
            Map.entry("noventa", "9"));
    private static final Map<String, String> HUNDREDS = Map.ofEntries(
            Map.entry("cien", "1"),
            Map.entry("ciento", "1"),
            Map.entry("doscientos", "2"),
            Map.entry("trescientos", "3"),
            Map.entry("cuatrocientos", "4"),
            Map.entry("quinientos", "5"));
    private static final Set<String> MARKS =
            Set.of("extension", "extention", "ext", "x", "extencion", "anexo", "interno", "extensions");
    private static final Set<String> LEAD = Set.of(
            "extension",
            "extention",
            "ext",
            "x",
            "extencion",
            "anexo",
            "interno",
            "number",
            "numero",
            "dial",
            "please",
            "is",
            "es",
            "la",
            "the",
            "a",
            "marcar",
            "marque",
            "room",
            "press");
    private static final int LONGEST = 6;

    private Digits() {}

    /** The extension asked for: behind "extension", or when nothing but a number was said. */
    public static Optional<String> extension(Utterance utterance) {
        List<String> words = utterance.words();
        for (int i = 0; i < words.size(); i++) {
            if (MARKS.contains(words.get(i)) && !words.get(i).equals("x")
                    || words.get(i).equals("x") && words.size() <= 5) {
                String digits = digits(words, skipped(words, i + 1));
                if (digits.length() > 1) {
                    return Optional.of(digits);
                }
            }
        }
        return whole(words);
    }

    private static int skipped(List<String> words, int from) {
        int at = from;
        while (at < words.size() && LEAD.contains(words.get(at))) {
            at++;
        }
        return at;
    }

    private static Optional<String> whole(List<String> words) {
        List<String> rest = words.stream()
                .filter(word -> isNumeric(word) || !LEAD.contains(word) && !Vocabulary.isFiller(word))
                .toList();
        boolean numeric = !rest.isEmpty()
                && rest.stream()
                        .allMatch(word ->
                                isNumeric(word) || word.equals("hundred") || word.equals("and") || word.equals("y"))
                && isNumeric(rest.getFirst())
                && rest.stream()
                        .anyMatch(word -> !Set.of("to", "too", "for", "o", "oh", "un", "owe")
                                .contains(word));
        String digits = numeric ? digits(rest, 0) : "";
        return digits.length() > 1 && digits.length() <= LONGEST ? Optional.of(digits) : Optional.empty();
    }

    private static boolean isNumeric(String word) {
        return ONES.containsKey(word)
                || TEENS.containsKey(word)
                || TENS.containsKey(word)
                || HUNDREDS.containsKey(word)
                || word.matches("\\d{1,6}")
                || word.equals("double");
    }

    private static String digits(List<String> words, int from) {
        var digits = new StringBuilder();
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("hundred")) {
                digits.append(hundred(words, i + 1));
            } else if (word.equals("double") && ONES.containsKey(next)) {
                digits.append(ONES.get(next));
            } else if (TENS.containsKey(word)) {
                boolean joined = ONES.containsKey(next)
                                && !ONES.get(next).equals("0")
                                && !Set.of("to", "too", "for").contains(next)
                        || next.equals("y");
                digits.append(TENS.get(word)).append(joined ? "" : "0");
            } else if (HUNDREDS.containsKey(word)) {
                digits.append(HUNDREDS.get(word)).append(hundred(words, i + 1));
            } else if (word.matches("\\d{1,6}")) {
                digits.append(word);
            } else if (ONES.containsKey(word) || TEENS.containsKey(word)) {
                digits.append(ONES.getOrDefault(word, TEENS.getOrDefault(word, "")));
            } else if (!word.equals("and") && !word.equals("y")) {
                break;
            }
        }
        return digits.toString();
    }

    /** The noughts that a hundred leaves to what follows it. */
    private static String hundred(List<String> words, int from) {
        int at = from < words.size()
                        && (words.get(from).equals("and") || words.get(from).equals("y"))
                ? from + 1
                : from;
        String next = at < words.size() ? words.get(at) : "";
        if (TENS.containsKey(next) || TEENS.containsKey(next)) {
            return "";
        }
        return ONES.containsKey(next) && !next.equals("for") && !next.equals("to") ? "0" : "00";
    }
}
