package io.cloudpbx.sandbox.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound files: reads what {@code <Play>} may name, writes what recordings are ({@code twilio.md} sections 7 and 18). */
public final class Wav {
    /** Forty minutes of CD-quality stereo would be more; longer files "may drop" at Twilio as well. */
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private Wav() {}

    /**
     * Reads WAV, AIFF or AU with PCM or µ-law sound of any rate and any number of channels.
     *
     * @throws UnsupportedSound when it is none of them
     */
    public static short[] read(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new UnsupportedSound("larger than 64 MB");
        }
        try (AudioInputStream original = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
                AudioInputStream pcm = AudioSystem.getAudioInputStream(sixteenBit(original.getFormat()), original)) {
            AudioFormat format = pcm.getFormat();
            short[] interleaved = Pcm.fromBytes(pcm.readAllBytes());
            return Resampler.toTelephone(mono(interleaved, format.getChannels()), format.getSampleRate());
        } catch (UnsupportedAudioFileException | IllegalArgumentException | IOException e) {
            throw new UnsupportedSound(String.valueOf(e.getMessage()));
        }
    }

    private static AudioFormat sixteenBit(AudioFormat format) {
        int channels = format.getChannels();
        float rate = format.getSampleRate();
        return new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, rate, 16, channels, 2 * channels, rate, false);
    }

    private static double[] mono(short[] interleaved, int channels) {
        double[] mono = new double[interleaved.length / channels];
        for (int i = 0; i < mono.length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                mono[i] += interleaved[i * channels + channel] / (double) channels;
            }
        }
        return mono;
    }

    /** A WAV file of one or two channels of equal length. */
    public static byte[] write(short[]... channels) {
        int frames = channels[0].length;
        int data = frames * channels.length * 2;
        ByteBuffer file = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) channels.length).putInt(Pcm.RATE);
        file.putInt(Pcm.RATE * channels.length * 2)
                .putShort((short) (channels.length * 2))
                .putShort((short) 16);
        file.put(ascii("data")).putInt(data);
        for (int frame = 0; frame < frames; frame++) {
            for (short[] channel : channels) {
                file.putShort(channel[frame]);
            }
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The file is no sound that a phone can play (13420). */
    public static final class UnsupportedSound extends RuntimeException {
        UnsupportedSound(String reason) {
            super(reason);
        }
    }
}
