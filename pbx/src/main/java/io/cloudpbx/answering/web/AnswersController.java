package io.cloudpbx.answering.web;

import io.cloudpbx.answering.AnswerView;
import io.cloudpbx.answering.store.AnswerRows;
import io.cloudpbx.messaging.MessageView;
import io.cloudpbx.messaging.MessageViews;
import io.cloudpbx.problems.Problem;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/messages/{id}/answer}: why the assistant wrote a text, or what it made of one that came in. */
@RestController
class AnswersController {
    private final AnswerRows answers;
    private final MessageViews messages;

    AnswersController(AnswerRows answers, MessageViews messages) {
        this.answers = answers;
        this.messages = messages;
    }

    @GetMapping("/api/messages/{id}/answer")
    AnswerView about(@PathVariable UUID id) {
        MessageView text = messages.find(id).orElseThrow(AnswersController::notFound);
        return answers.about(Objects.requireNonNullElse(text.answers(), id)).orElseThrow(AnswersController::notFound);
    }

    private static Problem notFound() {
        return Problem.notFound("answer_not_found", "The assistant had nothing to do with this text.");
    }
}
