package io.cloudpbx.calls.outage;

import io.cloudpbx.calls.Call.Place;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is noted of one call, among the others. */
public record Story(CarrierId call, List<Noted> noted, Logbook logbook) {
    /** A call whose beginning nobody can look up counts on from here, so that its addresses are its own. */
    static final int UNKNOWN_BEGINNING = 100;

    private static final Duration COMES_BACK_WITHIN = Duration.ofMinutes(10);

    public static Story of(Logbook logbook, CarrierId call) {
        return new Story(call, logbook.of(call), logbook);
    }

    private static Stream<Noted.Step> steps(List<Noted> noted) {
        return noted.stream()
                .flatMap(each -> each.what() instanceof Noted.Step step ? Stream.of(step) : Stream.empty());
    }

    /** What this request was answered before, if it was. */
    public Optional<String> answerTo(String request) {
        return steps(noted)
                .filter(step -> step.request().equals(request))
                .map(Noted.Step::answer)
                .findFirst();
    }

    public Instant begunAt(Instant now) {
        return noted.isEmpty() ? now : noted.getFirst().at();
    }

    /** How many steps it has taken. @param before the step that made the address asked, where it says so */
    public int taken(OptionalInt before) {
        if (before.isPresent()) {
            return before.getAsInt() + 1;
        }
        int here = (int) steps(noted).count();
        boolean fromTheBeginning = noted.isEmpty() || arrived();
        return fromTheBeginning ? here : UNKNOWN_BEGINNING + here;
    }

    /** Whether it has taken a step, and not only news of it come. */
    public boolean isMoving() {
        return steps(noted).findAny().isPresent();
    }

    /** Whether it has begun since the database is away. */
    public boolean arrived() {
        return steps(noted).anyMatch(step -> step.request().endsWith("/inbound"));
    }

    /** How many other calls of the same caller, or of withheld callers to the same number, ring phones outside, as far as noted. */
    public int comebacks(@Nullable PhoneNumber from, @Nullable PhoneNumber to, Instant now) {
        return (int) logbook.ringing(from, to).stream()
                .filter(other -> !other.equals(call) && rings(logbook.of(other), now))
                .count();
    }

    private static boolean rings(List<Noted> other, Instant now) {
        boolean over = other.stream().anyMatch(each -> each.what() instanceof Noted.Ended);
        return !other.isEmpty()
                && !over
                && other.getFirst().at().isAfter(now.minus(COMES_BACK_WITHIN))
                && steps(other)
                        .reduce((first, later) -> later)
                        .filter(last -> last.change().place() == Place.RINGING)
                        .isPresent();
    }

    /** Whether somebody pressed 1 on this phone. */
    public boolean accepted(CarrierId leg) {
        return noted.stream()
                .anyMatch(each ->
                        each.what() instanceof Noted.Accepted it && it.leg().equals(leg));
    }
}
