package io.cloudpbx.knowledge.guard;

import io.cloudpbx.knowledge.words.Plain;
import java.util.regex.Pattern;

/** Things done, said by somebody who can do none of them: the assistant books, calls, sends and changes nothing. */
final class Promises {
    private static final String DONE =
            "(?:booked|scheduled|rescheduled|cancell?ed|refunded|charged|credited|transferred|called|dialed|"
                    + "dialled|texted|messaged|emailed|mailed|forwarded|deleted|erased|removed|unsubscribed|resubscribed|re subscribed|"
                    + "subscribed|opted|updated|changed|switched|unlocked|approved|waived|reset|sent|disabled|enabled|turned|activated|"
                    + "deactivated|added|blocked|unblocked|verified|authorized|granted|paid|ordered|prescribed|reserved|saved|moved)";
    private static final String WILL_DO =
            "(?:book|schedule|reschedule|cancel|refund|charge|credit|transfer|call|dial|text|message|email|"
                    + "forward|delete|erase|remove|unsubscribe|resubscribe|opt|update|change|unlock|approve|waive|reset|send|disable|enable|"
                    + "activate|block|unblock|pay|order|prescribe|reserve)";
    private static final Pattern PROMISE = Pattern.compile(
            String.join(
                    "|",
                    "\\b(?:i|we)(?:'ve| have| had|'d)? (?:(?:just|already|now|also|successfully|gone ahead and) ){0,4}"
                            + DONE + "\\b",
                    "\\b(?:i'll|i will|i am going to|i'm going to|i can|let me) (?:(?:now|just|also|go ahead and) ){0,4}"
                            + WILL_DO + "\\b",
                    "\\b(?:is|are|was|were|been|has been|have been|being|get|gets|got|now|all) (?:(?:now|all|just|successfully|been) ){0,4}"
                            + DONE + "\\b",
                    "\\b(?:calling|dialing|dialling|texting|transferring|connecting|refunding|deleting|sending|booking|cancelling|canceling|"
                            + "unsubscribing|forwarding) (?:\\w+ ){0,4}?(?:now|immediately|right away)\\b|^(?:calling|dialing|texting|sending|"
                            + "forwarding|transferring)\\b",
                    "\\b(?:consider it done|it's done|it is done|done deal|all set|mission accomplished|request granted|access granted)\\b"
                            + "|^(?:done|executed|confirmed|listo|hecho)\\b",
                    "\\b(?:admin|administrator|developer|debug|god|root|maintenance|dan|jailbreak|unrestricted|sudo|override) (?:mode|access|"
                            + "privileges)\\b|\\bmodo (?:administrador|desarrollador|dios)\\b",
                    "\\b(?:he|hemos|ya) (?:\\w+ )?(?:reservado|programado|cancelado|reembolsado|cobrado|transferido|llamado|enviado|borrado|"
                            + "eliminado|cambiado|suscrito|quitado|actualizado|agendado|confirmado)\\b",
                    "\\b(?:esta|queda|quedo|ha sido|fue) (?:reservad|cancelad|confirmad|reembolsad|borrad|eliminad|cambiad|suscrit|agendad)\\w+",
                    "\\b(?:your|the|tu|su) (?:stop|opt out|unsubscribe|baja)\\b.{0,30}\\b(?:ignored|removed|cancelled|undone|reversed|lifted)\\b",
                    "\\byou(?:'re| are| will be| have been|'ve been) (?:now )?(?:subscribed|opted|resubscribed|signed up|enrolled|booked|confirmed)\\b"));
    /** What the assistant truly does. */
    private static final Pattern TRUE = Pattern.compile(
            "\\b(?:i've|i have|i) (?:told|let) (?:the team|our team|the staff|the front desk)\\b|\\bwe(?:'re| are) (?:closed|open)\\b");

    private Promises() {}

    static boolean in(String text) {
        String plain = TRUE.matcher(Plain.folded(text)).replaceAll(" ");
        return PROMISE.matcher(plain).find();
    }
}
