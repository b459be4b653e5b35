package io.cloudpbx.bench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./cloudpbx bench}: {@code sandbox} measures, {@code messages} scores. */
final class Main {
    static final String CUSTOMER = "customer";

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case CUSTOMER -> Customer.run();
            case "sandbox" -> sandbox(words);
            case "messages" -> messages(words);
            default -> refuse("""
                    Say what to measure:
                      ./cloudpbx bench sandbox [--texts 20000] [--calls 500] [--soak 1]
                      ./cloudpbx bench messages [--threads T.jsonl --answers OUT.jsonl]""");
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

    /** Without files, how well the shipped set is understood. */
    private static void messages(List<String> words) throws Exception {
        String threads = text(words, "--threads");
        String answers = text(words, "--answers");
        if (threads == null && answers == null) {
            MessagesScore.ofShippedSet().print();
        } else if (threads == null || answers == null) {
            refuse("Name both files: --threads T.jsonl --answers OUT.jsonl");
        } else if (!MessagesAnswers.write(Path.of(threads), Path.of(answers))) {
            System.exit(1);
        }
    }

    private static @Nullable String text(List<String> words, String option) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 >= words.size() ? null : words.get(at + 1);
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
