package io.cloudpbx.messaging.flow;

import java.util.Map;

/** Groups of words that mean the same to us, by the names by which {@link Phrases} call them. */
final class Vocabulary {
    static final Map<String, String> WORDS = Map.ofEntries(
            // What is to stop.
            Map.entry(
                    "texts",
                    "(?:texts?|texting|texted|messages?|messaging|messaged|sms|mms|spam|spams|spamming|notifications?|notifying|"
                            + "alerts?|promos?|promotions?|promotional|ads?|advertis\\w*|marketing|solicit\\w*|blasts?|contact|"
                            + "contacts|contacting|communicat\\w+|correspondence|calls?|calling|bothering|bugging|harassing|"
                            + "harassment|pestering|hounding|bombarding|blowing|hitting|reaching out|emails|newsletters?|campaigns?|"
                            + "reminders?|pinging|writing|outreach|mensajes?|msj|textos?)\\b"),
            // The same without what may be spoken of for other reasons.
            Map.entry(
                    "texts only",
                    "(?:texts?|texting|texted|messages?|messaging|messaged|sms|spam|notifications|alerts|contacted|contacting|contact|"
                            + "communications?|hear from|hearing from|promos?|promotions?|promotional|marketing|solicit\\w*|bothered|"
                            + "notified|reminders|correspondence|mensajes|on (?:this|your|the|any) list)\\b"),
            Map.entry(
                    "stop",
                    "(?:stop|quit|cease|discontinue|discontinuing|desist|refrain|halt|suspend|terminate|terminating|kill|nix)"),
            Map.entry("stopped", "(?:stop|stopped|quit|ceased|discontinued)"),
            Map.entry(
                    "no place",
                    "(?! (?:by|at|in|over|off|sign|signs|light|here|there|near|on|before|after|or|then|payment|if|when|until|watch)\\b)"),
            // Words between that do not change what is to stop.
            Map.entry(
                    "gap",
                    "(?: (?!(?:and|then|by|at|for|before|to|if|or|when|while|taking|answering|accepting|serving|selling|offering|doing|"
                            + "having|working|running|making|charging|the|a|an)\\b)\\w+| the(?= (?:\\w+ ){0,2}<texts>)| for the love of \\w+)"
                            + "{0,4}?"),
            // Who is not to be texted, or for how long.
            Map.entry(
                    "me",
                    "(?:me|us|him|her|them|it|again|anymore|any more|no more|ever|nothing|this (?:number|phone|line|cell|address)|here|my "
                            + "(?!kids\\b)\\w+|at this number|at all)\\b(?! (?:if|when|the|a|an|back)\\b)"),
            Map.entry(
                    "contact",
                    "(?:text(?:ing)?|messag(?:e|ing)|contact(?:ing)?|call(?:ing)?|writ(?:e|ing)|bother(?:ing)?|disturb(?:ing)?|email(?:ing)?"
                            + "|sms|solicit(?:ing)?|harass(?:ing)?|bug|ping|spam(?:ming)?|reach out|repl(?:y|ying)|be (?:texted|contacted|messaged|called))"
                            + "(?: (?:or|and|nor|call|text|message|email|contact))*(?: to)?"),
            Map.entry(
                    "even",
                    "(?: (?:ever|please|you|dare|fucking|even|again|keep|continue|to|want you to|want to be|need you to|wish to be|like to be"
                            + "|trying|try|be|all|yall|guys|no more|have))*"),
            Map.entry(
                    "not to",
                    "(?:no longer|not to|cannot|can not|may not|must not|should not|shouldnt|better not|you not|you didnt|wish you wouldnt|"
                            + "not (?:allowed|authorized|permitted|welcome|ok|okay|free) to|no (?:right|permission|need|reason|business) (?:to|for you"
                            + " to)|quit trying to|stop trying to|didnt ask you to|dont (?:need|have) to|dont need you to)"),
            Map.entry(
                    "never", "(?<!why )(?<!\\bi )(?<!\\bwe )(?<!\\bthey )(?<!you )(?<!he )(?<!she )\\b(?:dont|never)"),
            // What somebody has of theirs on a list.
            Map.entry(
                    "mine",
                    "(?:me|us|mine|(?:my|this|our|that|the|his|her)(?: (?:phone|cell|mobile|telephone|old|work|home|contact|personal))?(?:"
                            + " (?:number|name|phone|info|information|contact|contacts|details|data|cell|digits|line)(?: and (?:my )?(?:number|name|phone|info|email))?)?)"),
            Map.entry(
                    "list",
                    "(?:\\w+ ){0,5}?(?:lists?|listing|texts?|texting|messages?|messaging|database|db|system|contacts?|directory|records?|files?|"
                            + "distribution|everything|marketing|promos?|promotions?|campaigns?|thread|chain|spam|sms|subscriptions?|"
                            + "notifications?|alerts?|program|mailing|group|blasts?|book|here|this|it|phone)\\b"),
            Map.entry("permission", "(?:consent|permission|authorization|authorisation)"),
            Map.entry(
                    "soon",
                    "(?: (?:please|now|thanks|thank you|asap|immediately|already|right now|today|at once|completely|permanently|too))*"),
            // Spanish: messages, and sending them as a wish or a command; what was sent in the past is no request.
            Map.entry(
                    "mensajes",
                    "(?:mensajes?|mensajitos|textos?|texts|sms|notificaciones|alertas|promociones|publicidad|propaganda|spam|anuncios|llamadas|"
                            + "recordatorios|correos)"),
            Map.entry(
                    "envien",
                    "(?:(?:mand|envi|contact|molest|llam|fastidi|avis|acos|text|bombarde)(?:e|en|es|ar|arme|arnos|ando|arnos|eme|enme|een|ee|ees)|"
                            + "escrib(?:a|an|as|ir|irme|iendo|anme)|busqu(?:e|en|es)|notifiquen?|notificar|ching(?:ar|uen|ando)|jod(?:er|an|iendo))"),
            Map.entry("end", "(?:$| ,| and\\b| but\\b| because\\b| or\\b| cuz\\b| since\\b)"));

    private Vocabulary() {}
}
