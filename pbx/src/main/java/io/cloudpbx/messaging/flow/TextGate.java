package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.Verdict.Later;
import io.cloudpbx.messaging.flow.Verdict.Refuse;
import io.cloudpbx.messaging.flow.Verdict.Send;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one gate for everything that goes out, whoever wrote it. All checks are made, so that the evidence is whole; the first
 * that fails decides. Quiet hours come last: a text waits only when nothing else stands against it.
 *
 * <p>To be asked when a text is claimed for sending and again just before the request to the carrier (C3, C14).
 */
public final class TextGate {
    private TextGate() {}

    public static Verdict decide(TextToSend text, TextSituation situation) {
        HoursCheck.Result hours = HoursCheck.of(text, situation);
        List<Check> checks = Stream.of(
                        SystemChecks.of(situation),
                        BodyChecks.of(text, situation.rules().limits()),
                        RecipientChecks.of(text, situation),
                        SenderChecks.of(text.mediaCount(), situation.sender()),
                        PermissionChecks.of(text, situation),
                        AnswerChecks.of(text, situation),
                        FrequencyChecks.of(text, situation),
                        SpendChecks.of(text, situation),
                        Stream.of(hours.check()))
                .flatMap(Stream::sequential)
                .toList();
        Optional<Check> failed =
                checks.stream().filter(check -> !check.passed()).findFirst();
        if (failed.isEmpty()) {
            var grounds = new Grounds(situation.now(), PermissionChecks.consent(text, situation), hours.open());
            return new Send(checks, hours.closes(), FrequencyChecks.mostADay(text, situation.rules()), grounds);
        }
        Instant opens = hours.opens();
        return failed.get().equals(hours.check()) && opens != null
                ? new Later(opens, failed.get(), checks)
                : new Refuse(failed.get(), checks);
    }

    /** What stands against a sender whoever is to read its texts. @param media how many pictures each of them carries */
    public static List<Check> against(Sender sender, int media) {
        return SenderChecks.of(media, sender).filter(check -> !check.passed()).toList();
    }
}
