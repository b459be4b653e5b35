package io.cloudpbx.messaging.flow;

/** "Don't text me", "I no longer want your messages", "no more texts". */
final class Refusals {
    static final Phrases PHRASES = Phrases.of(
            "\\b<not to><even> <contact> <me>",
            "(?<!did )(?<!do )(?<!does )(?<!if you )\\bnot (?:text|message|contact|call|bother|spam|email) (?:me|us|this|my|anymore|again)\\b",
            "\\b(?:dont|not|never) include (?:me|us|my|this)\\b|\\bexclude (?:me|us|my|this)\\b",
            "^(?:please )?no (?:more |further )?contact(?: please| thanks| ever)*$|\\b(?:as|list as|is|on|on the|on your) (?:do not|dont|no) (?:contact|call|text)\\b|\\b(?:initiate|make) (?:any|no) (?:further )?contact\\b",
            "\\b(?:no longer|dont|not|never)(?: \\w+)? consent(?:ing)?\\b(?! form)",
            "\\bany (?:further|more|additional|future) (?:contact|messages?|texts?|communications?) (?:will|is|are|shall)\\b",
            "\\b(?:no need to|dont need to) keep (?:text|messag|contact|call|send|remind)ing\\b",
            "<never><even> <contact> <me>",
            "(?:^|\\bplease |\\bjust |, |\\bagain |\\band )(?:dont|never) (?:contact|bother|disturb|spam|solicit|text|message|call)"
                    + "(?: (?:or|and|nor|text|call|message|contact|email|again))*$",
            "(?:^|\\bplease |\\bjust |, )(?:dont|no) (?:text|texts|message|messages|call|calls|contact|texting)"
                    + "(?= (?:before|after|until|during|while|at night|so|past|on)\\b)",
            "(?<!\\bi )(?<!\\bwe )\\bdont<even> send(?: (?:me|us|this number|to me|out))*(?: (?:any|anything|another|more|anymore|again|these|those|"
                    + "no more|nothing|stuff|crap|shit|else|(?:\\w+ ){0,2}?(?:texts?|messages?|spam|ads|promos?))\\b| this$| this (?:stuff|crap|shit|again|"
                    + "anymore)| (?:your|ur|so many) (?:texts|messages|ads|stuff))",
            "\\b(?:dont|no longer|not|never|nobody|noone)(?: (?!miss|lose|forget|get)\\w+){0,3}? (?:want|wants|wanting|wishing|looking to|trying to|wish|care|desire|agree|consent|authorize|"
                    + "authorise|require|need|interested in|like|enjoy|permit|allow|appreciate)(?: (?!miss|lose|forget|reschedule|if|back)\\w+){0,6}? "
                    + "<texts only>(?! (?:the|with the|back|reply|about my)\\b)",
            "\\b(?:nobody|noone|no one)(?: \\w+){0,4}? wants (?:these|this|your|any|it)\\b",
            "\\b(?:dont|no longer|not) want(?:ing)? to be (?:on|part of|in|included)\\b(?=.*\\b(?:this|your|any|the|list|anymore)\\b)(?! time)",
            "\\b(?:dont|no longer|not) want(?:ing)?(?: to (?:get|receive|see))? (?:these|those|any of (?:these|this)|this anymore|any more of (?:this|"
                    + "these|them)|anything (?:else )?from (?:you|this)|nothing)\\b",
            "\\b(?:rather|prefer|like|ask|appreciate|please)(?: \\w+){0,2}? not(?: to)? (?:get|receive|be|being|have|see)(?: \\w+){0,3}? "
                    + "(?:<texts>|contacted|bothered|called|notified)",
            "\\bnot being (?:contacted|texted|messaged|called|bothered)\\b",
            "(?<!are )(?<!is )(?<!have )(?<!has )(?<!had )(?<!get )(?<!getting )\\bno (?:more|further|additional)(?: (?!than|questions?|need|for)\\w+){0,3}?"
                    + " (?:texts?|texting|messages?|messaging|spam|promos?|promotions?|ads?|advertis\\w+|contact|calls|stuff|sms|notifications|"
                    + "alerts|marketing|communications?|reminders|deals|coupons|emails|mensajes?|msj|textos?)\\b",
            "^(?:(?:please|ok|thanks|hey|i said|sorry|no|all right|alright) )*no more(?: (?:please|thanks|thank you|ok|from you|of (?:this|these|those)))*$",
            "^(?:please )?no (?:texts?|texting|messages?|messaging|spam|sms|ads|promos?|marketing|solicit\\w+)(?: (?:please|thanks|ever|here))*$",
            "(?<!did )\\b(?:dont|no longer|not|never)(?: \\w+){0,2}? (?:have|got|give|grant|giving)(?: (?:you|yall|my|any|our|the))* <permission>\\b",
            "\\bdont (?:consent|agree) to\\b",
            "\\bnot another (?:text|message|one|word|call)\\b",
            "\\bto no longer (?:receive|get|be|hear)\\b",
            "\\b(?:take back|revoke|withdraw|rescind|revoking|withdrawing|retract|pull|cancel|deny)(?: \\w+){0,3}? <permission>\\b",
            "\\b<permission>(?: \\w+){0,3}? (?:revoked|withdrawn|rescinded|terminated|denied|removed|cancelled|canceled)\\b|^no consent$",
            "\\b(?:dont|do not|no|dnc|dont call or|not) ?(?:call|text|contact|disturb|sms|dnc)?(?: \\w+)? (?:list|registry|register)\\b(?<=\\b(?:call|text|"
                    + "contact|disturb|dnc|sms) (?:list|registry|register))");

    private Refusals() {}
}
