package io.cloudpbx.bench;

import java.util.List;

/** {@code ./cloudpbx bench sandbox [--texts N] [--calls N] [--soak MINUTES]}. */
final class Main {
    static final String CUSTOMER = "customer";

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case CUSTOMER -> Customer.run();
            case "sandbox" -> sandbox(words);
            default -> refuse("Say what to measure: ./cloudpbx bench sandbox [--texts 20000] [--calls 500] [--soak 1]");
        }
    }

    private static void sandbox(List<String> words) throws Exception {
        try {
            int texts = number(words, "--texts", 20_000, 1);
            int calls = number(words, "--calls", 500, 1);
            int soak = number(words, "--soak", 1, 0);
            new SandboxBench(Programs.given()).run(texts, calls, soak);
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        System.exit(2);
    }

    private static int number(List<String> words, String option, int otherwise, int least) {
        int at = words.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(words.get(at + 1));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(option + " needs a whole number from " + least, e);
        }
        throw new IllegalArgumentException(option + " needs a whole number from " + least);
    }
}
