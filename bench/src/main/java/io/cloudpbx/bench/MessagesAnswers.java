package io.cloudpbx.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reads a set of inbound texts, a JSON object a line, and writes what each is taken for. */
final class MessagesAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessagesAnswers() {}

    /** False when some lines could not be read; those are named on standard error, and all others are answered. */
    static boolean write(Path threads, Path answers) throws IOException {
        if (!Files.isReadable(threads)) {
            System.err.println("The file " + threads + " cannot be read.");
            return false;
        }
        boolean allRead = true;
        try (BufferedReader rows = Files.newBufferedReader(threads);
                BufferedWriter out = Files.newBufferedWriter(answers)) {
            int number = 0;
            for (String line = rows.readLine(); line != null; line = rows.readLine()) {
                number++;
                if (!line.isBlank()) {
                    allRead &= answer(line, number, out);
                }
            }
        }
        return allRead;
    }

    private static boolean answer(String line, int number, BufferedWriter out) throws IOException {
        try {
            MessageRow row = MessageRow.parse(line);
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("id", row.id());
            answer.put("class", row.heard());
            out.write(JSON.writeValueAsString(answer));
            out.newLine();
            return true;
        } catch (IllegalArgumentException unreadable) {
            System.err.println("Line " + number + " " + unreadable.getMessage() + ".");
            return false;
        }
    }
}
