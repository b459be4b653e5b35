package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Sids;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.twiml.Verb.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code <Start><Transcription>}: tells what is said while it is said. Known words only: of microphones and sound files
 * nothing is told, for nothing here can understand them.
 */
final class LiveTranscriber implements Tap {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PARTIAL_EVERY = Duration.ofSeconds(1);

    private final Leg leg;
    private final Verb.LiveTranscription order;
    private final String sid = Sids.next("GT");
    private final List<Runnable> unfinished = new ArrayList<>();
    private int sequence;
    private boolean stopped;

    private LiveTranscriber(Leg leg, Verb.LiveTranscription order) {
        this.leg = leg;
        this.order = order;
    }

    static void start(Leg leg, Verb.LiveTranscription order) {
        LiveTranscriber transcriber = new LiveTranscriber(leg, order);
        leg.taps().add(transcriber);
        leg.whenOver(transcriber::stop);
        transcriber.tellStarted();
    }

    boolean isCalled(String name) {
        return name.equals(order.name());
    }

    void stop() {
        if (!stopped) {
            List.copyOf(unfinished).forEach(Runnable::run);
            unfinished.clear();
            stopped = true;
            leg.taps().remove(this);
            tell("transcription-stopped", new LinkedHashMap<>());
        }
    }

    private void tellStarted() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("LanguageCode", order.language());
        parameters.put("Track", trackName(order.track()));
        parameters.put("InboundTrackLabel", order.labels().inbound());
        parameters.put("OutboundTrackLabel", order.labels().outbound());
        parameters.put("PartialResults", String.valueOf(order.partialResults()));
        parameters.put("TranscriptionEngine", order.engine());
        if (order.name() != null) {
            parameters.put("Name", order.name());
        }
        tell("transcription-started", parameters);
    }

    private static String trackName(Track track) {
        return track == Track.BOTH ? "both_tracks" : track.text() + "_track";
    }

    @Override
    public void inbound(Utterance utterance) {
        follow(utterance, Track.INBOUND);
    }

    @Override
    public void outbound(Utterance utterance) {
        follow(utterance, Track.OUTBOUND);
    }

    private void follow(Utterance utterance, Track track) {
        boolean wanted = order.track() == Track.BOTH || order.track() == track;
        if (!wanted || !utterance.isSpeech() || utterance.isOver()) {
            return;
        }
        Instant from = leg.now();
        Runnable content = () -> tellContent(utterance.wordsBetween(from, leg.now()), track, true);
        unfinished.add(content);
        utterance.whenOver(() -> {
            if (unfinished.remove(content)) {
                content.run();
            }
        });
        if (order.partialResults()) {
            leg.conversation().timeline().begin(() -> tellPartially(utterance, from, track));
        }
    }

    private void tellPartially(Utterance utterance, Instant from, Track track) {
        Timeline timeline = leg.conversation().timeline();
        while (!timeline.await(leg.now().plus(PARTIAL_EVERY), () -> utterance.isOver() || stopped)) {
            tellContent(utterance.wordsBetween(from, leg.now()), track, false);
        }
    }

    private record Data(String transcript, double confidence) {}

    private void tellContent(String words, Track track, boolean last) {
        if (stopped || words.isEmpty()) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("LanguageCode", order.language());
        parameters.put("Track", trackName(track));
        parameters.put("Final", String.valueOf(last));
        // The words are known, not recognised.
        parameters.put("TranscriptionData", JSON.writeValueAsString(new Data(words, 1.0)));
        tell("transcription-content", parameters);
    }

    private void tell(String event, Map<String, String> added) {
        Callback callback = order.statusCallback();
        if (callback == null) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", leg.account().sid());
        parameters.put("CallSid", leg.call().sid());
        parameters.put("TranscriptionSid", sid);
        parameters.put("TranscriptionEvent", event);
        parameters.put("Timestamp", leg.now().toString());
        parameters.put("SequenceId", String.valueOf(++sequence));
        parameters.putAll(added);
        leg.equipment().tell(leg, callback, parameters);
    }
}
