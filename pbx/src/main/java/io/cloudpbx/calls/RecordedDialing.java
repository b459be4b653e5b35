package io.cloudpbx.calls;

import io.cloudpbx.calls.taping.RecordingRules;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Recordings of calls that somebody here began, which another capability leads. */
@Service
public class RecordedDialing {
    private final RecordingRules rules;
    private final Tapes tapes;
    private final Settings settings;
    private final CallUrls urls;

    RecordedDialing(RecordingRules rules, Tapes tapes, Settings settings, CallUrls urls) {
        this.rules = rules;
        this.tapes = tapes;
        this.settings = settings;
        this.urls = urls;
    }

    /** What a document begins. @param name by which the carrier knows it in the call */
    public record Begun(String name, String statusCallback) {}

    /** Whether whoever calls that number is to be told that it is recorded. */
    public boolean isWanted(PhoneNumber called) {
        return rules.outgoing(called).recorded();
    }

    /** Once, however often the document is asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Begun> begin(UUID call, CarrierId carrierId, PhoneNumber called) {
        return isWanted(called)
                ? tapes.dialed(call, carrierId, called, announcement())
                        .map(tape -> new Begun(tape.toString(), urls.taped(tape)))
                : Optional.empty();
    }

    /** What whoever is called hears before they are joined. */
    public String announcement() {
        return new Announcements(settings.current().businessName()).recordedCalling();
    }

    /** Whoever was told does not want it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(UUID call) {
        tapes.of(call).forEach(tapes::refuse);
    }

    /**
     * Whoever is called is put on hold, which ends it; from there they come back unrecorded.
     *
     * @return by which name the carrier knows what it is to end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> held(UUID call) {
        return tapes.held(call).stream().map(UUID::toString).toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void over(UUID call) {
        tapes.over(call);
    }
}
