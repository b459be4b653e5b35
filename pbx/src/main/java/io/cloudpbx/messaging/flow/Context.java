package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.ThreadState.Said;
import io.cloudpbx.messaging.flow.ThreadState.Speaker;
import java.util.List;
import java.util.Optional;

/** What a short answer means after what we asked last. */
final class Context {
    private static final Phrases KEEP = Phrases.of(
            "\\b(?:keep|continue|still|like|want|stay|remain)(?: \\w+){0,6}? (?:receiv\\w+|getting|get|hear\\w*|texts?|messages?|updates?|subscribed|on (?:the|our) list|"
                    + "opted in)\\b",
            "\\b(?:seguir|continuar|quiere|quieres|desea)(?: \\w+){0,3}? (?:recib\\w+|mensajes|textos)\\b");

    private static final Phrases LEAVE = Phrases.of(
            "\\b(?:do you want|would you like|did you mean|should we|shall we|are you sure|do you wish|want us|want)(?: \\w+){0,5}? (?:stop"
                    + " (?:texting|receiving|getting|sending|messaging|all|the|these|our)|opt out|unsubscribe|remove you|be removed|"
                    + "(?:end|cancel) (?:all |the |our |these )*(?:texts|messages|alerts))\\b",
            "\\breply (?:yes|y) to (?:stop|opt out|unsubscribe|be removed|end|cancel all)\\b",
            "\\b(?:quiere|quieres|desea)(?: \\w+){0,3}? (?:dejar de recibir|cancelar los mensajes|darse de baja)\\b");

    private static final Phrases WHICH = Phrases.of(
            "\\b(?:all|every|these) (?:texts|messages|messaging)\\b.*\\b(?:only|just|or)\\b|\\b(?:only|just)\\b.*\\ball (?:texts|messages)\\b");

    private static final Phrases NO = Phrases.of(
            "^(?:no|nope|nah|n|no thanks|no thank you|not really|no please|please no|no i dont|i dont|not anymore|no longer|never|no gracias|no more)$");

    private static final Phrases YES = Phrases.of(
            "^(?:yes|yep|yeah|yea|y|yup|sure|correct|please|yes please|please do|yes i do|i do|yes sir|yes stop|si|si por favor|ok|okay|absolutely|definitely|right|"
                    + "yes thanks|yes thank you|yes , please|yes correct|thats right)$");

    private static final Phrases ALL = Phrases.of(
            "^(?:(?:please|yes|stop|cancel|the) ?)*(?:all|all of (?:it|them)|both|everything|texts|all (?:texts|messages)|every text|the first|the texts|all the texts)"
                    + "(?: please| thanks)?$");

    private static final Phrases ONLY =
            Phrases.of("^(?:(?:no|please|yes|oh|sorry) )*(?:, )?(?:only|just) (?:the|my|this|that|cancel)\\b");

    private Context() {}

    /** Whether the text refuses further messages only by what it answers. */
    static boolean makesOptOut(PlainText text, List<Said> history) {
        return ours(history)
                .filter(asked -> asksToKeep(asked) && NO.in(text.whole())
                        || LEAVE.in(asked.whole()) && YES.in(text.whole())
                        || WHICH.in(asked.whole()) && ALL.in(text.whole()))
                .isPresent();
    }

    /** Whether the doubt that a text would raise alone is settled by the question that it answers. */
    static boolean settles(PlainText text, List<Said> history) {
        return ours(history).filter(asked -> WHICH.in(asked.whole())).isPresent() && ONLY.in(text.whole());
    }

    private static boolean asksToKeep(PlainText asked) {
        return asked.sentences().stream()
                .anyMatch(sentence -> sentence.asked() && KEEP.in(sentence) && !LEAVE.in(sentence));
    }

    private static Optional<PlainText> ours(List<Said> history) {
        return history.reversed().stream()
                .filter(said -> said.from() == Speaker.US)
                .findFirst()
                .map(said -> PlainText.of(said.text()));
    }
}
