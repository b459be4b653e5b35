package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Optional;

/**
 * Wordings that may be an opt-out and may be something else, such as "cancel my 3 pm" (C2): a person decides, and marketing
 * waits. A word that plainly has another object, such as a bus that stops, is no doubt at all.
 */
final class Doubts {
    private static final Phrases STOP = Phrases.of(
            "\\bstop(?:$| ,| (?:it|this|that|them|these|those|everything|all|now|please|already|ok|right|immediately|asap|doing|with|or|thanks|so|"
                    + "sending|harassing|bothering|annoying|charging|billing|delivering|shipping|texting|messaging|calling|emailing|writing|too|"
                    + "every|because|cuz|me|being|messing|trying|asking|using|sharing|selling my|reminding|following|auto\\w*|recurring|delivery|"
                    + "deliveries|payment|payments|service|shipment|will|does|cancel|work|mean)\\b)",
            "\\bstop (?:the|my|our|your|a|an|that|this) (?:\\w+ )?(?:text\\w*|message\\w*|service|deliver\\w*|subscription|newspaper|paper|magazine|payments?|"
                    + "auto\\w*|orders?|membership|plan|account|recurring|charges?|billing|bills?|mail|madness|bull\\w*|nonsense|crap|shit|monthly|"
                    + "weekly|renewal|harassment|program|trial|insanity|shipments?|box)\\b",
            "\\b(?:reply|replying|text|texting|send|sending|type|typing) stop\\b");

    private static final Phrases CANCEL = Phrases.of(
            "^(?:(?:please|hi|hey|hello|ok|okay|sorry|need|have|to|just|and|so|can|could|you|go|ahead|want|i|we|would|like|id|ill|lets|let|must|gotta|yes|"
                    + "no|unfortunately|may|for|me|us|i am|im|going|wed|your|thanks|morning|good) )*cancel(?:l?ing)?\\b",
            "\\bcancel(?: (?:it|that|this|them|these|those|everything|all|my|our|the|tomorrow\\w*|todays?|tonight\\w*|on|for|with|order|reservation|appointment|"
                    + "booking|please|membership|subscription|service|account|me|us|both|his|her|their|and|but|as|because|due|since|next|mon\\w*|"
                    + "tues\\w*|wed\\w*|thur\\w*|fri\\w*|sat\\w*|sun\\w*|\\d\\w*)\\b|$| ,)",
            "\\b(?:i|we|im|i am|were|we are|am|are) (?:\\w+ )?(?:canceling|cancelling)\\b",
            "\\bwant(?: \\w+){0,3}? (?:canceled|cancelled)\\b");

    private static final Phrases CANCEL_POLICY = Phrases.of(
            "\\b(?:fee|fees|charge|charges|charged|(?:your|cancel|cancellation|refund|the) policy|penalty|refund|deadline|notice|how late|how far|what happens|if"
                    + " i|if we|if you|if someone|in case|someone cancels|people cancel|noise|did you|have you|has anyone|do people|cost to)\\b",
            "\\bcancel (?:one|two|three|four|five|six|half|part|some|a|an|\\d+ of|culture)\\b");

    private static final Phrases ENDING = Phrases.of(
            "^(?:(?:so|and|but|ok|omg|seriously|when|will|does|is|until|till|how|long|hey) )*(?:when |how long until |how long till )?(?:does|will|is|until|till|can|"
                    + "would|do)? ?(?:it|this|these|that|all this|they)(?: all)?(?: (?:ever|finally|going to|gonna))* (?:end|ends|stop|stops|be over)"
                    + "(?: (?:please|lol|already|omg|ugh))*$",
            "(?<!the )(?<!at )(?<!by )(?<!west )(?<!east )\\bend (?:it|this|that|my|our)(?:$| ,| (?:now|please|contract|subscription|membership|service|plan|account|"
                    + "agreement|trial|lease|relationship|conversation|chat|madness|program|policy|enrollment))",
            "^(?:i |we )?(?:want|need|would like|id like|like|wish)(?: to)? (?:end|stop|quit)(?: (?:now|please|this|it|today))*$",
            "\\bi quit$|^quit\\b(?! (?:with the \\w*bot|smoking|drinking|working|my (?!membership|plan|subscription|program)))|\\bwant to quit(?: the \\w+)?$|\\bquit (?:this|that|the) (?:program|plan|group|gym|"
                    + "class|club)\\b|\\bquit my (?:membership|plan|subscription|program)\\b");

    private static final Phrases REMOVAL = Phrases.of(
            "\\b(?:remove|take|drop|scratch|strike|cross) (?:me|us|my name|our name|my number) (?:from|off|out of)\\b(?! hold| the (?:shelf|wall|"
                    + "market|menu|air|freeway|highway|exit|fridge|oven|box))",
            "\\bbe (?:taken off|removed from|taken out of)\\b",
            "\\b(?:opt|opting|opted) (?:me |us )?out\\b|\\bunsubscrib\\w*|\\brevok\\w+ my\\b",
            "\\b(?:delete|remove|close|deactivate) my (?:account|profile|data|info|card|credit card|payment|membership|appointment|reservation|booking|order|name)\\b");

    private Doubts() {}

    static Optional<Sentence> in(PlainText text) {
        return text.first(Doubts::isDoubtful);
    }

    private static boolean isDoubtful(Sentence sentence) {
        if (Guards.isTakenBack(sentence)) {
            return false;
        }
        return OptOutPhrases.isNarrowedIn(sentence)
                || STOP.in(sentence) && !Guards.isOrdinaryStop(sentence)
                || CANCEL.in(sentence) && !CANCEL_POLICY.in(sentence)
                || ENDING.in(sentence)
                || sentence.hasPart(ENDING::in)
                || REMOVAL.in(sentence)
                || Displeasure.in(sentence) && !Guards.isTextPreferred(sentence)
                || SpanishPhrases.DOUBT.in(sentence) && !SpanishPhrases.NARROWED_TO_THINGS.in(sentence);
    }
}
