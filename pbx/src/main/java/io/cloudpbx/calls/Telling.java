package io.cloudpbx.calls;

import io.cloudpbx.calls.Call.Place;
import io.cloudpbx.calls.StepTaken.Kind;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.AskName;
import io.cloudpbx.calls.flow.CallStep.ChooseName;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Hold;
import io.cloudpbx.calls.flow.CallStep.LeadOn;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchChoice;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Park;
import io.cloudpbx.calls.flow.CallStep.Rejoin;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Wait;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Mailbox;
import io.cloudpbx.calls.flow.Saying;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step in words for people, and where it puts the caller.
 *
 * @param extensionId whom the step concerns; null leaves the call with whoever it was about
 */
record Telling(
        Kind kind, Place place, String text, @Nullable UUID extensionId) {
    static Telling of(CallStep step) {
        return switch (step) {
            case Menu menu -> new Telling(Kind.MENU, Place.MENU, menuText(menu), null);
            case Converse converse ->
                new Telling(Kind.RECEPTIONIST, Place.RECEPTIONIST, talkText(converse.saying()), null);
            case OneMoment moment ->
                new Telling(Kind.RECEPTIONIST, Place.RECEPTIONIST, "Waiting for the receptionist", null);
            case Connect connect -> ringing(connect.callee());
            case Ring ring -> ringing(ring.callee());
            case RingGroup group -> ringing(group);
            case Wait wait -> new Telling(Kind.HELD, Place.WAITING, waitingText(wait), null);
            case Forward forward ->
                new Telling(
                        Kind.RINGING,
                        Place.RINGING,
                        "Ringing " + forward.number().display() + " outside",
                        null);
            case AskName ask -> new Telling(Kind.MENU, Place.MENU, "Spelling a name", null);
            case ChooseName choose -> new Telling(Kind.MENU, Place.MENU, "Choosing among names", null);
            case TakeMessage message ->
                new Telling(
                        Kind.VOICEMAIL,
                        Place.VOICEMAIL,
                        "Leaving a message for " + owner(message.mailbox()),
                        holder(message.mailbox()).map(Callee::id).orElse(null));
            case Hold(var again, var first) ->
                new Telling(Kind.HELD, Place.HELD, again ? "Still on hold" : "On hold", null);
            case Park park -> new Telling(Kind.HELD, Place.HELD, "Parked in slot " + park.slot(), null);
            case Rejoin(var holder, var names, var first) ->
                new Telling(Kind.CONNECTED, Place.TALKING, "Talking to " + names, holder);
            case LeadOn on -> new Telling(Kind.HELD, Place.HELD, "Not on hold any more", null);
            case Goodbye(var farewell, var first)
            when farewell == Farewell.CALL_BACK -> new Telling(Kind.CALL_BACK, Place.ENDED, farewell(farewell), null);
            case Goodbye goodbye -> new Telling(Kind.GOODBYE, Place.ENDED, farewell(goodbye.farewell()), null);
        };
    }

    private static Telling ringing(Callee callee) {
        return new Telling(Kind.RINGING, Place.RINGING, "Ringing " + callee.name(), callee.id());
    }

    private static Telling ringing(RingGroup group) {
        String people = group.callees().stream().map(Callee::name).collect(Collectors.joining(", "));
        return new Telling(Kind.RINGING, Place.RINGING, "Ringing " + people + " for " + group.name(), null);
    }

    private static String waitingText(Wait wait) {
        return "Waiting for " + wait.name() + (wait.position() == 0 ? "" : ", number " + wait.position());
    }

    private static String talkText(Saying saying) {
        return switch (saying) {
            case Saying.Connecting connecting -> "Being connected to " + connecting.name();
            case Saying.Greeting greeting -> "Talking to the receptionist";
            case Saying.StillThere silence -> "Said nothing to the receptionist";
            case Saying.NotTaken missed -> "Back at the receptionist, as " + missed.name() + " is not available";
            case Saying.NoSuchExtension wrong -> "Pressed " + wrong.digits() + ", talking to the receptionist";
            case Saying.Words words -> "Talking to the receptionist";
            case Saying.CutOff cut -> "Was cut off, talking to the receptionist again";
            case Saying.WhoElse who -> "Talking to the receptionist";
            case Saying.DialEmergency emergency -> "Told to dial 911";
            case Saying.Both both -> talkText(both.then());
            case Saying.Nothing nothing -> "Talking to the receptionist";
        };
    }

    private static String menuText(Menu menu) {
        return switch (menu.opening()) {
            case Welcome welcome -> "In the menu";
            case Again again -> "Hearing the menu again";
            case NoSuchExtension wrong -> "Pressed " + wrong.digits() + ", hearing the menu again";
            case NoSuchChoice wrong -> "Pressed " + wrong.digits() + ", hearing the menu again";
        };
    }

    private static String owner(Mailbox mailbox) {
        return holder(mailbox).map(Callee::name).orElse("the company");
    }

    private static Optional<Callee> holder(Mailbox mailbox) {
        return switch (mailbox) {
            case Mailbox.Of of -> Optional.of(of.callee());
            case Mailbox.General general -> Optional.empty();
        };
    }

    private static String farewell(Farewell farewell) {
        return switch (farewell) {
            case AFTER_TALKING -> "The conversation is over";
            case MESSAGE_TAKEN -> "Left a message";
            case NOTHING_SAID -> "Said nothing after the tone";
            case NOT_OUR_NUMBER -> "Called a number that is not ours";
            case SAID_ALREADY -> "The receptionist said goodbye";
            case AS_WRITTEN -> "Heard a goodbye";
            case CALL_BACK -> "Wants to be called back";
            case BLOCKED -> "Is blocked";
            case OPTED_OUT -> "Wants no more calls or texts";
        };
    }
}
