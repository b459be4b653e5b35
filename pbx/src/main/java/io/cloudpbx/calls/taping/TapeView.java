package io.cloudpbx.calls.taping;

import io.cloudpbx.calls.taping.Tape.Kind;
import io.cloudpbx.calls.taping.Tape.State;
import io.cloudpbx.recordings.Sound;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording as the API shows it.
 *
 * @param state {@code wanted}, {@code running}, {@code fetching}, {@code stored}, {@code nothing}, {@code lost}, {@code withheld}, {@code refused}
 *     or {@code deleted}; only {@code stored} can be played
 * @param announced by which words the caller was told; empty where an earlier part had told them
 * @param startedAt null until the carrier told of it
 */
public record TapeView(
        UUID id,
        String state,
        String announced,
        @Nullable Instant startedAt,
        @Nullable Double durationSeconds,
        @Nullable List<Float> peaks,
        String audioUrl) {

    /** Of a conversation with the receptionist, oldest first. */
    public static List<TapeView> ofReceptionist(List<Tape> tapes) {
        return tapes.stream()
                .filter(tape -> tape.kind() == Kind.RECEPTIONIST)
                .map(TapeView::of)
                .toList();
    }

    /** Of people who talked, oldest first. */
    public static List<TapeView> ofPeople(List<Tape> tapes) {
        return tapes.stream()
                .filter(tape -> tape.kind() != Kind.RECEPTIONIST)
                .map(TapeView::of)
                .toList();
    }

    private static TapeView of(Tape tape) {
        var sound = Optional.ofNullable(tape.sound()).filter(known -> tape.state() == State.STORED);
        return new TapeView(
                tape.id(),
                tape.state().name().toLowerCase(Locale.ROOT),
                tape.announced(),
                tape.startedAt(),
                sound.map(stored -> stored.length().toMillis() / 1000.0).orElse(null),
                sound.map(Sound::peaks).orElse(null),
                audioUrl(tape));
    }

    /** Conversations with people are played where it is written down who did. */
    private static String audioUrl(Tape tape) {
        return switch (tape.kind()) {
            case RECEPTIONIST -> "/api/receptionist/recordings/" + tape.id() + "/audio";
            case PEOPLE, DIALED -> "/api/calls/" + tape.callId() + "/recordings/" + tape.id() + "/audio";
        };
    }
}
