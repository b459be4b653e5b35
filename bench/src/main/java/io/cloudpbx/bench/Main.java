package io.cloudpbx.bench;

import java.util.List;

/** {@code ./cloudpbx bench sandbox [--texts N] [--calls N] [--soak N]}. */
final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        if (words.isEmpty() || !words.getFirst().equals("sandbox")) {
            System.err.println(
                    "Say what to measure: ./cloudpbx bench sandbox [--texts 20000] [--calls 500] [--soak 1]");
            System.exit(2);
        }
        try {
            Figure.print(new SandboxBench(Programs.given())
                    .run(number(words, "--texts", 20_000), number(words, "--calls", 500), number(words, "--soak", 1)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static int number(List<String> words, String option, int otherwise) {
        int at = words.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(words.get(at + 1));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(option + " needs a whole number above 0", e);
        }
        throw new IllegalArgumentException(option + " needs a whole number above 0");
    }
}
