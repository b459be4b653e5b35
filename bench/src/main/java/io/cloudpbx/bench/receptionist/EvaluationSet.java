package io.cloudpbx.bench.receptionist;

import io.cloudpbx.bench.rows.Answers;
import io.cloudpbx.bench.rows.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The set that is shipped: what callers say to six fictional companies, each row with what should be done and its split. The
 * rules were tuned on {@code dev} alone. A whole company is only in {@code held-out}.
 */
final class EvaluationSet {
    private static final String FILE = "evaluation.jsonl";

    private EvaluationSet() {}

    /** One score for each split, in the order of the file. */
    static Map<String, Scores> scores() throws IOException {
        Map<String, Scores> scores = new LinkedHashMap<>();
        Map<String, Trial> trials = new HashMap<>();
        try {
            for (String line : text(FILE).lines().toList()) {
                score(Answers.parsed(line), trials, scores);
            }
        } catch (Malformed broken) {
            throw new IOException(FILE + ": " + broken.getMessage(), broken);
        }
        return scores;
    }

    private static void score(JsonNode line, Map<String, Trial> trials, Map<String, Scores> scores)
            throws Malformed, IOException {
        String company = line.path("company").asString();
        Trial trial = trials.get(company);
        if (trial == null) {
            trial = new Trial(CompanyReader.read(text(company + ".json")));
            trials.put(company, trial);
        }
        Row row = Row.of(line);
        scores.computeIfAbsent(line.path("split").asString(), Scores::new)
                .add(expected(line), trial.hear(row.text()), row);
    }

    private static Expected expected(JsonNode line) {
        JsonNode target = line.path("target");
        List<String> others = StreamSupport.stream(line.path("or").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        return new Expected(line.path("action").asString(), target.isString() ? target.asString() : null, others);
    }

    private static String text(String name) throws IOException {
        try (InputStream file = EvaluationSet.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("The program is not whole: " + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
