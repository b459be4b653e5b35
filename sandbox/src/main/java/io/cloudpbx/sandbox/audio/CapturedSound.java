package io.cloudpbx.sandbox.audio;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/** A loudspeaker for FreeTTS that keeps what it is given: big-endian samples at the telephone's own rate. */
final class CapturedSound implements AudioPlayer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private AudioFormat format = new AudioFormat(Pcm.RATE, 16, 1, true, true);
    private float volume = 1;

    short[] samples() {
        byte[] captured = bytes.toByteArray();
        double[] samples = new double[captured.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (captured[2 * i] << 8 | (captured[2 * i + 1] & 0xff));
        }
        return Resampler.toTelephone(samples, format.getSampleRate());
    }

    @Override
    public void setAudioFormat(AudioFormat newFormat) {
        format = newFormat;
    }

    @Override
    public AudioFormat getAudioFormat() {
        return format;
    }

    @Override
    public boolean write(byte[] sound) {
        return write(sound, 0, sound.length);
    }

    @Override
    public boolean write(byte[] sound, int offset, int length) {
        bytes.write(sound, offset, length);
        return true;
    }

    @Override
    public boolean drain() {
        return true;
    }

    @Override
    public boolean end() {
        return true;
    }

    @Override
    public float getVolume() {
        return volume;
    }

    @Override
    public void setVolume(float newVolume) {
        volume = newVolume;
    }

    @Override
    public long getTime() {
        return 0;
    }

    @Override
    public void begin(int size) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void reset() {}

    @Override
    public void cancel() {}

    @Override
    public void close() {}

    @Override
    public void resetTime() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public void showMetrics() {}
}
