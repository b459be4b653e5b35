package io.cloudpbx.knowledge;

import io.cloudpbx.knowledge.store.FactRows;
import io.cloudpbx.knowledge.store.FaqRows;
import io.cloudpbx.problems.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The questions that people ask, and the answers to give. */
@Service
public class Faq {
    /** All of them go into each question to Claude, so there is an end to their number. */
    static final int MOST = 200;

    private final FaqRows rows;
    private final FactRows sheet;
    private final ApplicationEventPublisher events;

    Faq(FaqRows rows, FactRows sheet, ApplicationEventPublisher events) {
        this.rows = rows;
        this.sheet = sheet;
        this.events = events;
    }

    /** Oldest first. */
    public List<FaqEntry> all() {
        return rows.all();
    }

    /**
     * The question of this id.
     *
     * @throws Problem {@code faq_not_found}
     */
    public FaqEntry require(UUID id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("faq_not_found", "There is no such question."));
    }

    /**
     * Adds a question.
     *
     * @throws Problem {@code faq_full}, or {@code question_exists} in this language
     */
    @Transactional
    public FaqEntry add(FaqText text) {
        // Whoever else adds one waits here, so that the count is right and a doubled question is seen.
        sheet.lock();
        if (rows.all().size() >= MOST) {
            throw Problem.conflict("faq_full", "There are " + MOST + " questions, which is as many as there can be.");
        }
        refuseDouble(text, null);
        UUID id = UUID.randomUUID();
        rows.insert(id, text);
        events.publishEvent(new KnowledgeChanged());
        return require(id);
    }

    /**
     * Changes a question that nobody else changed since it was read.
     *
     * @throws Problem {@code faq_not_found}, {@code faq_changed} when the version is not the present one,
     *     {@code question_exists}
     */
    @Transactional
    public FaqEntry change(UUID id, FaqText text, long version) {
        sheet.lock();
        require(id);
        refuseDouble(text, id);
        if (!rows.replace(id, text, version)) {
            throw Problem.conflict("faq_changed", "Somebody else changed this question. Look at it again.");
        }
        events.publishEvent(new KnowledgeChanged());
        return require(id);
    }

    /**
     * Deletes a question.
     *
     * @throws Problem {@code faq_not_found}
     */
    @Transactional
    public void delete(UUID id) {
        require(id);
        rows.delete(id);
        events.publishEvent(new KnowledgeChanged());
    }

    private void refuseDouble(FaqText text, @Nullable UUID itself) {
        boolean doubled = rows.all().stream()
                .filter(entry -> !entry.id().equals(itself))
                .anyMatch(entry -> entry.text().language().equals(text.language())
                        && entry.text().question().equalsIgnoreCase(text.question()));
        if (doubled) {
            throw Problem.conflict("question_exists", "question", "This question is there already.");
        }
    }
}
