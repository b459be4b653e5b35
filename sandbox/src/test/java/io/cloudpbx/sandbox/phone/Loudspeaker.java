package io.cloudpbx.sandbox.phone;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;

/** An ear at a page's loudspeaker: measures what goes to the audio device, whoever plays it. */
final class Loudspeaker {
    /** Attached before the page sounds for the first time; the finest bins, so that 440 Hz and 480 Hz are told apart. */
    private static final String ATTACH = """
            () => {
              const connect = AudioNode.prototype.connect;
              const ears = new Map();
              AudioNode.prototype.connect = function (to, ...more) {
                if (to instanceof AudioDestinationNode && !ears.has(to.context)) {
                  ears.set(to.context, new AnalyserNode(to.context, { fftSize: 16384, smoothingTimeConstant: 0 }));
                }
                if (to instanceof AudioDestinationNode) connect.call(this, ears.get(to.context));
                return connect.call(this, to, ...more);
              };
              globalThis.heard = (hertz) => Math.max(-Infinity, ...[...ears].map(([context, ear]) => {
                const levels = new Float32Array(ear.frequencyBinCount);
                ear.getFloatFrequencyData(levels);
                return levels[Math.round((hertz * ear.fftSize) / context.sampleRate)];
              }));
              globalThis.samplesHeard = () => Math.max(0, ...[...ears].map(([, ear]) => {
                const samples = new Float32Array(ear.fftSize);
                ear.getFloatTimeDomainData(samples);
                return Math.max(...samples.map(Math.abs));
              }));
            }""";

    /** Decibels in a bin that belong to a tone; between tones there is nothing at all. */
    private static final int AUDIBLE = -60;

    /** A cadence pauses for up to four seconds. */
    private static final Duration LONGER_THAN_A_PAUSE = Duration.ofSeconds(5);

    private final Page page;

    private Loudspeaker(Page page) {
        this.page = page;
    }

    static Loudspeaker of(Page page) {
        page.evaluate(ATTACH);
        return new Loudspeaker(page);
    }

    void awaitTones(Integer... hertz) {
        await("tones of " + List.of(hertz)).until(() -> sounds(hertz));
    }

    /** All of these, at once. */
    private boolean sounds(Integer... hertz) {
        return (boolean) page.evaluate(
                "([tones, audible]) => tones.every((tone) => heard(tone) > audible)", List.of(List.of(hertz), AUDIBLE));
    }

    /** Silent throughout longer than any cadence pauses. */
    void staysSilent() {
        await("silence that lasts").during(LONGER_THAN_A_PAUSE).until(this::isSilent);
    }

    private boolean isSilent() {
        return (boolean) page.evaluate("() => samplesHeard() === 0");
    }

    /** Seconds of sound and of silence of the next whole cadence. */
    double[] cadence() {
        Object measured = page.evaluate("""
                () => new Promise((resolve) => {
                  const edges = [];
                  let was = null;
                  const look = () => {
                    const is = samplesHeard() > 0;
                    // The first edge up begins it, whatever went on before.
                    if (was !== null && is !== was && (is || edges.length > 0)) edges.push(performance.now() / 1000);
                    was = is;
                    if (edges.length === 3) resolve([edges[1] - edges[0], edges[2] - edges[1]]);
                    else setTimeout(look, 20);
                  };
                  look();
                })""");
        return ((List<?>) measured)
                .stream()
                        .mapToDouble(seconds -> ((Number) seconds).doubleValue())
                        .toArray();
    }
}
