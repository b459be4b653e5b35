package io.cloudpbx.pages.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API as OpenAPI 3.1 has it. A file, not made while we run: a test writes it from our routes and types, and holds it against them. */
@RestController
class DescriptionController {
    private static final Resource DESCRIPTION = new ClassPathResource("io/cloudpbx/pages/openapi.json");

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(DESCRIPTION);
    }
}
