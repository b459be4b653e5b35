package io.cloudpbx.dialing;

import io.cloudpbx.calls.HeldDialing;
import io.cloudpbx.dialing.flow.Called.Moment;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.twiml.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the two phones of a call hear while the database is away, and nothing can be looked up or written down (R16). */
@Component
public class ByHeart {
    private final HeldDialing documents;
    private final DialScript script;
    private final DialUrls urls;

    ByHeart(HeldDialing documents, DialUrls urls) {
        this.documents = documents;
        this.script = new DialScript(urls);
        this.urls = urls;
    }

    /** Nobody is called whose call could not be limited, and nobody joined whose recording could not be refused. */
    public Response notConnected() {
        return script.parted("This call cannot be connected at the moment. Please try again in a few minutes.");
    }

    /** Whoever began it hears what the carrier itself says of the other side. */
    public Response over(String status, @Nullable Boolean bridged) {
        var outcome = DialOutcome.reported(status, bridged == null || bridged);
        return outcome == DialOutcome.BRIDGED ? script.parted("") : script.unreached();
    }

    /** Whoever was put on hold waits on until it is known again what is wanted. */
    public Response called(UUID id, Moment moment) {
        return moment == Moment.LEFT
                ? script.parted("")
                : documents.waits(id, moment == Moment.ENTERED, urls.waited(id));
    }

    public Response letGo() {
        return script.parted("");
    }
}
