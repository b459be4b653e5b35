package io.cloudpbx.sandbox.call;

/** What {@code POST Calls/{sid}/Recordings/{sid}} asks of a recording that runs ({@code twilio.md} section 12). */
public sealed interface RecordingChange {
    /** @param skip whether the pause is left out, or is silence in the recording */
    record Pause(boolean skip) implements RecordingChange {}

    record Resume() implements RecordingChange {}

    record Stop() implements RecordingChange {}
}
