package io.cloudpbx.bench.messages;

import io.cloudpbx.bench.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/** {@code bench messages}: answers a set of inbound texts, or scores the one that is shipped. */
public final class MessagesBench {
    public static final Set<String> OPTIONS = Set.of("threads", "answers");

    private MessagesBench() {}

    /**
     * @return the exit code: 0, or 1 when a row was malformed; all others are answered all the same
     * @throws IllegalArgumentException in a sentence, when a file is missing or cannot be read or written
     */
    public static int run(Options options, PrintStream out, PrintStream complaints) throws IOException {
        if (options.values().isEmpty()) {
            for (Scores scores : EvaluationSet.scores().values()) {
                scores.print(out);
            }
            return 0;
        }
        Path threads = path(options, "threads");
        Path answers = path(options, "answers");
        if (!Files.isRegularFile(threads)) {
            throw new IllegalArgumentException("There is no file " + threads + ".");
        }
        if (Files.exists(answers) && Files.isSameFile(threads, answers)) {
            throw new IllegalArgumentException("The answers would overwrite the rows in " + threads + ".");
        }
        return answer(new Answers(threads, complaints), answers, out);
    }

    private static int answer(Answers rows, Path answers, PrintStream out) throws IOException {
        try {
            rows.write(answers);
        } catch (NoSuchFileException noFolder) {
            throw new IllegalArgumentException("The answers cannot be written to " + answers + ".", noFolder);
        }
        out.println(rows.answered() + " rows answered in " + answers
                + (rows.malformed() == 0 ? "." : ", " + rows.malformed() + " malformed."));
        return rows.malformed() == 0 ? 0 : 1;
    }

    private static Path path(Options options, String name) {
        return options.text(name)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Give both --threads and --answers, or neither; --" + name + " is missing."));
    }
}
