package io.cloudpbx.receptionist.offline.speech;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words that lie beside the program. Lines that begin with {@code #} are for people. */
public final class WordList {
    private static final String FOLDER = "/io/cloudpbx/receptionist/offline/";

    private WordList() {}

    /** The lines of a list. */
    public static List<String> lines(String name) {
        try (InputStream file = WordList.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("The program is not whole: " + name + " is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All words of a list, however many stand in a line. */
    public static Set<String> words(String name) {
        return lines(name).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first word of each line with the others of it. */
    public static Map<String, List<String>> heads(String name) {
        Map<String, List<String>> heads = new HashMap<>();
        for (String line : lines(name)) {
            List<String> words = List.of(line.split("\\s+"));
            heads.put(words.getFirst(), words.subList(1, words.size()));
        }
        return Map.copyOf(heads);
    }

    /** Words written in a text, in any number of lines. */
    public static Set<String> of(String words) {
        return Arrays.stream(words.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
