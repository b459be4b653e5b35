package io.cloudpbx.calls.flow;

import static io.cloudpbx.calls.flow.CallStep.SILENCE;

import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallEvent.CallerInterrupted;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSilent;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.MenuAnswered;
import io.cloudpbx.calls.flow.CallEvent.MessageLeft;
import io.cloudpbx.calls.flow.CallEvent.NothingSaid;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallEvent.StillThinking;
import io.cloudpbx.calls.flow.CallEvent.StreamBroke;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
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

    public static NextStep decide(CallSituation situation, CallEvent event) {
        return switch (event) {
            case Arrived arrived -> answer(situation);
            case MenuAnswered menu -> afterMenu(situation, menu);
            case RingingEnded ringing -> afterRinging(situation, ringing);
            case MessageLeft left -> goodbye(Farewell.MESSAGE_TAKEN, "The message was recorded");
            case NothingSaid silent -> goodbye(Farewell.NOTHING_SAID, "Nothing was said after the tone");
            case CallerSpoke spoke -> Reception.afterWords(situation, spoke);
            case StillThinking(var talk) -> new NextStep(new OneMoment(talk), "The receptionist is thinking");
            case CallerPressed pressed -> Reception.afterKeys(situation, pressed);
            case CallerSilent silent -> Reception.afterSilence(situation, silent);
            case CallerInterrupted interrupted -> Reception.afterInterruption(situation, interrupted);
            case StreamBroke broke -> Reception.afterBreak(situation, broke);
            case TransferEnded ended -> Reception.afterTransfer(situation, ended);
        };
    }

    private static NextStep answer(CallSituation situation) {
        return switch (situation.dialled()) {
            case Dialled.Main main -> new NextStep(new Menu(1, 0, new Welcome()), "The main number was called");
            case Dialled.Direct direct ->
                reach(direct.callee(), "The direct number of " + direct.callee().name());
            case Dialled.Unknown unknown -> goodbye(Farewell.NOT_OUR_NUMBER, "The number called is not one of ours");
        };
    }

    private static NextStep afterMenu(CallSituation situation, MenuAnswered menu) {
        if (menu.digits().isEmpty()) {
            return menu.silences() + 1 >= MOST_SILENCES
                    ? Reception.greet(situation, "Nothing was pressed " + MOST_SILENCES + " times")
                    : again(situation, menu, menu.silences() + 1, new Again());
        }
        if (menu.digits().equals("0")) {
            return Reception.greet(situation, "Pressed 0");
        }
        Callee callee = situation.directory().get(menu.digits());
        return callee == null
                ? again(situation, menu, menu.silences(), new NoSuchExtension(menu.digits()))
                : reach(callee, "Pressed " + callee.ext());
    }

    private static NextStep again(CallSituation situation, MenuAnswered menu, int silences, Opening opening) {
        return menu.visit() >= MOST_VISITS
                ? operator(situation, "The menu was played " + MOST_VISITS + " times", SILENCE)
                : new NextStep(new Menu(menu.visit() + 1, silences, opening), why(opening));
    }

    private static String why(Opening opening) {
        return switch (opening) {
            case Welcome welcome -> "The call began";
            case Again again -> "Nothing was pressed";
            case NoSuchExtension wrong -> "There is no extension " + wrong.digits();
        };
    }

    static NextStep operator(CallSituation situation, String reason, Saying first) {
        return situation
                .operator()
                .map(operator -> reach(operator, reason, first))
                .orElseGet(() -> new NextStep(
                        new TakeMessage(new Mailbox.General(), Why.NO_OPERATOR, first),
                        reason + ", and no operator is named"));
    }

    private static NextStep reach(Callee callee, String reason) {
        return reach(callee, reason, SILENCE);
    }

    private static NextStep reach(Callee callee, String reason, Saying first) {
        return callee.ringsAt() == null
                ? new NextStep(
                        new TakeMessage(new Mailbox.Of(callee), Why.NO_PHONE, first),
                        reason + "; " + callee.name() + " has no phone to ring")
                : new NextStep(new Ring(callee, first), reason);
    }

    private static NextStep afterRinging(CallSituation situation, RingingEnded ringing) {
        if (ringing.outcome() == DialOutcome.BRIDGED) {
            return goodbye(Farewell.AFTER_TALKING, "The conversation ended");
        }
        Callee callee = situation.directory().get(ringing.ext());
        // Somebody may be removed from the directory while their phone rings.
        return callee == null
                ? operator(situation, "Extension " + ringing.ext() + " is gone", SILENCE)
                : mailboxAfter(callee, ringing.outcome());
    }

    static NextStep mailboxAfter(Callee callee, DialOutcome outcome) {
        return new NextStep(new TakeMessage(new Mailbox.Of(callee), why(outcome)), said(outcome));
    }

    private static Why why(DialOutcome outcome) {
        return switch (outcome) {
            case BUSY -> Why.BUSY;
            case NO_ANSWER, CANCELED, BRIDGED -> Why.NOBODY_ANSWERED;
            case FAILED -> Why.UNREACHABLE;
        };
    }

    static String said(DialOutcome outcome) {
        return switch (outcome) {
            case BUSY -> "The phone was busy";
            case NO_ANSWER -> "Nobody took the call";
            case CANCELED -> "The ringing was called off";
            case FAILED -> "The phone could not be reached";
            case BRIDGED -> "The conversation ended";
        };
    }

    private static NextStep goodbye(Farewell farewell, String reason) {
        return goodbye(farewell, reason, SILENCE);
    }

    static NextStep goodbye(Farewell farewell, String reason, Saying first) {
        return new NextStep(new Goodbye(farewell, first), reason);
    }
}
