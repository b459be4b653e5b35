package io.cloudpbx.bench.messages;

import io.cloudpbx.bench.Options;
import io.cloudpbx.bench.rows.Answers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        RowReader reader = new RowReader();
        return new Answers(path(options, "threads"), row -> answer(reader.row(row)), complaints)
                .write(path(options, "answers"), out);
    }

    private static ObjectNode answer(Row row) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.set("id", row.id());
        answer.put("class", Row.name(row.heard()));
        return answer;
    }

    private static Path path(Options options, String name) {
        return options.text(name)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Give both --threads and --answers, or neither; --" + name + " is missing."));
    }
}
