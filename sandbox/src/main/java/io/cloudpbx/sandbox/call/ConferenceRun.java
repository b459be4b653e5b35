package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.call.DocumentRunner.Ending;
import io.cloudpbx.sandbox.call.DocumentRunner.Scope;
import io.cloudpbx.sandbox.call.Room.Admission;
import io.cloudpbx.sandbox.call.Room.Exit;
import io.cloudpbx.sandbox.call.Seat.Announcement;
import io.cloudpbx.sandbox.call.Seat.Scene;
import io.cloudpbx.sandbox.call.Seat.Surroundings;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A leg's stay in a conference ({@code twilio.md} section 8.1). */
final class ConferenceRun {
    private final Leg leg;
    private final Switching switching;
    private final Verb.Dial dial;
    private boolean starPressed;
    private boolean failed;

    ConferenceRun(Leg leg, Switching switching, Verb.Dial dial) {
        this.leg = leg;
        this.switching = switching;
        this.dial = dial;
    }

    /** For whom the REST API has called into a conference. */
    static ConferenceRun ofGuest(Leg leg, Switching switching, Duration timeLimit) {
        Verb.DialRecording none =
                new Verb.DialRecording(Verb.DialRecording.Start.NEVER, false, Verb.Track.BOTH, false, null);
        return new ConferenceRun(
                leg,
                switching,
                new Verb.Dial(List.of(), null, Duration.ZERO, timeLimit, null, false, false, false, none));
    }

    Next run(Verb.Conference conference) {
        leg.answer();
        switch (switching.conferences().reserve(leg, conference)) {
            case Admission.Refused refused -> {
                Hood.error(leg, refused.why().code, refused.why().message);
                failed = true;
            }
            case Admission.Seated seated ->
                attend(seated.seat(), conference.seat().beep());
        }
        Callback action = dial.action();
        return action == null ? new Next.Onward() : new Next.GoTo(action, parameters());
    }

    /** From joining to leaving; the leg has been answered. */
    void attend(Seat seat, Verb.Beep beep) {
        Hood.dial(leg, "In conference " + seat.room().conference().friendlyName());
        leg.tell(Speaker.CARRIER, "conference-joined", seat.room().conference().friendlyName());
        try {
            seat.room().join(seat, beep.onEnter());
            stay(seat);
            leave(seat, failed ? Exit.PARTICIPANT_ADD_FAILED : Exit.PARTICIPANT_HUNG_UP);
        } catch (LegEnded hungUp) {
            leave(seat, Exit.PARTICIPANT_HUNG_UP);
            tellAfterHangUp();
            throw hungUp;
        } catch (LegRedirected redirected) {
            leave(seat, Exit.PARTICIPANT_UPDATED_VIA_API);
            throw redirected;
        }
    }

    private void leave(Seat seat, Exit why) {
        leg.whenStar(() -> {});
        leg.tell(Speaker.CARRIER, "conference-left", seat.room().conference().friendlyName());
        seat.room().leave(seat, why);
    }

    private void stay(Seat seat) {
        if (dial.hangupOnStar()) {
            leg.whenStar(() -> starPressed = true);
        }
        Instant latest = leg.now().plus(dial.timeLimit());
        while (!isOver(seat, latest)) {
            Surroundings now = seat.surroundings();
            leg.until(
                    () -> seat.surroundings() != now || seat.hasAnnouncement() || isOver(seat, latest),
                    () -> perceive(now, latest));
            seat.nextAnnouncement().ifPresent(announcement -> announce(seat, announcement));
        }
    }

    private boolean isOver(Seat seat, Instant latest) {
        return seat.isIn(Scene.OUT) || starPressed || failed || !leg.now().isBefore(latest);
    }

    private void perceive(Surroundings now, Instant latest) {
        switch (now.scene()) {
            case OUT -> {}
            case TOGETHER -> leg.await(latest, () -> false);
            case WAITING -> {
                failed = !listen(now.music());
                if (!failed) {
                    leg.await(latest, () -> false);
                }
            }
            case HELD -> {
                listen(now.music());
                // Out of verbs, there is silence.
                leg.await(latest, () -> false);
            }
        }
    }

    /** False when it could not be had: then the conference does not come about for this leg. */
    private boolean listen(Verb.Music music) {
        switch (music) {
            case Verb.Music.Silence silence -> {}
            case Verb.Music.Usual usual -> new PromptPlayer(leg).music();
            case Verb.Music.From from -> {
                return new DocumentRunner(leg, switching, Scope.MUSIC, null).run(fetch(from.url())) != Ending.FAILED;
            }
        }
        return true;
    }

    private static Instructions fetch(Callback url) {
        return new Instructions.Fetch(WebhookTarget.of(url.url(), url.method()), Map.of());
    }

    private void announce(Seat seat, Announcement announcement) {
        PromptPlayer prompts = announcement.toAll()
                ? new PromptPlayer(leg, utterance -> seat.room().mixer().announce(leg, utterance, seat))
                : new PromptPlayer(leg);
        DocumentRunner document = new DocumentRunner(leg, switching, Scope.MUSIC, null, prompts);
        leg.until(() -> seat.isIn(Scene.OUT), () -> {
            Ending ending = document.run(fetch(announcement.url()));
            seat.room().announced(seat, announcement, ending != Ending.FAILED);
        });
    }

    private void tellAfterHangUp() {
        Callback action = dial.action();
        if (action != null) {
            AfterHangUp.tell(leg, action, parameters());
        }
    }

    /** No child leg, so nothing is said of one ({@code twilio.md} section 2.2). */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("DialCallStatus", failed ? "failed" : "answered");
        parameters.put("DialBridged", String.valueOf(!failed));
        return parameters;
    }
}
