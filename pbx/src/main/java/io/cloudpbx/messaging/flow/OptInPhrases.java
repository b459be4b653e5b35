package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Optional;

/** Free wordings by which somebody who had opted out asks for texts again. */
final class OptInPhrases {
    private static final Phrases PHRASES = Phrases.of(
            "\\b(?:opt|sign|put|add|subscribe|enroll) (?:me|us|my number)(?: back)?(?: again)?(?: (?:in|up|on|to))?(?: \\w+){0,3}?(?:$| again\\b| texts?\\b|"
                    + " list\\b| messages?\\b| back\\b| please\\b| ,)",
            "\\b(?:start|resume|restart|begin|continue)(?: \\w+){0,3}? (?:texting|messaging|sending|texts|messages|alerts|notifications|updates)\\b",
            "\\bwant (?:back in|in again|the texts|my texts|your texts|texts|messages)(?: back)?(?: again)?$|^(?:yes (?:, )?)?start(?: again| back up| over)?$|^suscrib\\w+(?: por favor)?$",
            "\\b(?:resubscribe|re subscribe|opt in|opt back in|optin|subscribe again)\\b",
            "\\b(?:can|may|could|ok to|okay to|free to|fine to|allowed to) (?:text|message|contact) me (?:again|now)\\b|\\btext me again\\b",
            "\\b(?:turn|switch)(?: \\w+){0,3}? (?:texts?|messages?|alerts?|notifications?)(?: back)? on\\b|\\bturn (?:back )?on (?:the |my |your )?(?:texts?|messages?|"
                    + "alerts?|notifications?)\\b",
            "\\b(?:want|like|love|wish|happy)(?: \\w+){0,3}? (?:to )?(?:get|receive|getting|receiving|have|hear)(?: \\w+){0,4}? (?:texts?|messages?|alerts?|"
                    + "notifications?|updates?|from you)(?: again)?\\b",
            "\\b(?:recibir|mandar|mandenme|manden|envien|enviar|volver)(?: \\w+){0,4}? (?:mensajes|textos)(?: (?:otra vez|de nuevo|nuevamente))?\\b|\\b(?:otra vez|de nuevo)"
                    + " (?:los )?(?:mensajes|textos)\\b|\\bsuscrib\\w+ de nuevo\\b");

    private static final Phrases REFUSED =
            Phrases.of("\\b(?:dont|never|not|no|stop|why|didnt|wont)\\b|\\bno (?:quiero|me)\\b|\\bunsubscribe\\b");

    private OptInPhrases() {}

    static Optional<Sentence> in(PlainText text) {
        return text.first(sentence -> PHRASES.in(sentence) && !REFUSED.in(sentence) && !sentence.asked());
    }
}
