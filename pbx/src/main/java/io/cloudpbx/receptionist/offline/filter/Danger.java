package io.cloudpbx.receptionist.offline.filter;

import io.cloudpbx.receptionist.offline.speech.Phrasing;

/** Somebody is in danger now ({@code ai-receptionist.md} section 6, rule 4). A street of that number and a sale are not. */
public final class Danger {
    private static final String SOMEBODY =
            "(?:i|i'm|he|he's|she|she's|they|somebody|someone|someone's|a man|a woman|man|guy|woman|person|kid|child|baby|coworker|co worker|worker|employee|patient|"
                    + "customer|resident|tenant|neighbor|(?:my|the|a|our) \\w+(?: \\w+)?)";

    private static final Phrasing SAID = Phrasing.of(
            "(?:call|calling|dial|need|get|send|someone call|somebody call) (?:nine one one|9 1 1|911)",
            "^(?:nine one one|911)(?: (?:please|help|now|emergency))*$",
            "(?:need|send|call|get|calling|want)(?: \\w+){0,3}? (?:ambulance|paramedics?|the police|police|fire department|firefighters|e m t|emts?)",
            "(?:theres|there's|there is|have|we have|got|caught|on|it's|started|is a|big|a small|another) (?:a )?(?:\\w+ )?fire(?: (?:in|at|on|inside|here|now|started|upstairs|"
                    + "downstairs|help|alarm is going off|department)|$)",
            "(?:is|are|it's|building's|building is|house is|kitchen is|caught|machine is) (?:on|catching|in) (?:fire|flames)",
            "in flames",
            "^fire fire\\b.*",
            "burning down",
            "(?:smoke|flames) (?:is |are )?(?:coming|pouring|filling|everywhere|billowing|in the)",
            "(?:full of|filling with|see|lots of) smoke",
            "smell\\w*(?: \\w+){0,4}? gas",
            "gas (?:is )?(?:leak|leaking|smell|odor)",
            "(?:leaking|smell of) gas",
            "smells? like (?:rotten eggs|gas)",
            "carbon monoxide(?: \\w+){0,2} (?:alarm|detector|going off|poisoning|leak|alert)",
            "carbon monoxide$",
            "c ?o (?:alarm|detector) (?:is |keeps )?(?:going|beeping)",
            "(?:not|isn't|stopped|can't|cannot|can not|barely|trouble|difficulty|struggling to|unable to|couldn't|hard to|hardly) (?:\\w+ ){0,3}?(?:breath\\w*)",
            "chest (?:pains?|is tight|hurts|pressure)",
            "pains? in (?:my|his|her) chest",
            "(?:having|had|think \\w+ having) (?:a |an )?(?:heart attack|stroke|seizure|allergic reaction|anaphyla\\w+|overdose|baby right now)",
            SOMEBODY
                    + "(?: \\w+){0,3}? (?:unconscious|unresponsive|collapsed|passed out|not responding|choking|overdosed|overdosing|drowning|electrocuted|bleeding out|turning blue|"
                    + "not waking up|won't wake up|stopped breathing|not moving)",
            "(?:unconscious|unresponsive|no pulse|having a seizure)",
            "bleeding (?:\\w+ )?(?:badly|heavily|a lot|to death|everywhere|profusely|really bad|so much|severely|out|won't stop|and won't stop|like crazy)",
            "won't stop bleeding",
            "can't stop the bleeding",
            "(?:losing|lost) (?:a lot of|so much|too much) blood",
            "blood everywhere",
            "throat is (?:closing|swelling)",
            "swelling (?:\\w+ )*(?:breathe|throat|swallow)",
            SOMEBODY
                    + "(?: \\w+){0,4}? (?:with a|has a|pulled a|waving a|had a|got a|carrying a) (?:gun|knife|weapon|rifle|machete|bomb)",
            "(?:active shooter|shots fired|gunshots?|gun shots|shooting at|bomb threat|a bomb|is armed|being (?:attacked|robbed|followed|held|beaten|stabbed))",
            "(?:been|got|was) (?:shot|stabbed|attacked|robbed|crushed|pinned)",
            "(?:breaking|broke|trying to break) in(?:to)? (?:my|our|the) \\w+(?: \\w+)? (?:right now|now)",
            "(?:someone|somebody|a man|they're|they are|people|he's) (?:is |are )?breaking in(?:to)?",
            "intruder",
            "(?:kill|killing|hurt|hurting|harm) (?:myself|himself|herself|themselves)",
            "suicid\\w+",
            "end (?:my|his|her) (?:own )?life",
            "want to die",
            "don't want to (?:live|be alive)",
            "better off dead",
            "take my own life",
            "(?:took|swallowed) (?:\\w+ ){0,4}(?:pills|bleach|poison|drain cleaner)",
            "poisoned",
            "(?:arm|hand|leg|finger|fingers|foot|he|she|someone|somebody)(?:'s| is| are| got)? (?:caught|stuck|trapped|pinned|crushed|cut off|severed) (?:in|under|inside|by|off) (?:\\w+ ?)+",
            "trapped (?:in|under|inside) (?:the |a )?(?:elevator|machine|press|building|car|fire|rubble)",
            "(?:cut|chopped|sliced|lost) (?:off )?(?:his|her|my|a) (?:\\w+ )?(?:finger|hand|arm|thumb)(?: off)?",
            "chemical (?:spill|burn|in (?:my|his|her) eyes?)",
            "(?:life or death|life threatening)",
            "(?:explosion|exploded)",
            "(?:is|are|i'm|he's|she's) dying$",
            "(?:hit by|ran over by|run over by) (?:a |the )?(?:car|truck|forklift|bus)",
            "^(?:help |please )*(?:it's|this is|it is|there's|there is|we have) an emergency(?: (?:please|help|now|here|right now))*$",
            "^emergency(?: emergency)*(?: (?:please|help))*$",
            "medical emergency",
            "electric(?:al)? shock",
            "sparks (?:are |and )?(?:\\w+ )*(?:smoke|fire|flames)",
            "(?:outlet|wires?|panel) (?:is |are )?(?:smoking|on fire|burning)");

    private static final Phrasing SPANISH = Phrasing.of(
            "(?:llamen?|llame|necesito|manden|envien|marquen?)(?: \\w+){0,3}? (?:ambulancia|policia|bomberos|911|nueve once|al nueve uno uno)",
            "hay (?:un |mucho )?(?:fuego|incendio|humo)",
            "(?:se esta|esta) (?:incendiando|quemando)",
            "incendio",
            "huele (?:mucho |fuerte )?a (?:gas|quemado)",
            "(?:fuga|olor) (?:de|a) gas",
            "no (?:puede|puedo|esta) respira\\w*",
            "no respira",
            "dolor (?:de|en el) pecho",
            "(?:infarto|ataque al corazon|derrame cerebral|convulsion\\w*)",
            "(?:inconsciente|se desmayo|desmayad[oa]|no despierta|no reacciona|se esta ahogando|se ahoga)",
            "(?:sangrando|sangra) (?:mucho|demasiado)",
            "mucha sangre",
            "(?:tiene|trae|con) (?:un |una )?(?:pistola|arma|cuchillo|navaja)",
            "(?:matarme|suicid\\w+|quitarme la vida|quiero morir)",
            "me quiero (?:morir|matar)",
            "monoxido",
            "(?:esto |esta )?es una emergencia$",
            "(?:dispar\\w+|balazos|apunal\\w+)",
            "se esta muriendo",
            "atrapad[oa] en (?:la |el )?(?:maquina|elevador|fuego)");

    private static final Phrasing NOT = Phrasing.of(
            "(?:911|nine one one|nine eleven) (?:\\w+ )?(?:main|street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|oak|elm|maple|porsche|turbo|carrera|turbo s)",
            "(?:porsche|carrera)",
            "(?:not|isn't|no|non|wasn't) (?:an? |really an? |a real )?emergency",
            "(?:don't|do not|no need to|should i|when (?:do|should) i) (?:need |call |want )(?:an |the |to call )?(?:ambulance|911|nine one one|police)",
            "fire (?:sale|drill|pit|place|extinguishers?|inspection|inspector|marshal|permit|code|sprinklers?|hydrant|safety|escape|door)",
            "fireplace",
            "(?:on|your|my) fire (?:today|lately)",
            "smoke (?:shop|break|free|signals?)",
            "gas (?:bill|station|company|stove|grill|line (?:install\\w*|estimate)|fireplace|heater|dryer|included)",
            "(?:last (?:year|month|week|summer|winter)|years? ago|months? ago|weeks? ago|used to|history of|in case of)",
            "emergency (?:contact|exit|room|plumb\\w*|appointment|kit|fund|line|number|slot|hours|fee|maintenance|dental|dentist|repairs?|service)",
            "(?:dental|maintenance|plumbing|tooth|orthodontic) emergenc(?:y|ies)",
            "(?:handle|treat|take|see|do|offer|have|for|with|after hours) (?:\\w+ ){0,2}emergencies",
            "(?:ambulance|police) (?:bill|report|station|department (?:fundraiser|ball))",
            "heart attack prices",
            "(?:sale|deal|prices) (?:is|are|was) on fire",
            "bomb (?:sale|deal)",
            "death of",
            "killing (?:me|it|time)",
            "(?:movie|show|song|book|story) (?:about|called|on)",
            "(?:class|course|training|policy|policies|insurance|seminar) (?:on|for|about|in)?");

    private Danger() {}

    /** @param text folded */
    public static boolean in(String text) {
        return (SAID.in(text) || SPANISH.in(text)) && !NOT.in(text);
    }
}
