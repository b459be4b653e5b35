package io.cloudpbx.messaging.flow;

/** "Take me off your list", "unsubscribe me", "opt me out", "lose my number". */
final class Removals {
    static final Phrases PHRASES = Phrases.of(
            "\\b(?:remove|delete|erase|scrub|purge|unlist|unsubscribe) <mine><soon><end>",
            "\\b(?:mind|about) (?:removing|taking|deleting|unsubscribing) <mine>",
            "\\b(?:get rid of|pull|wipe|nuke|dump|eliminate|destroy) (?:my|this|our) (?:\\w+ )?(?:number|info|contact|name|data|information|details)\\b",
            "\\b(?:gone|off|removed|deleted) (?:from|off)(?: of)? (?:your|this|the|ur) (?:\\w+ )?(?:list|lists|database|system|records)\\b",
            "\\bremoval request\\b|\\b(?:request|requesting|confirm|process|want)(?: (?:my|a|the|immediate))? removal\\b",
            "^please (?:remove|delete)(?: (?:immediately|asap|now|thanks))*$|, please remove$",
            "\\b(?:remove|removed|delete|erase|take|taken|get|drop|pull|cut|scratch|strike|cross|scrub|purge|kick|keep|leave|off) <mine>(?: \\w+)? "
                    + "(?:from|form|off|of|out)(?: of)? <list>",
            "\\b(?:take|get|drop|pull|cut|scratch|strike|cross|kick) <mine> (?:the \\w+ )?(?:tf )?(?:off|out)(?: (?:of this|of it))?<soon><end>",
            "\\b(?:remov(?:e|al|ing)|delet(?:e|ion)|taken)(?: \\w+){0,2}? (?:from|off)(?: of)? (?:your|ur|the|this|all|any)(?: \\w+){0,2}? (?:lists?|database|"
                    + "system|contacts|texts|messages|records)\\b",
            "\\b<mine>(?: (?:to be|be|was|is|should be|needs to be))? (?:removed|deleted|taken off|erased)\\b(?! on| at)",
            "\\b(?:want|like|get|getting|let me)(?: \\w+)? (?:off|out)(?: of)? (?:(?:this|your|ur|the|yall|any|all|these) )+(?:\\w+ )?(?:lists?|texts?|thread|chain|"
                    + "messages|system|thing|text)\\b",
            "\\b(?:i |we )?(?:want|need|let me|get me) out(?: of (?:this|here|it|these))?$|\\bwant (?:off|to be (?:off|removed|taken off|deleted))"
                    + "(?:$| (?:of |from )?<list>)",
            "\\b(?:be|am|come) off(?: of)? (?:this|your|the|any) (?:\\w+ )?list\\b|\\b(?:see|sure|ensure|confirm|verify)(?: \\w+){0,3}? (?:removed|unsubscribed)\\b",
            "\\bget (?:off|out of|outta) my (?:phone|line|inbox|texts|messages|cell)\\b",
            "\\bbe(?:en)? (?:removed|taken off|deleted|unsubscribed)(?:$| ,|<soon><end>| (?:from|off)(?: of)? (?:this|your|the|all|any)?(?: \\w+){0,2}? ?(?:lists?|texts?|"
                    + "messages|system|database|contacts|texting|marketing|mailings?|communications?|everything|correspondence))",
            "\\bunsub\\w*\\b|\\bun ?su\\w{0,3}scri\\w*|\\bun ?sub ?scribe\\b|\\bunscribe\\b|\\bunsubc\\w+|\\bunsu\\w{1,3}ribe\\b|\\bunenroll me\\b",
            "\\b(?:opt|opted|opting|opts|op) (?:me |us |this number |my number |him |her )?(?:(?:the fuck|tf|the hell) )?out(?: (?:please|now|thanks|me|request|already|again|before|yesterday|twice|of"
                    + " (?:all|these|this|it|the|your|any|everything|receiving|getting|future|further|here)?(?: \\w+){0,2}? ?(?:(?:<texts> ?)+|this|"
                    + "it|these|them|here|everything|list|program|all)))*<end>",
            "\\boptout\\b|\\b(?:i|ive|we|weve)(?: (?:already|have|had|just))* opted out\\b",
            "\\b(?:havent|have not|hasnt|not|still)(?: \\w+){0,3}? (?:removed|deleted|unsubscribed) (?:me|my|us|this)\\b|\\bbeing (?:removed|taken off|unsubscribed)\\b",
            "\\bstay (?:out of|off) my (?:phone|inbox|texts|messages|line)\\b",
            "(?<!did you )(?<!dont )(?<!you )\\b(?:lose|loose|forget|trash|ditch|toss|burn|erase|throw away|delete|drop) (?:my|this) (?:phone |cell )?"
                    + "(?:number|digits|contact)\\b",
            "\\b(?:forget|pretend) you (?:ever )?(?:had|have|knew|saw) my number\\b",
            "\\b(?:block|blacklist|blocklist|blackball) (?:me|my number|this number|us)\\b",
            "\\b(?:put|add|place)(?: \\w+){0,4}? (?:dnc|do not \\w+|dont \\w+|opt out|no contact|no call|no text)(?: \\w+)? list\\b");

    private Removals() {}
}
