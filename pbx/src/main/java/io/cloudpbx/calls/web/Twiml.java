package io.cloudpbx.calls.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The one content type under which documents are sent ({@code twilio.md} section 1). */
final class Twiml {
    static final String XML = "application/xml;charset=UTF-8";

    private Twiml() {}

    static ResponseEntity<String> answer(String document) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(document);
    }
}
