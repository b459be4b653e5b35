package io.cloudpbx.receptionist.offline.filter;

import io.cloudpbx.receptionist.offline.speech.Phrasing;
import java.util.Optional;

/** What is refused, whoever asks: orders to the machine, numbers to dial, things about people, and abuse. */
public final class Refused {
    private static final String DIGIT =
            "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|hundred|double|triple|plus|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\\d+)";
    private static final String CONNECTS =
            "(?:dial|call|transfer|connect|forward|route|patch|redirect|send|put|ring|conference|bridge|marque|marca|llame|llama|transfiera|transfiere|comunique\\w*|desvie|conecte\\w*)";

    private static final Phrasing ORDERS = Phrasing.of(
            "(?:ignore|disregard|forget|override|bypass|skip|drop|erase|break|ignora|ignore|olvida|olvide|omite)(?: \\w+){0,5}? (?:instructions?|rules?|prompts?|programming|guidelines|directives|restrictions|"
                    + "training|protocols?|safeguards|orders|policies|limitations|instrucciones|reglas|restricciones|indicaciones)",
            "system prompt",
            "(?:developer|debug|admin|administrator|root|god|jailbreak|sudo|maintenance|test|diagnostic|override|d a n|dan) mode",
            "jailbreak\\w*",
            "you are now(?: \\w+){0,4} (?:assistant|bot|ai|a|an|in|free|dan)",
            "pretend (?:you|you're|to be|that you)",
            "act as (?:if|a|an|my)",
            "role ?play",
            "from now on you",
            "new instructions",
            "(?:repeat|reveal|print|show|tell|read|recite|output|dime|repite|revela)(?: \\w+){0,4}? (?:your|system|initial|tus|el) (?:\\w+ )?(?:instructions|prompt|"
                    + "rules|programming|configuration|instrucciones|reglas)",
            "what (?:are|is|were) your (?:\\w+ )?(?:instructions|prompt|rules|programming)",
            "(?:execute|run|eval) (?:the |this |a )?(?:command|code|script|following)",
            "drop table",
            "(?:sudo|rm rf|select star)",
            "override code",
            "you (?:must|have to) (?:obey|comply)",
            "tus instrucciones",
            "modo (?:administrador|desarrollador|de pruebas)");

    private static final Phrasing NUMBERS = Phrasing.of(
            CONNECTS + "(?: \\w+){0,8}? (?:1|one) ?(?:900|nine hundred|976)",
            "(?:nine hundred|900|1900) (?:number|line)",
            CONNECTS + "(?: \\w+){0,6}? " + DIGIT + "(?: " + DIGIT + "){5,}",
            CONNECTS + "(?: \\w+){0,6}? (?:\\d[ ]?){7,}",
            "(?:outside|external|international|premium(?: rate)?|long distance|satellite) (?:line|number|call|numbers)",
            "linea externa",
            "numero (?:externo|internacional)",
            CONNECTS
                    + "(?: \\w+){0,4}? (?:to )?(?:my|his|her|this|a|another|mi) (?:cell|mobile|phone|number|cell ?phone|celular|numero|telefono)(?: number)?(?! (?:back|is))",
            "(?:dial|press|marca|marque) (?:star|pound|asterisco)",
            "dial out",
            "dial nine for");

    private static final Phrasing PRIVATE = Phrasing.of(
            "(?:personal|private|home|cell|mobile|cell ?phone|direct cell)(?: phone)? (?:number|numbers|line|address|email|cell|phone)(?! (?:is|on file|changed|has))(?<!(?:update|change|my) .{0,30})",
            "(?:what's|whats|what is|give me|tell me|need|get|have|share|can i have) (?:\\w+'s|her|his|their|everyone's|everybody's|the owner's|the manager's|the doctor's|doctor \\w+'s) (?:\\w+ )?(?:cell|mobile|phone|number|phone number|home|address|home address|email|email address|salary|schedule|birthday|social|age)",
            "(?:cell|mobile|phone) number (?:of|for) (?!my|the (?:office|store|front|main|company|business))",
            "(?:email|home address|address) (?:of|for) (?:your|the) (?:ceo|owner|manager|employees|staff|doctor)",
            "where (?:does|do) (?:\\w+ ){1,3}live",
            "how much (?:does|do|is|are) (?:\\w+ ){1,4}(?:make|makes|earn|earns|paid|get paid)(?! an? )",
            "(?:salary|salaries|social security|home address)(?: of| for| number)?",
            "(?:list|names|directory|extensions) of (?:all|every|everyone|everybody|your|the) ?(?:\\w+ )?(?:employees?|staff|people|extensions|workers|numbers|patients|customers|tenants|residents)?",
            "(?:list|read|name|recite|tell me|give me) (?:me )?(?:all|every|everyone|everybody|the whole|the entire|your entire|your whole|your full|out)(?: \\w+){0,4}? (?:employees?|staff|directory|extensions?|people|works there|who works|list|patients|customers|tenants)",
            "(?:read|give|send) (?:me )?(?:the|your) (?:\\w+ )?(?:employee|staff|phone|company) (?:directory|list)",
            "(?:who else|who all|everyone who) works (?:there|here)",
            "(?:admin|administrator|master|root|server|safe|vault|alarm|wifi admin|manager's|somebody's|someone's) (?:passwords?|codes?|combination|pin)",
            "(?:passwords?|credentials) (?:of|for) (?:your|the|all)",
            "(?:alarm|security|access|safe) codes?",
            "(?:credit card|card|account|social security) numbers? (?:of|for|from|on file for) (?!my)",
            "(?:someone else's|another (?:patient|tenant|customer|resident)'?s?|other (?:patients|tenants|customers|residents)'?)(?: \\w+){1,4}",
            "when (?:is|does|will) (?:\\w+ ){1,3}(?:leave work|get off work|get off|go home|be alone)",
            "(?:what (?:time|car|kind of car)) does (?:\\w+ ){1,3}(?:drive|leave|get off)",
            "is (?:\\w+ ){1,2}(?:single|married)",
            "numero (?:personal|celular|privado|de celular|de casa)(?: de)?",
            "(?:celular|telefono personal|direccion de casa|correo personal) de",
            "donde vive",
            "cuanto gana",
            "lista de (?:todos|empleados|extensiones|los empleados)",
            "contrasenas? (?:de|del) (?:administrador|sistema|la alarma)",
            "codigo de (?:la )?alarma",
            "salario de",
            "que otros empleados");

    private static final Phrasing ABUSE = Phrasing.of(
            "(?:fuck|screw|damn|f) (?:you|off|yourself|this|u)",
            "fuck\\w*",
            "motherfuck\\w*",
            "bitch\\w*",
            "asshole\\w*",
            "(?:piece of )?shit",
            "bullshit",
            "dickhead",
            "cunt",
            "suck my",
            "go to hell",
            "dumbass",
            "bastards?",
            "you(?:'re| are)? (?:a |an |all |so |such |just )*(?:idiots?|morons?|stupid|dumb|worthless|useless|pathetic|losers?)",
            "what are you wearing",
            "(?:sexy|talk dirty|nude|naked)",
            "i(?:'ll| will|'m going to) (?:kill|hurt|find|beat) you",
            "pendej[oa]s?",
            "chinga\\w*",
            "put[oa] madre",
            "hij[oa] de puta",
            "vete al (?:diablo|infierno|carajo)",
            "idiotas?$",
            "imbecil\\w*",
            "cabron\\w*",
            "mierda");

    private Refused() {}

    /** Why it is refused, in words of ours; empty when it is not. @param text folded */
    public static Optional<String> why(String text) {
        if (ORDERS.in(text)) {
            return Optional.of("They gave orders to the machine.");
        }
        if (NUMBERS.in(text)) {
            return Optional.of("They wanted a number dialled that is not in the directory.");
        }
        if (PRIVATE.in(text)) {
            return Optional.of("They asked for what is not told about people.");
        }
        return ABUSE.in(text) ? Optional.of("They were abusive.") : Optional.empty();
    }
}
