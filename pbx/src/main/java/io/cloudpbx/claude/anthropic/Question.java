package io.cloudpbx.claude.anthropic;

import io.cloudpbx.claude.Prompt;
import io.cloudpbx.claude.Reply.Choice;
import java.util.function.Consumer;

/** A prompt, and who is told of its answer while it comes. */
record Question(Prompt prompt, Consumer<Choice> soFar) {}
