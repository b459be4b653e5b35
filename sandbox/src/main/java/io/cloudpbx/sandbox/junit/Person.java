package io.cloudpbx.sandbox.junit;

import io.cloudpbx.sandbox.call.PhoneLine;
import io.cloudpbx.sandbox.call.Transcript;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at an outside phone. Every method returns when it has happened, and what is waited for has 20 s of real time; otherwise it
 * throws {@link AssertionError} with the story of the call so far. A person is used by one test at a time.
 */
public final class Person {
    private final String number;
    private final Stage stage;
    private final PersonsPhone phone;
    private int understood;

    Person(String number, Stage stage) {
        this.number = number;
        this.stage = stage;
        this.phone = new PersonsPhone(stage);
        stage.switchBoard().handsets().connect(number, phone);
    }

    /** E.164. */
    public String number() {
        return number;
    }

    /** Dials; does not wait for an answer. */
    public Person calls(String called) {
        understood = phone.heard().size();
        phone.onLine(stage.switchBoard().dial(number, called, phone));
        return this;
    }

    /** The phone rings and is picked up. */
    public Person answers() {
        rings();
        understood = phone.heard().size();
        line().answer();
        return expect("to have answered", phone::isConnected);
    }

    /** The phone rings and the person declines. */
    public Person declines() {
        rings();
        line().decline();
        return expect("to have declined", phone::isOver);
    }

    /** The phone rings; nobody picks up yet. */
    public Person rings() {
        return expect("to be called", phone::isRinging);
    }

    /** Hears these words, after those heard before; any case, also in the middle. Returns when the whole sentence has been heard. */
    public Person hears(String words) {
        return expect("to hear \"" + words + "\"", () -> understand(words));
    }

    /** Begins to hear these words: what comes next interrupts them. */
    public Person beginsToHear(String words) {
        return expect(
                "to begin to hear \"" + words + "\"",
                () -> Optional.ofNullable(phone.now())
                        .filter(now -> matches(now, words))
                        .isPresent());
    }

    private boolean understand(String words) {
        var heard = phone.heard();
        for (int i = understood; i < heard.size(); i++) {
            if (matches(heard.get(i), words)) {
                understood = i + 1;
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String sentence, String words) {
        return sentence.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** Presses keys, one after the other. */
    public Person presses(String keys) {
        keys.chars().forEach(key -> line().press((char) key));
        return this;
    }

    /** Speaks, and has spoken. */
    public Person says(String words) {
        return waits(line().say(words));
    }

    /** Waits so long in the call, in carrier time. */
    public Person waits(Duration time) {
        PhoneLine line = line();
        AtomicBoolean over = new AtomicBoolean();
        line.after(time, () -> stage.happens(line, () -> over.set(true)));
        return expect("to wait for " + time, over::get);
    }

    /** Talks to that person, and to no machine. */
    public Person isConnectedTo(Person other) {
        return expect(
                "to be connected to " + other.number,
                () -> stage.story(line().callSid()).stream()
                        .anyMatch(entry ->
                                entry.event().equals("bridged") && entry.text().equals(other.number)));
    }

    /** Ends the call. */
    public Person hangsUp() {
        line().hangUp();
        return expect("to have hung up", phone::isOver);
    }

    /** The call is ended by the other side. */
    public Person isHungUpOn() {
        return expect("the other side to hang up", phone::isOver);
    }

    /** The call is refused: {@code busy}, {@code no-answer}, {@code failed} or {@code rejected}. */
    public Person isRefused(String reason) {
        return expect("the call to end as " + reason, () -> reason.equals(phone.endedBecause()));
    }

    /** The SID of the leg of the present or last call. */
    public String callSid() {
        return line().callSid();
    }

    void leaves() {
        if (phone.line() != null && !phone.isOver()) {
            line().hangUp();
        }
        stage.switchBoard().handsets().disconnect(number, phone);
    }

    private PhoneLine line() {
        PhoneLine line = phone.line();
        if (line == null) {
            throw new AssertionError(number + " is in no call");
        }
        return line;
    }

    private Person expect(String what, BooleanSupplier condition) {
        if (stage.await(condition)) {
            return this;
        }
        throw new AssertionError("Expected %s %s.%n%s".formatted(number, what, story(phone.line())));
    }

    private String story(@Nullable PhoneLine line) {
        StringBuilder story = new StringBuilder("What happened:");
        if (line != null) {
            for (Transcript.Entry entry : stage.story(line.callSid())) {
                story.append("%n%7.1f s  %-8s %-10s %s"
                        .formatted(entry.offsetMs() / 1000.0, entry.party(), entry.event(), entry.text()));
            }
        }
        return story.toString();
    }
}
