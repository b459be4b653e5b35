package io.cloudpbx.receptionist.claude;

import io.cloudpbx.claude.Reply.Choice;
import io.cloudpbx.knowledge.words.Fitted;
import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.receptionist.Aloud;
import java.util.regex.Pattern;

/**
 * Says an answer sentence by sentence while it is still being written. Only an answer: what moves a call is said when it is known to
 * happen ({@code ai-receptionist.md} section 4). And only whole sentences, because half of one cannot be checked: a number may be in it
 * that no fact holds.
 */
final class Beginning {
    /** Neither behind an abbreviation nor within the time of day. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\p{L}{3}[.!?])\\s+(?=[\\p{Lu}¿¡])");

    private final Scene scene;
    private final Choices choices;
    private final Aloud aloud;
    private int said;
    private boolean stopped;

    Beginning(Scene scene, Aloud aloud) {
        this.scene = scene;
        this.choices = new Choices(scene);
        this.aloud = aloud;
    }

    void of(Choice soFar) {
        String written = Plain.sendable(soFar.text("say"));
        var ends = SENTENCE_END.matcher(written);
        while (!stopped && soFar.tool().equals("answer") && ends.find()) {
            if (ends.start() > said) {
                say(soFar, written.substring(0, ends.start()));
            }
        }
    }

    private void say(Choice soFar, String beginning) {
        stopped = beginning.length() > Fitted.LONGEST || !choices.isAnswer(soFar, beginning);
        if (!stopped) {
            aloud.say(beginning.substring(said).strip(), scene.language().code());
            said = beginning.length();
        }
    }
}
