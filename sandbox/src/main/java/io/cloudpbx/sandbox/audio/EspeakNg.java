package io.cloudpbx.sandbox.audio;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The speech program espeak-ng, when it is on the path. */
final class EspeakNg {
    private static final Logger LOG = LoggerFactory.getLogger(EspeakNg.class);
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z]{2})?");
    private static final String WORDS_PER_MINUTE = "165";
    private static final int SECONDS_MAX = 10;

    private final String program;

    private EspeakNg(String program) {
        this.program = program;
    }

    static Optional<EspeakNg> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .map(folder -> new File(folder, "espeak-ng"))
                .filter(File::canExecute)
                .map(file -> new EspeakNg(file.getPath()))
                .findFirst();
    }

    /** Empty when the program did not speak, which is logged. */
    Optional<short[]> say(String text, String language) {
        String voice = language.toLowerCase(Locale.ROOT);
        try {
            byte[] wav = run(text, LANGUAGE.matcher(voice).matches() ? voice : "en-us");
            if (wav.length == 0) {
                wav = run(text, "en-us");
            }
            return wav.length == 0 ? Optional.empty() : Optional.of(Wav.read(wav));
        } catch (IOException e) {
            LOG.warn("espeak-ng could not be run: {}", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private byte[] run(String text, String voice) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program, "-v", voice, "-s", WORDS_PER_MINUTE, "--stdin", "--stdout")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            }
            byte[] wav = process.getInputStream().readAllBytes();
            return process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0 ? wav : new byte[0];
        } finally {
            process.destroyForcibly();
        }
    }
}
