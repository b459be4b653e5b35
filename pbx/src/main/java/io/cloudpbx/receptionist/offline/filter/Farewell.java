package io.cloudpbx.receptionist.offline.filter;

import io.cloudpbx.receptionist.Decision.EndCall.Reason;
import io.cloudpbx.receptionist.offline.speech.Phrasing;
import java.util.Optional;

/** The call is over for them. */
public final class Farewell {
    private static final Phrasing WRONG = Phrasing.of(
            "(?:the |a )?wrong (?:number|place|company|business|office)",
            "(?:dialed|called|got|have) (?:the )?wrong(?: \\w+)?",
            "misdialed",
            "(?:butt|pocket) dial\\w*",
            "(?:numero|telefono) equivocado",
            "me equivoque(?: de numero| de telefono)?",
            "equivocad[oa]",
            "called (?:you )?by (?:mistake|accident)",
            "didn't mean to call");
    private static final String WORDS =
            "(?:ok|okay|alright|all right|great|perfect|good|no|yes|that's|that|is|was|it|all|everything|i|i'm|need|needed|for|now|today|thanks?|thank|you|so|much|very|a|lot|have|nice|day|one|evening|weekend|bye|goodbye|good|night|see|ya|later|take|care|talk|to|soon|never ?mind|"
                    + "actually|sorry|forget|about|i'll|just|call|back|try|again|cancel|that|figured|out|found|got|set|we're|no mas|es|todo|gracias|muchas|adios|hasta|luego|pronto|que|le|vaya|bien|nada|olvidelo|dejelo|asi|no|era|importante|then|bye bye|done|nothing|else|hang|up|gotta|go|oh|um|uh|hey|well|so|just|it's|fine|anyway|anyways)";
    private static final Phrasing OVER = Phrasing.of(
            "(?:bye|goodbye|good night|never ?mind|nevermind|forget it|forget about it|that's all|that is all|that's it|that'll be all|that was all|i'll call back|call back later|take care|have a (?:good|nice|great) (?:day|one|evening|weekend|night)|see you later|nothing else|i'm all set|we're all set|all set|i'm good|gotta go|adios|hasta luego|olvidelo|es todo|eso es todo|nada mas|dejelo asi|que le vaya bien)");
    private static final Phrasing NOTHING_ELSE = Phrasing.of("^(?:" + WORDS + " ?)+$");

    private Farewell() {}

    /** Why the call ends; empty when it goes on. @param text folded */
    public static Optional<Reason> in(String text) {
        if (WRONG.in(text)
                && !Phrasing.of(
                                "(?:was|been|keep|kept|get|getting|shipped|sent|charged|billed|got the) (?:\\w+ ){0,4}wrong",
                                "wrong (?:number|place) on",
                                "is this the wrong")
                        .in(text)) {
            return Optional.of(Reason.WRONG_NUMBER);
        }
        return OVER.in(text) && NOTHING_ELSE.in(text) ? Optional.of(Reason.GOODBYE) : Optional.empty();
    }
}
