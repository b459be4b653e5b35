package io.cloudpbx.knowledge.web;

import io.cloudpbx.knowledge.Faq;
import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.FaqText;
import io.cloudpbx.listing.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/knowledge/faq}. */
@RestController
@RequestMapping("/api/knowledge/faq")
class FaqController {
    private final Faq faq;

    FaqController(Faq faq) {
        this.faq = faq;
    }

    /** Answers are short enough for a text with its greeting, and in the languages that the offline assistant can match. */
    record Body(
            @NotBlank @Size(max = 200) String question,
            @NotBlank @Size(max = 250) String answer,

            @Nullable @Pattern(regexp = "en|es", message = "must be en or es")
            String language,

            @Nullable Long version) {

        FaqText text() {
            return new FaqText(question.strip(), answer.strip(), language == null ? "en" : language);
        }
    }

    record Entry(UUID id, String question, String answer, String language, long version) {
        static Entry of(FaqEntry entry) {
            var text = entry.text();
            return new Entry(entry.id(), text.question(), text.answer(), text.language(), entry.version());
        }
    }

    @GetMapping
    Page<Entry> all() {
        return Page.whole(faq.all().stream().map(Entry::of).toList());
    }

    @GetMapping("/{id}")
    Entry one(@PathVariable UUID id) {
        return Entry.of(faq.require(id));
    }

    @PostMapping
    ResponseEntity<Entry> add(@Valid @RequestBody Body body) {
        var added = Entry.of(faq.add(body.text()));
        return ResponseEntity.created(URI.create("/api/knowledge/faq/" + added.id()))
                .body(added);
    }

    @PutMapping("/{id}")
    Entry change(@PathVariable UUID id, @Valid @RequestBody Body body) {
        // Without a version the client has not looked, and overwrites knowingly.
        long seen = body.version() == null ? faq.require(id).version() : body.version();
        return Entry.of(faq.change(id, body.text(), seen));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        faq.delete(id);
    }
}
