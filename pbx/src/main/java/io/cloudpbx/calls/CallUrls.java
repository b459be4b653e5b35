package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.Transferred.Because;
import io.cloudpbx.calls.flow.CallStep.ChooseName;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.Mailbox;
import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.carrier.NumberWebhooks;
import io.cloudpbx.knowledge.words.Language;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses inside our documents. What a later webhook must know travels as path elements, which are signed as they stand. */
@Component
public final class CallUrls {
    static final String GENERAL = "general";

    /** The beginning of the paths that are asked when somebody has sent a caller on. */
    static final String TRANSFERRED = "/ivr/transferred/";

    /** In the place of an extension, for phones of nobody inside. */
    static final String OUTSIDE = "outside";

    private static final int BECAUSE = 6;
    private static final String NOBODY = "none";
    private static final Pattern TALK = Pattern.compile(
            "(?<turn>\\d{1,2})-(?<unsure>\\d)-(?<refused>\\d)-(?<missed>\\d{3}|none)-(?<language>[a-z]{2})");

    /** Of the places in a plan, whose addresses end with it. */
    private static final Pattern STEP = Pattern.compile(
            "/ivr/(menu/\\d+/\\d+/[^/]+|rung/[^/]+/\\d+|said/[^/]+|waited/[^/]+/\\d+|transferred/[^/]+/[^/]+"
                    + "|name/[^/]+/\\d+|chosen/[^/]+/\\d+/[^/]+)/(?<step>\\d{1,6})");

    private final NumberWebhooks webhooks;

    CallUrls(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** @param step which of the call's it is, so that no address is asked twice in a call unless the carrier repeats itself */
    String menu(String place, int visit, int silences, int step) {
        return webhooks.action("/ivr/menu/%d/%d/%s/%d".formatted(visit, silences, place, step));
    }

    String name(String place, int visit, int step) {
        return webhooks.action("/ivr/name/%s/%d/%d".formatted(place, visit, step));
    }

    String chosen(ChooseName choose, int step) {
        return webhooks.action(
                "/ivr/chosen/%s/%d/%s/%d".formatted(choose.place(), choose.visit(), choose.name(), step));
    }

    /** Asked when a key was pressed during words that lead to that place. */
    String said(String place, int step) {
        return webhooks.action("/ivr/said/%s/%d".formatted(place, step));
    }

    String talk(Talk talk) {
        return webhooks.action("/ivr/talk/" + key(talk));
    }

    String thought(Talk talk) {
        return webhooks.action("/ivr/thought/" + key(talk));
    }

    /** The path that is asked when this stream ends, which names the place of the call's next step. */
    static String streamed(UUID stream) {
        return "/ivr/streamed/" + stream;
    }

    String afterStream(UUID stream) {
        return webhooks.action(streamed(stream));
    }

    String stream(UUID stream) {
        return webhooks.socket("/ivr/stream/" + stream);
    }

    String returned(Connect connect) {
        return webhooks.action("/ivr/returned/%s/%s/%s"
                .formatted(
                        key(connect.talk()), connect.target(), connect.callee().ext()));
    }

    String rung(String place, int leg, int step) {
        return webhooks.action("/ivr/rung/%s/%d/%d".formatted(place, leg, step));
    }

    /** @param step which of the call's it is, so that whoever asks twice at the same point asks for one thing */
    public String transferred(Transferred sent, int step) {
        return webhooks.action(TRANSFERRED
                + "%s/%s/%d".formatted(sent.place(), Objects.requireNonNullElse(sent.by(), NOBODY), step)
                + (sent.because() == Because.SENT ? "" : "/" + sent.because().name()));
    }

    /** Asked for what becomes of a caller with whom one of us does something. */
    public String hands(Moment moment, int step) {
        return webhooks.action("/ivr/hands/%s/%d".formatted(moment.name(), step));
    }

    /** Asked by the phone of whoever has the caller, when it is led out of the conversation. */
    public String desk(UUID call) {
        return webhooks.action("/ivr/desk/" + call);
    }

    /** Asked by that phone when the call to a colleague is over for it. */
    public String asked(UUID call) {
        return webhooks.action("/ivr/desk/%s/asked".formatted(call));
    }

    /** Asked for what a colleague's phone hears first. */
    public String colleague(UUID call, String ext) {
        return webhooks.action("/ivr/desk/%s/colleague/%s".formatted(call, ext));
    }

    public String colleaguePressed(UUID call, String ext) {
        return webhooks.action("/ivr/desk/%s/colleague/%s/pressed".formatted(call, ext));
    }

    public String colleagueNews(UUID call, String ext) {
        return webhooks.callback("/ivr/desk/%s/colleague/%s/leg".formatted(call, ext));
    }

    /** Asked by that phone when it is to be told why it is let go. */
    public String letGo(UUID call) {
        return webhooks.action("/ivr/desk/%s/over".formatted(call));
    }

    /** Who had the caller, of a path element. */
    public static @Nullable String by(String element) {
        return element.equals(NOBODY) ? null : element;
    }

    /** Who transferred the call, of the path that was asked then; null when nobody had them. */
    static @Nullable String sender(String path) {
        return by(path.split("/")[4]);
    }

    /** Why they were led on, of that path. */
    static Because because(String path) {
        String[] elements = path.split("/");
        return elements.length > BECAUSE ? Because.valueOf(elements[BECAUSE]) : Because.SENT;
    }

    /** The path still has the place of what earlier versions counted there. */
    String waited(String place, int step) {
        return webhooks.action("/ivr/waited/%s/0/%d".formatted(place, step));
    }

    String music() {
        return webhooks.file(HoldMusic.PATH);
    }

    /** Which of the call's steps made this address; empty where addresses do not say. */
    static OptionalInt step(String path) {
        var made = STEP.matcher(path);
        return made.matches() ? OptionalInt.of(Integer.parseInt(made.group("step"))) : OptionalInt.empty();
    }

    String screen(String ext) {
        return webhooks.action("/ivr/screen/" + ext);
    }

    /** @param place of the group for which the phone is rung */
    String screen(String ext, String place) {
        return webhooks.action("/ivr/screen/%s/%s".formatted(ext, place));
    }

    String screened(String ext) {
        return webhooks.action("/ivr/screened/" + ext);
    }

    String leg(String ext) {
        return webhooks.callback("/ivr/leg/" + ext);
    }

    String recorded(String mailbox) {
        return webhooks.action("/ivr/recorded/" + mailbox);
    }

    String silent(String mailbox) {
        return webhooks.action("/ivr/silent/" + mailbox);
    }

    String recording(String mailbox) {
        return webhooks.callback("/ivr/recording/" + mailbox);
    }

    /** Asked when keys were pressed by whoever was told of a recording. */
    String unrecorded(UUID tape) {
        return webhooks.action("/ivr/unrecorded/" + tape);
    }

    String taped(UUID tape) {
        return webhooks.callback("/ivr/taped/" + tape);
    }

    String transcription() {
        return webhooks.callback("/ivr/transcription");
    }

    static String key(Mailbox mailbox) {
        return switch (mailbox) {
            case Mailbox.Of of -> of.callee().id().toString();
            case Mailbox.General general -> GENERAL;
        };
    }

    /** Such as {@code 3-1-0-101-en}: everything about a conversation that the next webhook must know. */
    static String key(Talk talk) {
        return "%d-%d-%d-%s-%s"
                .formatted(
                        talk.turn(),
                        talk.unsure(),
                        talk.refused(),
                        Objects.requireNonNullElse(talk.missed(), NOBODY),
                        talk.language().code());
    }

    /** @throws IllegalArgumentException for what {@link #key(Talk)} does not write */
    public static Talk talk(String key) {
        var parts = TALK.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No conversation: " + key);
        }
        String missed = parts.group("missed");
        return new Talk(
                Integer.parseInt(parts.group("turn")),
                Integer.parseInt(parts.group("unsure")),
                Integer.parseInt(parts.group("refused")),
                missed.equals(NOBODY) ? null : missed,
                Language.tagged(parts.group("language")));
    }

    /** Whose mailbox a path element names; empty for the general one and for anything else. */
    static Optional<UUID> holder(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException general) {
            return Optional.empty();
        }
    }
}
