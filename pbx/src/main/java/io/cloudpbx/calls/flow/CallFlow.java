package io.cloudpbx.calls.flow;

import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallEvent.MenuAnswered;
import io.cloudpbx.calls.flow.CallEvent.MessageLeft;
import io.cloudpbx.calls.flow.CallEvent.NothingSaid;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.telephony.DialOutcome;

/**
 * Where a call goes next. One function for live calls and for questions about calls that were never placed, so that both
 * always agree.
 */
public final class CallFlow {
    /** A menu is played at most so often in silence, and at most so often in all: no loop without end. */
    static final int MOST_SILENCES = 3;

    static final int MOST_VISITS = 6;

    private CallFlow() {}

    public static Decision decide(CallSituation situation, CallEvent event) {
        return switch (event) {
            case Arrived arrived -> answer(situation);
            case MenuAnswered menu -> afterMenu(situation, menu);
            case RingingEnded ringing -> afterRinging(situation, ringing);
            case MessageLeft left -> goodbye(Farewell.MESSAGE_TAKEN, "The message was recorded");
            case NothingSaid silent -> goodbye(Farewell.NOTHING_SAID, "Nothing was said after the tone");
        };
    }

    private static Decision answer(CallSituation situation) {
        return switch (situation.dialled()) {
            case Dialled.Main main -> new Decision(new Menu(1, 0, new Welcome()), "The main number was called");
            case Dialled.Direct direct ->
                reach(direct.callee(), "The direct number of " + direct.callee().name());
            case Dialled.Unknown unknown -> goodbye(Farewell.NOT_OUR_NUMBER, "The number called is not one of ours");
        };
    }

    private static Decision afterMenu(CallSituation situation, MenuAnswered menu) {
        if (menu.digits().isEmpty()) {
            return menu.silences() + 1 >= MOST_SILENCES
                    ? operator(situation, "Nothing was pressed " + MOST_SILENCES + " times")
                    : again(situation, menu, menu.silences() + 1, new Again());
        }
        if (menu.digits().equals("0")) {
            return operator(situation, "Pressed 0");
        }
        Callee callee = situation.directory().get(menu.digits());
        return callee == null
                ? again(situation, menu, menu.silences(), new NoSuchExtension(menu.digits()))
                : reach(callee, "Pressed " + callee.ext());
    }

    private static Decision again(CallSituation situation, MenuAnswered menu, int silences, Opening opening) {
        return menu.visit() >= MOST_VISITS
                ? operator(situation, "The menu was played " + MOST_VISITS + " times")
                : new Decision(new Menu(menu.visit() + 1, silences, opening), why(opening));
    }

    private static String why(Opening opening) {
        return switch (opening) {
            case Welcome welcome -> "The call began";
            case Again again -> "Nothing was pressed";
            case NoSuchExtension wrong -> "There is no extension " + wrong.digits();
        };
    }

    private static Decision operator(CallSituation situation, String reason) {
        return situation
                .operator()
                .map(operator -> reach(operator, reason))
                .orElseGet(() -> new Decision(
                        new TakeMessage(new Mailbox.General(), Why.NO_OPERATOR),
                        reason + ", and no operator is named"));
    }

    private static Decision reach(Callee callee, String reason) {
        return callee.ringsAt() == null
                ? new Decision(
                        new TakeMessage(new Mailbox.Of(callee), Why.NO_PHONE),
                        reason + "; " + callee.name() + " has no phone to ring")
                : new Decision(new Ring(callee), reason);
    }

    private static Decision afterRinging(CallSituation situation, RingingEnded ringing) {
        if (ringing.outcome() == DialOutcome.BRIDGED) {
            return goodbye(Farewell.AFTER_TALKING, "The conversation ended");
        }
        Callee callee = situation.directory().get(ringing.ext());
        // Somebody may be removed from the directory while their phone rings.
        return callee == null
                ? operator(situation, "Extension " + ringing.ext() + " is gone")
                : new Decision(
                        new TakeMessage(new Mailbox.Of(callee), why(ringing.outcome())), said(ringing.outcome()));
    }

    private static Why why(DialOutcome outcome) {
        return switch (outcome) {
            case BUSY -> Why.BUSY;
            case NO_ANSWER, CANCELED, BRIDGED -> Why.NOBODY_ANSWERED;
            case FAILED -> Why.UNREACHABLE;
        };
    }

    private static String said(DialOutcome outcome) {
        return switch (outcome) {
            case BUSY -> "The phone was busy";
            case NO_ANSWER -> "Nobody took the call";
            case CANCELED -> "The ringing was called off";
            case FAILED -> "The phone could not be reached";
            case BRIDGED -> "The conversation ended";
        };
    }

    private static Decision goodbye(Farewell farewell, String reason) {
        return new Decision(new Goodbye(farewell), reason);
    }
}
