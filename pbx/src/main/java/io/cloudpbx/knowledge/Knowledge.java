package io.cloudpbx.knowledge;

import io.cloudpbx.knowledge.flow.FactLimits;
import io.cloudpbx.knowledge.store.FactRows;
import io.cloudpbx.knowledge.store.FaqRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes what is known of the business. */
@Service
public class Knowledge {
    private final FactRows facts;
    private final FaqRows faq;
    private final ApplicationEventPublisher events;

    Knowledge(FactRows facts, FaqRows faq, ApplicationEventPublisher events) {
        this.facts = facts;
        this.faq = faq;
        this.events = events;
    }

    /** Everything, as of one moment. */
    @Transactional(readOnly = true)
    public KnowledgeSheet sheet() {
        return new KnowledgeSheet(facts.read(), faq.all());
    }

    @Transactional(readOnly = true)
    public BusinessFacts facts() {
        return facts.read();
    }

    /**
     * Replaces the facts if nobody else changed them since {@code wanted} was read.
     *
     * @throws Problem {@code knowledge_changed} when the version is not the present one; {@code invalid_fields} for hours that
     *     overlap, days given twice and texts that are too long
     */
    @Transactional
    public BusinessFacts change(BusinessFacts wanted) {
        var complaints = FactLimits.complaints(wanted);
        if (!complaints.isEmpty()) {
            throw Problem.invalid(complaints.stream()
                    .map(one -> new FieldProblem(one.field(), one.code(), one.message()))
                    .toList());
        }
        if (!facts.replace(wanted)) {
            throw Problem.conflict("knowledge_changed", "Somebody else changed this. Look at it again.");
        }
        events.publishEvent(new KnowledgeChanged());
        return facts.read();
    }
}
