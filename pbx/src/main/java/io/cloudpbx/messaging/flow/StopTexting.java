package io.cloudpbx.messaging.flow;

/** "Stop texting me": a verb of ending whose object is the messaging itself. "Stop by at three" has another. */
final class StopTexting {
    static final Phrases PHRASES = Phrases.of(
            "^(?:(?:please|hey|just|ok|hi|hello|and|can you|could you) )*<stop> \\w+ing (?:\\w+ ){0,4}?(?:my|this) (?:phone|inbox|line|cell|number|mailbox)\\b",
            "^(?:please )?(?:stop|end|cancel|no) (?:all |these |the |your )?(?:offers|deals|coupons|discounts|sales|promos|ads|alerts|reminders|updates|newsletter)<soon>$",
            "\\b<stop><no place><gap> <texts>",
            "\\b<stop> (?:receiving|getting)(?: (?:these|this|them|any|all|it|more|of|anything|everything|stuff))+"
                    + "(?: from (?:you|yall|this number))?<soon><end>",
            "\\b<stop> (?:from )?sending(?: (?:me|us|it|them|out|to me|my phone))*(?: (?:these|those|this|that|your|all|any|more|anymore|so many|such|the same|fucking|stupid|dumb|"
                    + "damn)(?: \\w+){0,4}?)?(?: (?:stuff|crap|shit|bs|bullshit|garbage|junk|trash|anything|everything|things?|links?|nonsense|info|information|offers?|"
                    + "deals?|updates|coupons|reminders|notifications|pictures|pics|photos))?(?: ok)?<soon><end>",
            "^stop (?:i|im|ive|you|who|why|what|we|no|not|bro|dude|man|bruh|lol|yall|this is|dont|never|or)\\b"
                    + "(?! (?:do i|does|time|floor|number)\\b)",
            // As somebody else's wish: "if you stopped texting".
            "\\b(?:if|wish|hope|appreciate|prefer|like|love|request|ask|demand|insist)(?: it)?(?: (?:if|that))? (?:you|yall|this number)(?: \\w+){0,2}?"
                    + " <stopped><no place>(?: \\w+){0,3}? <texts>",
            "\\b(?:enough|sick|tired|done|over it|good|set|fine|straight|cool) (?:with|of|on|without)(?: \\w+){0,3}? (?:texts|messages|texting|messaging|"
                    + "spam|calls|ads|reminders)\\b",
            "^enough (?:\\w+ )?(?:texts|messages|spam|ads|texting)\\b(?! for| to)",
            "\\b(?:chill|cool it|ease up|lay off|knock it off|cut it out|back off) (?:with|on) (?:the|these|your|all)(?: \\w+){0,2}? <texts>",
            "\\b(?:end|cancel)(?: (?:all|these|this|the|my|your|those|any|our|further|daily|automatic|automated))* (?:texts?|text messages|messages|"
                    + "messaging|texting|sms|alerts|notifications|promos|communications?|reminders|subscription to (?:these |your |the )?"
                    + "(?:texts|messages))\\b",
            "\\b(?:end|cancel|terminate|close)(?: \\w+){0,2}? (?:text|sms|message|messaging|texting|alert|enrollment in) ?(?:\\w+ )?(?:alerts?|texts?|"
                    + "subscriptions?|messages|service|updates|notifications|program|enrollment)\\b",
            "\\b(?:turn|shut|switch)(?:ing)?(?: \\w+){0,4}? off(?: \\w+){0,3}? (?:texts?|messages?|notifications?|alerts?|messaging|promos?|reminders?|"
                    + "sms)\\b",
            "\\b(?:turn|shut|switch) (?:\\w+ ){0,3}?(?:texts?|messages?|notifications?|alerts?|messaging|promos?|reminders?|sms)(?: messages)? off\\b",
            "\\b(?:disable|deactivate|unenroll|disenroll|mute|unfollow)(?: \\w+){0,3}? (?:texts?|messages?|notifications?|alerts?|sms|reminders)\\b");

    /** "You need to stop", "I want this to stop": the messaging is not named, but nothing else is either. */
    static final Phrases STOP_IT = Phrases.of(
            "\\b(?:you|yall|guys|people|this|these|those|it|them|texts?|messages?|spam|calls|madness|nonsense|harassment|shit|crap)(?: \\w+){0,2}? "
                    + "(?:to|must|better|should|can|may|just|please) stop(?: (?:this|it|doing this))?<soon><end>",
            "\\b(?:yall|you guys|you people|gotta|have to|need to) (?:\\w+ ){0,2}?stop (?:with|w) (?:this|these|the|all)\\b",
            "\\b(?:make|get|have) (?:(?:it|this|that|them|these|those|all|the|your|text|texts|messages?|spam|of) ?)+ stop<soon><end>",
            "\\b(?:stop|quit) (?:it|this|this shit|that shit|with this|with these|with that|this nonsense|this crap|doing this|doing that|all this|"
                    + "all of this|all that|everything)<soon><end>",
            "\\bif (?:you|yall) (?:dont|do not|wont|cant|keep)(?: \\w+){0,2}? (?:stop|quit|texting|messaging|sending|contacting)\\b|\\bwhy (?:wont|dont|cant|havent) (?:you|yall)(?: just| guys)* (?:stop|quit)$",
            "\\b(?:knock it off|cut it out)\\b",
            "^(?:please )?(?:would|could|can|will|wont|cant) (?:you|yall)(?: guys)?(?: (?:please|just|kindly))* (?:quit|stop|cease|end)(?: now| already)?$",
            "\\b(?:kind|nice|good|polite|decent|nah|good|cool|thanks|nope|interested|enough|annoying|spam|weird|creepy|stfu|shut up|and|but|just|please)"
                    + "(?: (?:as|to|please|so|and|enough))* stop$",
            "\\b(?:said|say|saying|told you|asked you|texted|text|texting|replied|reply|replying|sent|send|sending|typed|type|typing|wrote|write|"
                    + "responded|answered)(?: \\w+){0,3}? (?:stop|unsubscribe|cancel|quit)(?:$| ,| (?:\\d+|two|three|four|five|six|ten|multiple|several|"
                    + "many|twice|already|before|yesterday|times|and|but|so|like|over|again|please|now|to you)\\b)",
            "\\b(?:part of|word|meaning of|mean by|understand|respect|honor|heard of|to) (?:the word )?stop\\b(?= (?:dont|do|is|did|cant)\\b|$)"
                    + "(?<!want to stop)(?<!used to stop)(?<!going to stop)(?<!like to stop)(?<!need to stop)",
            "\\b(?:request|requests|requested|asking|asked)(?: \\w+){0,3}? (?:to )?(?:stop|opt out|optout|unsubscribe|be removed|removal)\\b",
            "\\bstop means stop\\b",
            "\\bwho (?:is|are|the \\w+ (?:is|are)) (?:this|you) stop$",
            // Said in passing: "idc stop". A verb before it would make it part of a story.
            "^(?:\\w+ ){1,4}(?<!\\b(?:to|wont|cant|will|not|never|doesnt|dont|didnt|does|did|should|must|could|would|can|i|you|we|they|it|he|she|the|a|an|my|your|our|"
                    + "his|her|bus|at|that|this|what|which|when|where|one|last|next|first|then|or) )stop$");

    /** Questions that want no answer. */
    static final Phrases RHETORICAL = Phrases.of(
            "\\bpart of (?:the word )?(?:stop|no|unsubscribe|remove)\\b",
            "^(?:\\w+ )?(?:did (?:i|we) not|didnt (?:i|we)|have (?:i|we) not|havent (?:i|we))(?: \\w+){0,4}? (?:stop|unsubscribe|opt out|remove|take me off)\\b",
            "\\bhow many (?:more )?times\\b(?=.*\\b(?:stop|remove|unsubscribe|text|message|tell|ask|say)\\b)");

    /** Who asks for the way out wants out. */
    static final Phrases HOW_TO = Phrases.of(
            "\\b(?:what|do|should)(?: do| should)? i (?:text|reply|send|say|type|press)(?: \\w+)? to (?:\\w+ ){0,2}?(?:stop|opt out|unsubscribe|end|get off|be removed)\\b",
            "\\b(?:how|where|way)(?: (?:do|does|can|could|would|to|might))?(?: (?:i|we|you|one|u))?(?: \\w+)? (?:stop|unsubscribe|opt out|get off|end|"
                    + "cancel|turn off|get rid of|block)(?: (?:receiving|getting|all|of))*(?: (?:this|these|it|your|the|those|my|text|texts|"
                    + "messages|list|from|spam|here))*$",
            "\\b(?:how|where|way)(?: (?:do|can|to))?(?: i| we)? (?:make|get|turn|shut)(?: (?:this|these|it|them|all|the|your|those|of|text|texts|messages?|notifications?|alerts?|things?|reminders?|spam))+ (?:stop|off)$",
            "\\b(?:how|where|what|whats|way)(?: \\w+){0,5}? (?:get|be|have|getting)(?: \\w+){0,3}? (?:off|removed|deleted|unsubscribed)\\b(?! (?:at|the bus|on)\\b)");

    private StopTexting() {}
}
