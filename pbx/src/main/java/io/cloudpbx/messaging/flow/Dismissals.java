package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;

/** "Leave me alone", "wrong number": nothing is said of texts, and yet it is clear that none are wanted. */
final class Dismissals {
    private static final Phrases GO_AWAY = Phrases.of(
            "\\bleave (?:me|us|my \\w+)(?: \\w+){0,3}? alone\\b|\\b(?:let|leave) (?:me|us) (?:be|alone)\\b",
            "^(?:(?:please|just|hey|now|ok|kindly) )*(?:go away|get lost|fuck off|fuck you|piss off|back off|buzz off|bug off|bugger off|sod off|f off|eff off|"
                    + "screw off|kick rocks|beat it|scram|jog on|take a hike|go to hell|drop dead)\\b(?! (?:for|to|on|next|this|in|with|at|until)\\b)",
            "^f off\\b|\\bfuck (?:off|outta here|out of here)\\b|\\bpiss off\\b|\\bbug off\\b");

    /** A wrong number ends consent for whoever holds it now (C30). */
    private static final Phrases WRONG_NUMBER = Phrases.of(
            "\\b(?:wrong|incorrect) (?:number|person|phone|guy|lady|man|woman|one|numero)\\b|\\bwrong no$",
            "\\b(?:not|isnt|no longer) (?:\\w+s|his|her|their|my \\w+s?|the) (?:number|phone|cell)(?: (?:anymore|any more|now))?<end>(?<!the number)",
            "\\b(?:number|phone|cell|line)(?: that)? (?:isnt|is not|no longer|doesnt)\\b(?! (?:working|on|right|correct|showing|listed|saved|updated|in|ringing|valid|going|"
                    + "work|ring|show|turn|have|an|a|accept|take|charge|open)\\b)",
            "\\b(?:no longer|doesnt|does not|dont) (?:has|have|own|owns|use|uses) (?:this|that) (?:number|phone|cell|line)\\b|\\b(?:no longer|doesnt|dont|not) belongs?"
                    + " to (?!me\\b)\\w+",
            "\\bnumber (?:doesnt|does not|no longer|isnt) (?:belong|hers|his|theirs)",
            "\\b(?:nobody|no one|noone) (?:here )?(?:by|with|of|named) (?:that|this|the) ?name\\b|\\bno \\w+ (?:lives here|at this number|at this phone)\\b",
            "\\bnot (?:the )?(?:person|one|who|whom|guy|woman|man) (?:that )?you\\w*\\b|\\b(?:isnt|not|no longer|aint) at this (?:number|phone)\\b",
            "\\bdont know (?:any |anyone (?:named|called) )\\w+$|\\bnot who you (?:think|are looking)\\b|\\b(?:im|i am) not \\w+ (?:wrong|and|, )",
            "\\b(?:new owner of this|just got this|have had this|had this|got this new|got this) (?:phone )?number (?:for|since|last|recently|a|this|from|when|\\w+ ago)\\b");

    private static final Phrases NO_WRONG_NUMBER = Phrases.of(
            "\\b(?:i|did i|we|must have|may have|might have) (?:(?!you)\\w+ ){0,2}?(?:gave|give|dialed|dialled|typed|called|entered|put|wrote|have|had|used|texted|"
                    + "got|sent|ordered)(?: \\w+){0,4}? wrong\\b",
            "\\bis (?:this|it|that)(?: \\w+)? (?:wrong|not)\\b",
            "\\bwrong (?:number|one) of\\b",
            "\\bsorry\\b.*\\bi\\b.*\\bwrong\\b",
            "\\b(?:order|size|item|change|update|deliver\\w*|color|tracking|confirmation|account|invoice|model|part|serial)\\b");

    private Dismissals() {}

    static boolean in(Sentence sentence) {
        return GO_AWAY.in(sentence) || WRONG_NUMBER.in(sentence) && !NO_WRONG_NUMBER.in(sentence);
    }
}
