package io.cloudpbx.bench;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: {@code --name value}, each name at most once. */
public record Options(Map<String, String> values) {
    public Options {
        values = Map.copyOf(values);
    }

    /**
     * @param known the names that the command understands, without their dashes
     * @throws IllegalArgumentException in a sentence, for whoever typed them
     */
    public static Options of(List<String> words, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            String name = word.startsWith("--") ? word.substring(2) : "";
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no option '" + word + "' here.");
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(word + " needs a value.");
            }
            if (values.put(name, rest.next()) != null) {
                throw new IllegalArgumentException(word + " is given twice.");
            }
        }
        return new Options(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public int number(String name, int otherwise, int least) {
        return text(name).map(value -> number(name, value, least)).orElse(otherwise);
    }

    private static int number(String name, String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " needs a whole number from " + least, e);
        }
        throw new IllegalArgumentException("--" + name + " needs a whole number from " + least);
    }
}
