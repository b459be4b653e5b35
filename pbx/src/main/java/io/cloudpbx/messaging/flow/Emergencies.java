package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Optional;

/** Somebody may be in danger. No model weighs this; when in doubt it is one. */
final class Emergencies {
    private static final String SOMEONE =
            "(?:i|im|he|hes|she|shes|they|we|someone|somebody|who|husband|wife|mom|mum|mother|dad|father|"
                    + "son|daughter|baby|kid|child|grandma|grandpa|grandmother|grandfather|brother|sister|friend|boyfriend|girlfriend|partner|"
                    + "man|woman|guy|coworker|roommate|neighbor|patient|lady|boy|girl|uncle|aunt|boss|customer|student)";

    private static final Phrases PHRASES = Phrases.of(
            "\\b(?:call|calling|called|dial|need|send|get) (?:\\w+ )?911\\b|^911$|^911 (?:now|please|help|emergency)|\\b911 (?:now|asap)\\b",
            "\\b(?:need|send|call|get|calling|want|please)(?: \\w+){0,3}? (?:ambulance|paramedics?|the police|police|fire department|"
                    + "firefighters)\\b|^ambulance\\b",
            "(?<!you are )(?<!youre )(?<!your )(?<!guys are )(?<!team is )(?<!sale is )(?<!prices are )\\b(?:on|caught|catching|caught on) fire\\b",
            "\\b(?:theres|there is|have|big|kitchen|house|grease|electrical|a|is a) fire(?: (?:in|at|on|inside|here|now|started|broke|"
                    + "next|upstairs|downstairs|help)\\b|$)|^(?:there is a |theres a )?fire (?:in|at|on) (?:the|my|our)\\b|^(?:(?:help|omg|please) )*fire(?: (?:help|fire|please|now|us))*$|\\bsmoke (?:coming"
                    + " from|everywhere|filling|is filling|in (?:the|my|our) (?:house|room|kitchen|hallway|building))\\b|\\bin flames\\b|"
                    + "\\b(?:house|building|apartment|home|kitchen|garage) is burning\\b",
            "\\b(?:smell|smells|smelling|smelled)(?: \\w+){0,3}? gas\\b|\\bgas (?:leak|leaking|smell|odor)\\b|\\bgas is leaking\\b|"
                    + "\\bsmell of gas\\b|\\bleaking gas\\b",
            "\\b(?:carbon monoxide|co) (?:alarm|detector|alert)? ?(?:is |are |keeps )?(?:going off|poisoning|leak|alarm is|sounding)\\b|"
                    + "\\bcarbon monoxide\\b(?=.*\\b(?:dizzy|sick|headache|nause\\w+|faint)\\b)",
            "\\b(?:not|isnt|aint|stopped|stops|cant|cannot|can not|barely|trouble|difficulty|struggling|unable|couldnt|wont|gasping)"
                    + "(?: \\w+){0,2}? (?:breath\\w*|for air)\\b|\\bhard to breathe\\b",
            "\\bchest (?:pain|pains|hurts|is tight|tightness|pressure)\\b|\\bpain in (?:my|his|her) chest\\b|\\bpressure (?:in|on) (?:my|his|her)"
                    + " chest\\b",
            "\\b(?:having|think im having|think hes having|think shes having|in the middle of|signs of|might be)(?: \\w+){0,3}? (?:heart attack|"
                    + "stroke|seizure|allergic reaction|anaphyla\\w+|contractions|miscarriage|overdose)\\b|\\bhad a (?:seizure|stroke|heart attack)\\b(?= and| just| now)|\\b(?:people|someone|somebody|everyone|kids?) (?:is|are|got) (?:badly |seriously )?(?:hurt|injured|bleeding|dying|dead)\\b|\\b(?:seizing|anaphyla\\w+ shock)\\b",
            "\\b" + SOMEONE
                    + "(?: \\w+){0,3}? (?:unconscious|unresponsive|collapsed|fainted|passed out|not responding|choking(?! up)|overdosed|"
                    + "overdosing|drowning|electrocuted|convulsing|bleeding out|turning blue|wont wake up|not waking up|stopped moving|isnt moving|not moving|isnt responding|cant move)\\b|"
                    + "\\b(?:unconscious|unresponsive|no pulse|od d|overdosed)\\b|\\bcant wake\\b|\\bis choking\\b(?! up)",
            "\\bbleeding(?: \\w+)? (?:out|badly|heavily|a lot|to death|everywhere|profusely|really bad|so much|severely)\\b|\\blosing (?:a lot of|so much)"
                    + " blood\\b|\\bblood everywhere\\b",
            "\\b(?:he|hes|she|they|someone|somebody|man|guy|woman|person|intruder|robber|kid|student|ex|husband|boyfriend|shooter|customer)"
                    + "(?: \\w+){0,4}? (?:gun|knife|weapon|pistol|rifle|machete|bomb|armed)\\b|\\b(?:has|pulled|with|waving|pointing) (?:a |the |his )"
                    + "(?:gun|knife|weapon|pistol|rifle)\\b(?= (?:at|on|here|outside|inside|and)|$)|\\bbomb (?:threat|in)\\b",
            "\\b(?:been|got|was|just got|were)(?: just)? (?:shot|stabbed|mugged|assaulted|raped|attacked|robbed)\\b(?! (?:glass|at the))|\\b(?:active shooter|someone is shooting|people are shooting|they are shooting|shooting at)\\b|"
                    + "\\bgun ?shots?\\b|\\bshots fired\\b|\\bbeing (?:attacked|robbed|followed|held|beaten|abused|kidnapped|strangled)\\b|\\b(?:hitting|"
                    + "beating|choking|attacking|strangling|stabbing|hurting|threatening) (?:me|my \\w+|her|him|us)\\b|\\bgoing to kill (?:me|us|her|him)\\b|"
                    + "\\bkidnap\\w+",
            "\\bthroat(?: is)? (?:closing|swelling)|\\b(?:someone|somebody|a man|a guy|a stranger|people)(?: is| are)? (?:in|inside) my (?:house|home|apartment|room|yard|"
                    + "garage)\\b|\\b(?:someone|somebody|people|guy|guys|man|men|they|he|kids)(?: \\w+){0,3}? (?:breaking|trying to (?:break|get)) in(?:to)?\\b",
            "^overdos\\w*$|\\bbroke in and\\b",
            "\\b(?:intruder|burglar|prowler)\\b|\\b(?:breaking|broke|break|broken|trying to (?:break|get)) in(?:to)?(?: (?:my|our|the|to my))?"
                    + " ?(?:house|home|apartment|place|store|building|office)?\\b(?=.*\\b(?:now|help|house|home|apartment|place)\\b)",
            "\\bkill(?:ing)? (?:myself|himself|herself)\\b|\\b(?:end|ending|take|taking) (?:my|his|her)(?: own)? life\\b|\\bsuicid\\w+\\b|"
                    + "\\bwant to die\\b|\\bdont want to (?:live|be alive|be here anymore|exist|wake up)\\b|\\bbetter off dead\\b|\\bend it all\\b|\\bno reason to live\\b|"
                    + "\\b(?:going to|want to|thinking (?:of|about)) (?:hurt|hurting|harm|harming|cut|cutting) (?:myself|himself|herself)\\b|\\bself harm\\w*|"
                    + "\\bcant go on(?: anymore| living)\\b",
            "\\b(?:took|swallowed|taken|drank|ate)(?: \\w+){0,5}? (?:pills|bleach|poison|battery|antifreeze|medication|tylenol|overdose)\\b|"
                    + "\\bpoisoned\\b",
            "\\bhit by a (?:car|truck|bus|train)\\b|\\b(?:bad|terrible|serious|horrible) (?:car )?(?:accident|crash|wreck)\\b|\\btrapped (?:in|under|inside)\\b|\\b(?:leg|arm|hand|i am|im|hes|shes|is) trapped\\b|\\bwe (?:just )?crashed\\b|"
                    + "\\bin labor\\b|\\bwater (?:just )?broke\\b|\\bbaby is coming\\b|\\bfell (?:off|down|from)(?: \\w+){0,4}? (?:cant|not|unable|and)\\b",
            "\\b(?:this is|its|it is|theres|there is|have|having|we got|got) (?:an? )?(?:\\w+ )?emergency\\b(?! (?:contact|exit|room|plumb\\w*|"
                    + "dental|dentist|visit\\w*|appointment\\w*|service\\w*|fund|kit|line|number|slot|opening|hours|fee|kits|brake|repair\\w*|vet|care|"
                    + "locksmith|row|alert|generator|light\\w*|form|info\\w*|policy|plan))|^(?:(?:help|please|omg) )*emergency(?: (?:please|help|now))*$",
            "\\bhelp\\b(?=.*\\b(?:bleeding|dying|attacked|breathing|shot|stabbed|unconscious)\\b)|\\b(?:im|hes|shes|she is|he is|i am|is) dying\\b"
                    + "(?! (?:to|for|of|laughing|my|over|at)\\b)");

    private static final Phrases NONE = Phrases.of(
            "\\b911 (?:\\w+ )?(?:main|st|street|ave|avenue|road|rd|blvd|lane|ln|dr|drive|porsche|turbo|carrera|memorial|oak|elm|broadway|gt3)\\b|\\bporsche\\b",
            "\\b(?:not|isnt|no|wasnt|non) (?:\\w+ ){0,2}?emergency\\b|\\bin (?:case|the event) of\\b|\\bfor emergenc",
            "\\b(?:last (?:year|month|week|summer|winter|fall|spring)|years? ago|months? ago|weeks? ago|back in (?:19|20)\\d\\d|history of|used to|"
                    + "when i was|a while ago|in (?:19|20)\\d\\d)\\b",
            "\\b(?:squad|prevention|awareness|fundraiser|movie|song|album|band|lyrics|game|book|novel|podcast|drill|training|class|course|"
                    + "certification|insurance|coverage|claim|report for)\\b",
            "\\b(?:ambulance|police) (?:bill|cost|fee|charge|company|driver|service|ride|report|station|officer)\\b|\\bdo you (?:bill|cover|take)\\b",
            "\\b(?:almost|nearly|practically|about) (?:had|died|have)\\b|\\b(?:deal|price|sale|fit|outfit|song|track|mixtape|food|tacos) (?:is|are|was) "
                    + "(?:on )?fire\\b|\\bfire (?:sale|place|pit|extinguisher|works|wood|truck|man|hydrant|alarm inspection|sprinkler|hose|fighter)\\b",
            "\\bgas (?:leak|line) (?:repair|repairs|service|detection|detector|test|inspection)\\b",
            "\\b(?:flu|covid|rabies|booster|photo|head|mug) ?shots?\\b|\\bgot (?:my|a|the|his|her) (?:\\w+ )?shots?\\b|\\bshot glass|\\bbreath (?:mint|test|fresh\\w*)|\\bbad breath\\b",
            "\\b(?:kitchen|butter|steak|bread|hunting|pocket|chef|glue|nail|heat|staple|radar|spray|water|toy|nerf) (?:knife|knives|gun)\\b",
            "\\b(?:laughing|lol|lmao|haha|jk|joking|kidding)\\b");

    private static final Phrases SERVICE = Phrases.of(
            "^(?:hi |hello |hey )?(?:(?:and|so|also) )?(?:do|does|are|is there|how much|how long|what|where|which|could|would|will|who)"
                    + " (?:you|yall|your|it|there|an|the|is|do|does|kind|type|an?)\\b(?!.*\\b(?:call 911|right now|help me|my house|our house)\\b)");

    private Emergencies() {}

    static Optional<Sentence> in(PlainText text) {
        return text.first(Emergencies::isOne);
    }

    private static boolean isOne(Sentence sentence) {
        return PHRASES.in(sentence) && !NONE.in(sentence) && !(sentence.asked() && SERVICE.in(sentence))
                || SpanishPhrases.EMERGENCY.in(sentence);
    }
}
