package io.cloudpbx.bench.rows;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers a file of rows, line by line. */
public final class Answers {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path rows;
    private final Answering answering;
    private final PrintStream complaints;
    private int answered;
    private int malformed;

    /** What is answered to a row. */
    @FunctionalInterface
    public interface Answering {
        /** @throws Malformed when the row cannot be answered */
        JsonNode answer(JsonNode row) throws Malformed;
    }

    public Answers(Path rows, Answering answering, PrintStream complaints) {
        this.rows = rows;
        this.answering = answering;
        this.complaints = complaints;
    }

    /**
     * Writes a line for each row that can be answered, and names each that cannot.
     *
     * @return the exit code: 0, or 1 when a row was malformed; all others are answered all the same
     * @throws IllegalArgumentException in a sentence, when a file is missing or cannot be read or written
     */
    public int write(Path answers, PrintStream out) throws IOException {
        if (!Files.isRegularFile(rows)) {
            throw new IllegalArgumentException("There is no file " + rows + ".");
        }
        if (Files.exists(answers) && Files.isSameFile(rows, answers)) {
            throw new IllegalArgumentException("The answers would overwrite the rows in " + rows + ".");
        }
        try {
            write(answers);
        } catch (NoSuchFileException noFolder) {
            throw new IllegalArgumentException("The answers cannot be written to " + answers + ".", noFolder);
        }
        out.println(
                answered + " rows answered in " + answers + (malformed == 0 ? "." : ", " + malformed + " malformed."));
        return malformed == 0 ? 0 : 1;
    }

    private void write(Path answers) throws IOException {
        // Read as bytes: a line that is no UTF-8 must not take the others with it.
        try (BufferedReader lines = Files.newBufferedReader(rows, StandardCharsets.ISO_8859_1);
                BufferedWriter out = Files.newBufferedWriter(answers)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                answer(line, number, out);
            }
        }
    }

    private void answer(String bytes, int number, BufferedWriter out) throws IOException {
        try {
            String line = decoded(bytes);
            if (line.isBlank()) {
                return;
            }
            out.write(answering.answer(parsed(line)).toString());
            out.newLine();
            answered++;
        } catch (Malformed fault) {
            malformed++;
            complaints.println(rows + ", line " + number + ": " + fault.getMessage());
        }
    }

    /**
     * Reads one row.
     *
     * @throws Malformed {@code not_json}, {@code not_an_object}
     */
    public static JsonNode parsed(String line) throws Malformed {
        try {
            JsonNode row = JsonMapper.shared().readTree(line);
            Malformed.unless(row != null && row.isObject(), "not_an_object", "a row is a JSON object");
            return row;
        } catch (JacksonException broken) {
            throw new Malformed("not_json", broken.getOriginalMessage());
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
