package io.cloudpbx.bench;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@link Customer}, running. */
final class CustomerProgram implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Http http;

    CustomerProgram(Programs programs) throws IOException {
        this.process = new ProcessBuilder(programs.customer())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = process.inputReader().readLine();
        if (port == null) {
            throw new IOException("The customer did not start");
        }
        this.http = Http.to(Integer.parseInt(port));
    }

    Http http() {
        return http;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String url(String path) {
        return http.server().toURI() + path;
    }

    void on(String path, String verbs) throws IOException {
        http.send("PUT", path, "<Response>" + verbs + "</Response>").accepted();
    }

    /** How many requests came to a path, or told of this {@code MessageStatus}. */
    long count(String pathOrStatus) throws IOException {
        JsonNode counts = JSON.readTree(http.send("GET", Customer.COUNTS, "").accepted());
        return counts.path(pathOrStatus).asLong(0);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
