package io.cloudpbx.bench.messages;

import io.cloudpbx.bench.rows.Answers;
import io.cloudpbx.bench.rows.Malformed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The set that is shipped: rows as anybody's, each with its class and its split. The rules were tuned on {@code dev}; those of
 * {@code held-out} were written when the rules stood, and no rule was ever changed for one of them.
 */
final class EvaluationSet {
    private static final String FILE = "evaluation.jsonl";

    private EvaluationSet() {}

    /** One score for each split, in the order of the file. */
    static Map<String, Scores> scores() throws IOException {
        Map<String, Scores> scores = new LinkedHashMap<>();
        RowReader reader = new RowReader();
        try (InputStream file = EvaluationSet.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("The program is not whole: " + FILE + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                score(Answers.parsed(line), reader, scores);
            }
        } catch (Malformed broken) {
            throw new IOException(FILE + ": " + broken.getMessage(), broken);
        }
        return scores;
    }

    private static void score(JsonNode line, RowReader reader, Map<String, Scores> scores) throws Malformed {
        Row row = reader.row(line);
        scores.computeIfAbsent(line.path("split").asString(), Scores::new)
                .add(line.path("class").asString(), Row.name(row.heard()), row);
    }
}
