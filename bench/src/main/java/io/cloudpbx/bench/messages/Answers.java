package io.cloudpbx.bench.messages;

import io.cloudpbx.bench.messages.RowReader.Malformed;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers a file of rows, line by line, with the class of each. */
final class Answers {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RowReader reader = new RowReader();
    private final JsonMapper json = JsonMapper.shared();
    private final Path threads;
    private final PrintStream complaints;
    private int answered;
    private int malformed;

    Answers(Path threads, PrintStream complaints) {
        this.threads = threads;
        this.complaints = complaints;
    }

    /** Writes a line for each row that can be answered, and names each that cannot. */
    void write(Path answers) throws IOException {
        // Read as bytes: a line that is no UTF-8 must not take the others with it.
        try (BufferedReader lines = Files.newBufferedReader(threads, StandardCharsets.ISO_8859_1);
                BufferedWriter out = Files.newBufferedWriter(answers)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                answer(line, number, out);
            }
        }
    }

    int answered() {
        return answered;
    }

    int malformed() {
        return malformed;
    }

    private void answer(String bytes, int number, BufferedWriter out) throws IOException {
        try {
            String line = decoded(bytes);
            if (line.isBlank()) {
                return;
            }
            Row row = reader.row(reader.parse(line));
            ObjectNode answer = json.createObjectNode();
            answer.set("id", row.id());
            answer.put("class", Row.name(row.heard()));
            out.write(answer.toString());
            out.newLine();
            answered++;
        } catch (Malformed fault) {
            malformed++;
            complaints.println(threads + ", line " + number + ": " + fault.getMessage());
        }
    }

    private static String decoded(String bytes) throws Malformed {
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        } catch (CharacterCodingException notText) {
            throw new Malformed("not_utf8", "the line is not UTF-8");
        }
    }
}
