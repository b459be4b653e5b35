package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallEvent.CallerInterrupted;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSilent;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.InHands;
import io.cloudpbx.calls.flow.CallEvent.MenuAnswered;
import io.cloudpbx.calls.flow.CallEvent.MessageLeft;
import io.cloudpbx.calls.flow.CallEvent.NameChosen;
import io.cloudpbx.calls.flow.CallEvent.NameKeyed;
import io.cloudpbx.calls.flow.CallEvent.NothingSaid;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallEvent.StillThinking;
import io.cloudpbx.calls.flow.CallEvent.StreamBroke;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.WaitingEnded;
import io.cloudpbx.calls.flow.CallEvent.WordsInterrupted;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
import io.cloudpbx.calls.flow.CallStep.Opening;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchChoice;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.telephony.DialOutcome;

/**
 * Where a call goes next. One function for live calls and for questions about calls that were never placed, so that both
 * always agree.
 */
public final class CallFlow {
    /** A menu is played at most so often in a row, whatever is pressed: no loop without end. */
    static final int MOST_VISITS = 6;

    private CallFlow() {}

    public static NextStep decide(CallSituation situation, CallEvent event) {
        return switch (event) {
            case Arrived arrived -> answer(situation);
            case MenuAnswered menu -> afterMenu(situation, menu);
            case RingingEnded ringing -> afterRinging(situation, ringing);
            case WaitingEnded waiting -> afterWaiting(situation, waiting);
            case WordsInterrupted interrupted -> afterWords(situation, interrupted);
            case NameKeyed keyed -> Names.afterKeys(situation, keyed);
            case NameChosen chosen -> Names.afterChoice(situation, chosen);
            case MessageLeft left -> goodbye(Farewell.MESSAGE_TAKEN, "The message was recorded", situation.silence());
            case NothingSaid silent ->
                goodbye(Farewell.NOTHING_SAID, "Nothing was said after the tone", situation.silence());
            case CallerSpoke spoke -> Reception.afterWords(situation, spoke);
            case StillThinking(var talk) -> new NextStep(new OneMoment(talk), "The receptionist is thinking");
            case CallerPressed pressed -> Reception.afterKeys(situation, pressed);
            case CallerSilent silent -> Reception.afterSilence(situation, silent);
            case CallerInterrupted interrupted -> Reception.afterInterruption(situation, interrupted);
            case StreamBroke broke -> Reception.afterBreak(situation, broke);
            case TransferEnded ended -> Reception.afterTransfer(situation, ended);
            case Transferred sent -> transferred(situation, sent);
            case InHands(var moment) -> letGo(situation, moment);
        };
    }

    private static NextStep answer(CallSituation situation) {
        return switch (situation.dialled()) {
            case Dialled.Main main ->
                Door.enter(situation, situation.routing().plan().main(), "The main number was called");
            case Dialled.Direct(var callee) ->
                Door.enter(situation, Node.Extension.keyOf(callee.ext()), "The direct number of " + callee.name());
            case Dialled.Unknown unknown ->
                goodbye(Farewell.NOT_OUR_NUMBER, "The number called is not one of ours", situation.silence());
        };
    }

    private static NextStep afterMenu(CallSituation situation, MenuAnswered heard) {
        return situation.routing().plan().at(heard.menu()).orElse(null) instanceof Node.Menu menu
                ? afterMenu(situation, menu, heard)
                : operator(situation, "The menu is gone", situation.silence());
    }

    private static NextStep afterMenu(CallSituation situation, Node.Menu menu, MenuAnswered heard) {
        String digits = heard.digits();
        if (digits.isEmpty()) {
            return heard.silences() + 1 >= menu.tries()
                    ? Way.of(situation, "Nothing was pressed " + times(menu.tries()))
                            .to(menu.otherwise())
                    : again(situation, menu, heard, heard.silences() + 1, new Again());
        }
        Way way = Way.of(situation, "Pressed " + digits);
        if (menu.keys().containsKey(digits)) {
            return way.to(menu.keys().get(digits));
        }
        if (digits.equals("0")) {
            return way.to(Place.OPERATOR);
        }
        if (!menu.extensions()) {
            return again(situation, menu, heard, heard.silences(), new NoSuchChoice(digits));
        }
        return situation.directory().containsKey(digits)
                ? way.to(Node.Extension.keyOf(digits))
                : again(situation, menu, heard, heard.silences(), new NoSuchExtension(digits));
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static NextStep again(
            CallSituation situation, Node.Menu menu, MenuAnswered heard, int silences, Opening opening) {
        return heard.visit() >= MOST_VISITS
                ? operator(situation, "The menu was played " + MOST_VISITS + " times", situation.silence())
                : new NextStep(
                        new Menu(heard.menu(), menu, heard.visit() + 1, silences, opening, situation.silence()),
                        why(opening));
    }

    private static String why(Opening opening) {
        return switch (opening) {
            case Welcome welcome -> "The call began";
            case Again again -> "Nothing was pressed";
            case NoSuchExtension wrong -> "There is no extension " + wrong.digits();
            case NoSuchChoice wrong -> wrong.digits() + " is no choice";
        };
    }

    static NextStep operator(CallSituation situation, String reason, Saying first) {
        return Way.of(situation, reason, first).to(Place.OPERATOR);
    }

    private static NextStep afterRinging(CallSituation situation, RingingEnded ringing) {
        if (ringing.outcome() == DialOutcome.BRIDGED) {
            return goodbye(Farewell.AFTER_TALKING, "The conversation ended", situation.silence());
        }
        return Way.of(situation, said(ringing.outcome()))
                .why(why(ringing.outcome()))
                .onFrom(ringing.place(), ringing.leg());
    }

    /** 1 asks to be called back where that is offered; a key that leads nowhere waits on. */
    private static NextStep afterWaiting(CallSituation situation, WaitingEnded waiting) {
        String digits = waiting.digits();
        if (digits.equals("0")) {
            return operator(situation, "Pressed 0", situation.silence());
        }
        boolean wanted = digits.equals("1")
                && situation.routing().plan().at(waiting.place()).orElse(null) instanceof Node.Queue queue
                && InQueue.offersCallBack(situation, queue);
        return wanted
                ? goodbye(Farewell.CALL_BACK, "Asked to be called back", situation.silence())
                : Way.of(situation, "Waited").why(Why.NOBODY_ANSWERED).waitOn(waiting.place());
    }

    /** 0 is a person, as in menus; any other key wants to hear no more, and the caller goes where the words led. */
    private static NextStep afterWords(CallSituation situation, WordsInterrupted interrupted) {
        if (interrupted.digits().equals("0") && mayAskForSomebody(situation.routing())) {
            return operator(situation, "Pressed 0", situation.silence());
        }
        Way way = Way.of(situation, "Pressed " + interrupted.digits());
        return switch (situation.routing().plan().at(interrupted.place()).orElse(null)) {
            case Node.Mailbox greeted -> way.why(Why.GREETED).to(interrupted.place());
            case Node.Queue queue -> way.why(Why.NOBODY_ANSWERED).waitOn(interrupted.place());
            case null, default -> way.to(interrupted.place());
        };
    }

    /** Not for ever again, and not past a rule for callers who withhold their number. */
    private static boolean mayAskForSomebody(Routing routing) {
        boolean ledByRule = routing.from() == null && routing.plan().callers().anonymous() != null;
        return !routing.isFar() && !ledByRule;
    }

    private static NextStep transferred(CallSituation situation, Transferred sent) {
        Callee by = sent.by() == null ? null : situation.directory().get(sent.by());
        String name = by == null ? "Somebody" : by.name();
        String reason = switch (sent.because()) {
            case SENT -> name + " transferred the call";
            case LEFT_ON_HOLD -> name + " hung up while the caller was on hold";
            case FORGOTTEN -> name + " left the caller on hold for too long";
            case PICKED_UP -> "Somebody picks up whom " + name + " parked";
            case NOT_PICKED_UP -> "Nobody picked up whom " + name + " parked";
        };
        return Way.of(situation, reason).why(Why.NOBODY_ANSWERED).to(sent.place());
    }

    /** Nobody does anything with the caller any more: who has talked is done, and who waits is somebody's again. */
    private static NextStep letGo(CallSituation situation, InHands.Moment moment) {
        return switch (moment) {
            case LEFT -> goodbye(Farewell.AFTER_TALKING, "The conversation ended", situation.silence());
            case ENTERED, WAITED, UNCLAIMED ->
                operator(situation, "Nobody has the caller any more", situation.silence());
        };
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

    static NextStep goodbye(Farewell farewell, String reason, Saying first) {
        return new NextStep(new Goodbye(farewell, first), reason);
    }
}
