package io.cloudpbx.sandbox.audio;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The voice inside FreeTTS: English only, and there on every machine. */
final class FreeTtsVoice {
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Voice kevin;

    short[] say(String text) {
        turn.lock();
        try {
            Voice voice = kevin;
            if (voice == null) {
                voice = new KevinVoiceDirectory().getVoices()[0];
                voice.allocate();
                kevin = voice;
            }
            CapturedSound captured = new CapturedSound();
            voice.setAudioPlayer(captured);
            voice.speak(text);
            return captured.samples();
        } finally {
            turn.unlock();
        }
    }
}
