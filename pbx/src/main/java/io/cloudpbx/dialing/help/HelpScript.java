package io.cloudpbx.dialing.help;

import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Dial;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the phone of whoever calls for help hears: help. No word is said and no key asked for before. */
@Component
public class HelpScript {
    private static final Duration RING_FOR = Duration.ofMinutes(2);

    private final HelpUrls urls;

    HelpScript(HelpUrls urls) {
        this.urls = urls;
    }

    public Response connect(UUID id, HelpNumber number, PhoneNumber from) {
        var phone = new Dial.Phone(number.digits(), null, urls.leg(id, number, from));
        return Response.of(
                new Dial(urls.over(id, number, from), RING_FOR, from.e164(), List.of(phone)), unreached(number));
    }

    public Response over() {
        return Response.of(new Hangup());
    }

    public Response notReached(HelpNumber number) {
        return Response.of(unreached(number), new Hangup());
    }

    private static Say unreached(HelpNumber number) {
        String spoken = String.join(" ", number.digits().split(""));
        return new Say(spoken + " could not be reached. Dial " + spoken + " from another phone now.");
    }
}
