package io.cloudpbx.claude.anthropic;

import com.anthropic.models.messages.RawMessageStreamEvent;
import io.cloudpbx.claude.Reply.Choice;
import java.util.function.Consumer;

/** Tells what has been chosen so far, out of the events of an answer that is not complete ({@code ai-receptionist.md} section 1.6). */
final class Progress {
    private final Consumer<Choice> told;
    private final StringBuilder arguments = new StringBuilder();
    private String tool = "";

    Progress(Consumer<Choice> told) {
        this.told = told;
    }

    void see(RawMessageStreamEvent event) {
        event.contentBlockStart()
                .flatMap(start -> start.contentBlock().toolUse())
                .ifPresent(use -> begin(use.name()));
        event.contentBlockDelta()
                .flatMap(delta -> delta.delta().inputJson())
                .ifPresent(more -> goOn(more.partialJson()));
    }

    private void begin(String name) {
        tool = name;
        arguments.setLength(0);
    }

    private void goOn(String more) {
        arguments.append(more);
        Unfinished.object(arguments).ifPresent(object -> told.accept(new Choice(tool, object)));
    }
}
