package io.cloudpbx.sandbox.rest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A stereo WAV (16-bit PCM) mixed down to one channel. */
final class MonoWav {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    private MonoWav() {}

    static byte[] of(byte[] stereo) {
        ByteBuffer in = ByteBuffer.wrap(stereo).order(ByteOrder.LITTLE_ENDIAN);
        int format = chunk(in, "fmt ");
        int data = chunk(in, "data");
        int sampleRate = in.getInt(format + CHUNK_HEADER + 4);
        int frames = Math.min(in.getInt(data + 4), stereo.length - data - CHUNK_HEADER) / 4;
        ByteBuffer out = header(sampleRate, frames);
        for (int frame = 0; frame < frames; frame++) {
            int at = data + CHUNK_HEADER + frame * 4;
            out.putShort((short) ((in.getShort(at) + in.getShort(at + 2)) / 2));
        }
        return out.array();
    }

    private static int chunk(ByteBuffer in, String name) {
        int at = RIFF_HEADER;
        while (at + CHUNK_HEADER <= in.limit()) {
            byte[] id = new byte[4];
            in.get(at, id);
            if (name.equals(new String(id, StandardCharsets.US_ASCII))) {
                return at;
            }
            int size = in.getInt(at + 4);
            at += CHUNK_HEADER + size + (size & 1);
        }
        throw new IllegalArgumentException("No chunk \"" + name + "\" in the WAV");
    }

    private static ByteBuffer header(int sampleRate, int frames) {
        int bytes = frames * 2;
        ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) 1).putInt(sampleRate).putInt(sampleRate * 2);
        out.putShort((short) 2).putShort((short) 16);
        return out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    }
}
