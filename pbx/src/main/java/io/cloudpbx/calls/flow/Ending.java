package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import java.util.List;

/**
 * Where a call ends.
 *
 * @param place the key of a mailbox, or how it is said goodbye
 * @param says the same for people
 */
public record Ending(String place, String says) {
    public static final String GOODBYE = "goodbye";

    static Ending of(List<NextStep> steps) {
        // A caller may have left a mailbox's greeting for somewhere else.
        if (steps.size() > 1 && steps.get(steps.size() - 2).step() instanceof TakeMessage message) {
            return of(message.mailbox());
        }
        return steps.getLast().step() instanceof Goodbye goodbye ? of(goodbye.farewell()) : new Ending("", "Nowhere");
    }

    private static Ending of(Mailbox mailbox) {
        return switch (mailbox) {
            case Mailbox.Of(var callee) ->
                new Ending(Node.Mailbox.keyOf(callee.ext()), "The mailbox of " + callee.name());
            case Mailbox.General general -> new Ending(Place.GENERAL_MAILBOX, "The mailbox of the business");
        };
    }

    private static Ending of(Farewell farewell) {
        return switch (farewell) {
            case BLOCKED -> new Ending("blocked", "A goodbye to a blocked caller");
            case CALL_BACK -> new Ending("call-back", "A goodbye to whoever is to be called back");
            case NOT_OUR_NUMBER -> new Ending("not-ours", "A goodbye, as the number is not ours");
            default -> new Ending(GOODBYE, "A goodbye");
        };
    }
}
