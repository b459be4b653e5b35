package io.cloudpbx.bench.receptionist;

import io.cloudpbx.bench.Options;
import io.cloudpbx.bench.rows.Answers;
import io.cloudpbx.bench.rows.Malformed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** {@code bench receptionist}: answers what callers say first, in business hours, or scores the set that is shipped. */
public final class ReceptionistBench {
    public static final Set<String> OPTIONS = Set.of("directory", "utterances", "answers");

    private ReceptionistBench() {}

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
        Path directory = path(options, "directory");
        Path utterances = path(options, "utterances");
        Path answers = path(options, "answers");
        if (Files.exists(answers) && Files.exists(directory) && Files.isSameFile(directory, answers)) {
            throw new IllegalArgumentException("The answers would overwrite the directory in " + directory + ".");
        }
        Trial trial = new Trial(company(directory));
        return new Answers(utterances, row -> trial.answer(Row.of(row)), complaints).write(answers, out);
    }

    private static Company company(Path directory) throws IOException {
        if (!Files.isRegularFile(directory)) {
            throw new IllegalArgumentException("There is no file " + directory + ".");
        }
        try {
            return CompanyReader.read(Files.readString(directory).replaceFirst("^\uFEFF", ""));
        } catch (Malformed fault) {
            throw new IllegalArgumentException(directory + ": " + fault.getMessage(), fault);
        } catch (MalformedInputException noText) {
            throw new IllegalArgumentException(directory + ": not_utf8: the file is not UTF-8", noText);
        }
    }

    private static Path path(Options options, String name) {
        return options.text(name)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Give --directory, --utterances and --answers, or none of them; --" + name + " is missing."));
    }
}
