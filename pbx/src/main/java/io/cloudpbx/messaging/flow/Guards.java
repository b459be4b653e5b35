package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;

/** What turns a wording that sounds like an opt-out into something else. */
final class Guards {
    /** "Please don't stop", "I didn't mean to opt out". */
    private static final Phrases TAKEN_BACK = Phrases.of(
            "(?<!why )(?<!if you )(?<!you )(?<!wont )\\b(?:dont|never|didnt|did not|not|wont|wouldnt|without|no need to|dont have to|"
                    + "dont need to|hate to|instead of)(?: (?:you|ever|want|wanting|mean|to|please|say|said|asking|trying|going|have|"
                    + "need|actually|really|text|my|husband|intend|wish|like|accidentally|that|it|i|we|a|the))* (?:stop|unsubscribe\\w*|"
                    + "opt out|optout|cancel\\w*|remove|quit|end|take me off|delete)\\b",
            "\\b(?:accident|accidentally|mistake|mistakenly) (?:\\w+ ){0,4}?(?:unsubscribe\\w*|opt(?:ed)? out|stop\\w*)",
            "\\b(?:unsubscribe\\w*|opt(?:ed)? out|stop\\w*)(?: \\w+){0,4}? (?:by (?:accident|mistake)|accidentally|in error)\\b",
            "\\b(?:why|was|were|got|been|how come)(?: \\w+){0,3}? unsubscribed\\b");

    /** "Did I not say stop?" is no denial. */
    private static final Phrases RHETORICAL = Phrases.of(
            "^(?:\\w+ )?(?:did i not|didnt (?:i|we|my)|havent (?:i|we)|have i not|cant (?:you|yall)|wont (?:you|yall)|why|could you not|can you"
                    + " not|how many times|dont you|do you not)\\b");

    /** Only at some hours, only so often: a wish that a person has to read. */
    private static final Phrases NARROWED = Phrases.of(
            "\\b(?:wait|waiting|guest|invite|class|team|standby|rsvp) ?lists?\\b",
            "\\bat (?:\\d|night|work|midnight|dawn)|\\b(?:before|after|past) (?:\\d|noon|midnight|dark|work|hours|dinner|bed|business|five|six|seven|eight|nine|ten)",
            "\\b(?:until|till|unless|while|during|at night|at work|at home|so late|so early|this late|this early|that late|so much|"
                    + "so often|as much|as often|so many|as many|so frequently|every (?:single )?(?:day|hour|week|morning)|(?:\\d+|a|one|two|three|four|five|ten) (?:a|per|times a) day|that early|"
                    + "late at|early in|in the (?:middle|morning|evening|afternoon|night)|on (?:sun|satur|week)\\w+|on (?:my|the) day"
                    + " off|right now im|in english|in spanish|in all caps)\\b",
            "\\b(?:the|a|an|my|your|that) (?:wrong (?!number|person|phone|guy|lady)\\w+|address|invoice|bill|code|receipt|quote|order|estimate|menu|link|file|form|"
                    + "contract|package|password|report|documents?)\\b");

    /** Who would rather text than talk does not mean the texts. */
    private static final Phrases TEXT_PREFERRED = Phrases.of(
            "\\b(?:dont call(?: (?!or|and|nor)\\w+)?(?: ,)? (?:just |please )?text\\b(?! me again)|text me instead|just text|text is (?:fine|ok|okay|better|best)|texting is (?:fine|ok|okay|better|best|easier)|texts"
                    + " are (?:fine|ok|okay|better)|text only|only text|prefer text\\w*|send (?:me )?a text)\\b");

    /** "Did you stop sending reminders?" asks what we do. */
    private static final Phrases ABOUT_US = Phrases.of(
            "^(?:\\w+ )?(?:did|have|has|do|does|are|is|was|were) (?:you|yall|your|the|my|his|her|they|it|he|she)(?: \\w+){0,2}? "
                    + "(?:stop|quit|cancel|end|remove|opt|unsubscribe|discontinue|delete)",
            "^(?:what|when|where)(?: time| day)? (?:do|does|did) (?:you|the|your|it)(?! \\w+ stop (?:texting|messaging|contacting))",
            "\\b(?:will|would|does|if|does that) (?:\\w+ ){0,3}?(?:affect|remove me from the|take me off the)");

    private static final Phrases QUESTION_ABOUT_STOPPING = Phrases.of(
            "^(?:(?:so|and|but) )?(?:should|what|do|does|did|if|is|are|when|where|which|has|have you|will (?:this|it|they|these|that)|can it|could it|"
                    + "would it)\\b");

    private static final Phrases ORDINARY_STOP = Phrases.of(
            // A place.
            "\\b(?:bus|train|truck|pit|rest|next|last|first|second|third|final|full|taxi|cab|tour|subway|metro|tram|shuttle|one|two|quick|short|non|door|"
                    + "each|every|your|our|their|his|her|my|the|a|which|what|many|closest|nearest|transit|ferry|trolley|whistle|another|only|brief|"
                    + "extra|fuel|gas|lunch|previous|wrong|st|street|ave|avenue|main) stops?\\b",
            "\\bstop\\b.*\\b(?:bots?|robots?|chatbot|automated (?:replies|answers|responses|system))\\b",
            // A thing that stops, or is to be stopped.
            "\\b(?:the|my|our|a|an|his|her|your|that|this) (?!text|message|spam|madness|program|service|needs|has|must|should|will|is|better|request|call|harass|crap|shit|nonsense)(?:\\w+ ){1,3}?(?:(?:wont|doesnt|does|did|didnt|not|"
                    + "to|will|ever|just|cant|also|might|may|should|would|keep|never|always|can) )*stop\\b",
            "\\bwhen (?:i|we|it|he|she|they|you|the \\w+|my \\w+) stop\\b|\\b(?:i|we) (?:always|usually|often|never|should|can|could|will|would|might|ll|had to|"
                    + "have to) stop$",
            "\\b(?:cant|non|one) ?stop\\b|\\bto stop$(?<=(?:safe|hard|easy|able|where|place|place|used|begin|time) to stop)");

    private Guards() {}

    static boolean isTakenBack(Sentence sentence) {
        return TAKEN_BACK.in(sentence) && !(sentence.asked() && RHETORICAL.in(sentence));
    }

    static boolean isNarrowed(Sentence sentence) {
        return NARROWED.in(sentence) || isTextPreferred(sentence);
    }

    static boolean isTextPreferred(Sentence sentence) {
        return TEXT_PREFERRED.in(sentence);
    }

    static boolean isAboutUs(Sentence sentence) {
        return sentence.asked() && ABOUT_US.in(sentence);
    }

    /** With or without its mark. */
    static boolean isQuestionAboutStopping(Sentence sentence) {
        return QUESTION_ABOUT_STOPPING.in(sentence);
    }

    /** Places to stop at, and things that stop or are to be stopped. */
    static boolean isOrdinaryStop(Sentence sentence) {
        return ORDINARY_STOP.in(sentence);
    }
}
