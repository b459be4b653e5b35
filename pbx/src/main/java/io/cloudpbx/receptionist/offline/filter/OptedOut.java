package io.cloudpbx.receptionist.offline.filter;

import io.cloudpbx.receptionist.offline.speech.Phrasing;

/** No more calls or texts, in any words that a reasonable person would take for it ({@code ai-receptionist.md} section 6, rule 2). */
public final class OptedOut {
    private static final String US =
            "(?:call\\w*|text\\w*|contact\\w*|messag\\w*|ring\\w*|phon\\w*|bother\\w*|harass\\w*|spam\\w*|robocall\\w*|sending me|emailing)";
    private static final Phrasing SAID = Phrasing.of(
            "(?:stop|quit|cease|no more|enough with the|done with the|sick of (?:you|these|your)) (?:\\w+ ){0,2}?" + US,
            "(?:don't|do not|never|please don't) (?:ever )?(?:call|text|contact|message|phone|ring|bother) (?:me|us|this number|my \\w+|here|again)(?! back (?:until|before|after|on))",
            "(?:take|remove|get|delete|drop|scratch) (?:me|us|my name|my number|this number|our number|my phone)(?: \\w+){0,2}? (?:off|from|out of)",
            "(?:do not|don't) call list",
            "(?:opt|opting) (?:me |us )?out",
            "unsubscribe",
            "revoke (?:my )?consent",
            "i (?:don't|do not) want (?:any more|any|anymore|to get|to receive|more|these|your)(?: \\w+){0,3} (?:calls|texts|messages)",
            "lose (?:my|this) number",
            "(?:dejen|deje|paren|pare) de (?:llamar\\w*|mandar\\w*|enviar\\w*|molestar\\w*|textear\\w*)",
            "no me (?:llamen|llame|manden|mande|contacten|envien|molesten|vuelvan a llamar)",
            "no (?:mas|quiero mas|quiero recibir)(?: \\w+){0,2} (?:llamadas|mensajes|textos)",
            "(?:quiten|quite|quitenme|borren|borre|saquen|saquenme|eliminen)\\w*(?: \\w+){0,5} (?:lista|numero)",
            "darme de baja");

    private OptedOut() {}

    /** @param text folded */
    public static boolean in(String text) {
        return SAID.in(text);
    }
}
