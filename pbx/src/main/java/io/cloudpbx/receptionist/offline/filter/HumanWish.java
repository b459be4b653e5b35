package io.cloudpbx.receptionist.offline.filter;

import io.cloudpbx.receptionist.offline.speech.Phrasing;

/** Whether a person is wanted, and any person will do. */
public final class HumanWish {
    private static final String PERSON =
            "(?:operators?|representatives?|representative|rep|human|human being|humans|real person|live person|actual person|live human|real human|live agent|agent|person|receptionist|customer representative|switchboard|attendant)";
    private static final String POLITE =
            "(?: (?:please|now|thanks|thank you|right now|por favor|gracias|immediately|ok|okay|already|sir|ma'am))*";

    private static final Phrasing ALWAYS = Phrasing.of(
            "^(?:zero|0|cero|oh)(?: zero| 0)*" + POLITE + "$",
            "^(?:press |dial |marcar )(?:zero|0|cero)$",
            "(?:the|an|your|get me|get|need|want|to|give me|me) (?:an? )?operator",
            "^(?:operator )+" + POLITE + "$",
            "operator" + POLITE + "$",
            "^operator (?:please|now)",
            "(?:operadora?|telefonista)",
            "(?:real|live|actual|human|living|breathing|flesh and blood) (?:person|human|being|agent|operator|voice)",
            "(?:a|to|another|any|with) human",
            "^human" + POLITE + "$",
            "(?:not|don't|hate|no|stop|instead of|rather than|sick of|tired of)(?: \\w+){0,6}? (?:robot|robots|machine|machines|bot|computer|automated|recording|ai|menu|menus)",
            "(?:stupid|dumb|damn|useless|freaking) (?:robot|machine|bot|computer|recording|system|menu)",
            "^(?:agent|representative|rep|receptionist|person|somebody|someone|anybody|anyone|people|attendant)(?: (?:agent|representative|person))*"
                    + POLITE + "$",
            "persona (?:real|de verdad|humana)",
            "ser humano",
            "con un humano",
            "^(?:una? )?(?:persona|representante|agente|recepcionista|alguien)" + POLITE + "$",
            "no (?:quiero|con)(?: \\w+){0,4} (?:maquina|robot|contestadora)");

    private static final Phrasing UNLESS_MORE = Phrasing.of(
            "(?:talk|speak|connect|transfer|get|give|put|reach|chat|need|want|have|like|is there|are there|can)(?: \\w+){0,5}? "
                    + PERSON,
            "(?:talk|speak|chat|connected|transferred|through)(?: \\w+){0,5}? (?:someone|somebody|anyone|anybody|a person|whoever|people)",
            "(?:is|are) (?:there )?(?:anyone|anybody|someone|somebody|any one|any body)(?: \\w+){0,3} (?:there|here|available|home|help|talk|real|around|can)",
            "(?:can|could|will) (?:someone|somebody|anyone|anybody) (?:\\w+ )?(?:help|talk|answer|pick up|assist)",
            "pick up the phone",
            "(?:i|just) (?:need|want) (?:someone|somebody|a person|help)$",
            "^help(?: me)?" + POLITE + "$",
            "(?:front desk|main desk|reception|receptionist|switchboard)",
            "(?:hablar|comunic\\w+|pas\\w+|transfer\\w+|conect\\w+)(?: \\w+){0,4}? (?:alguien|persona|representante|agente|recepcion|recepcionista|encargad[oa]|humano)",
            "(?:hay|esta) alguien",
            "alguien (?:que )?(?:me )?(?:pueda |puede )?(?:ayud\\w+|atend\\w+|contest\\w+)",
            "(?:atiend\\w+|ayud\\w+) (?:una persona|alguien)");

    private static final Phrasing NOT = Phrasing.of(
            "human resources",
            "(?:real estate|insurance|leasing|sales|travel|listing|claims|booking|rental|purchasing|freight|ticket) agents?",
            "(?:sales|service|customer service|support) rep(?:resentative)?s?",
            "agents? (?:for|of) the",
            "machine operator",
            "forklift operator",
            "equipment operator",
            "operator (?:position|job|opening|manual)",
            "(?:press|cnc|lathe) operator",
            "machine (?:shop|is|isn't|parts?|you|we|that)",
            "computer (?:support|problem|is|issue|help)");

    private HumanWish() {}

    /** Whether they want a human whatever else they say. @param text folded */
    public static boolean isAll(String text) {
        return ALWAYS.in(text) && !NOT.in(text);
    }

    /** Whether they want a human unless they say which. @param text folded */
    public static boolean in(String text) {
        return isAll(text) || UNLESS_MORE.in(text) && !NOT.in(text);
    }
}
