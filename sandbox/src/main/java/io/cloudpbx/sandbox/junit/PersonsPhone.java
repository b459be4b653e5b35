package io.cloudpbx.sandbox.junit;

import io.cloudpbx.sandbox.call.CallListener;
import io.cloudpbx.sandbox.call.PhoneLine;
import io.cloudpbx.sandbox.call.Telephone;
import io.cloudpbx.sandbox.call.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a person perceives at the phone, kept so that the test can ask about it. */
final class PersonsPhone implements Telephone {
    private final Stage stage;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Transcript.Entry> story = new CopyOnWriteArrayList<>();
    private final Map<String, Prompt> playing = new ConcurrentHashMap<>();
    private volatile @Nullable PhoneLine line;
    private volatile @Nullable String now;
    private volatile String state = "idle";
    private volatile String endedBecause = "";

    PersonsPhone(Stage stage) {
        this.stage = stage;
    }

    @Nullable
    PhoneLine line() {
        return line;
    }

    void onLine(PhoneLine dialled) {
        line = dialled;
    }

    /** What happened in the calls of this phone so far. */
    List<Transcript.Entry> story() {
        return story;
    }

    /** Sentences heard to their end, oldest first. */
    List<String> heard() {
        return heard;
    }

    /** The sentence that is being heard. */
    @Nullable
    String now() {
        return now;
    }

    boolean isRinging() {
        return state.equals("rung");
    }

    boolean isConnected() {
        return state.equals("connected");
    }

    boolean isOver() {
        return state.equals("ended");
    }

    String endedBecause() {
        return endedBecause;
    }

    @Override
    public boolean isBusy() {
        return line != null && !isOver();
    }

    @Override
    public void ring(PhoneLine rung) {
        stage.happens(rung, () -> {
            line = rung;
            state = "rung";
        });
    }

    @Override
    public void state(PhoneLine of, State reached) {
        Runnable event = () -> {
            state = reached.name();
            endedBecause = reached.reason();
        };
        if (reached.name().equals("dialing")) {
            // Told by who dials, before the line lives.
            stage.happens(event);
        } else {
            stage.happens(of, event);
        }
    }

    @Override
    public void prompt(PhoneLine of, Prompt prompt) {
        stage.happens(of, () -> {
            playing.put(prompt.id(), prompt);
            now = prompt.text();
        });
    }

    @Override
    public boolean listensInTime() {
        return true;
    }

    @Override
    public void promptHeard(PhoneLine of, String id) {
        stage.happens(of, () -> {
            now = null;
            Optional.ofNullable(playing.remove(id)).map(Prompt::text).ifPresent(heard::add);
        });
    }

    @Override
    public void cutPrompt(PhoneLine of, String id) {
        stage.happens(of, () -> {
            playing.remove(id);
            now = null;
        });
    }

    @Override
    public void heard(PhoneLine of, String words) {
        stage.happens(of, () -> heard.add(words));
    }

    @Override
    public void pressed(PhoneLine of, char key) {
        // A person hears a beep and cannot tell the key.
    }

    @Override
    public void sound(PhoneLine of, byte[] pcm) {
        // The words of it are told by prompt and heard.
    }

    @Override
    public void recording(PhoneLine of, long limitSeconds) {
        // A person hears the beep.
    }

    @Override
    public void told(PhoneLine of, Transcript.Entry entry) {
        stage.happens(of, () -> story.add(entry));
    }

    @Override
    public void hood(PhoneLine of, CallListener.Event event) {
        // Nobody at a phone sees this.
    }
}
