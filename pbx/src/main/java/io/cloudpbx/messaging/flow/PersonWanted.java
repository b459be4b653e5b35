package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.Optional;

/** Somebody asks for a person instead of a machine (C33). */
final class PersonWanted {
    private static final String PERSON =
            "(?:person|human|humans|human being|people|someone|somebody|some one|anyone|anybody|agent|"
                    + "representative|rep|manager|supervisor|operator|staff|associate|specialist|employee|owner|receptionist|boss|advisor|adviser|"
                    + "customer (?:service|care|support)|support|doctor|dr|nurse|dentist|hygienist|billing|office|front desk|technician|sales|"
                    + "accounting|scheduling|department|team member|your team|live (?:person|agent|chat)|real (?:person|human|one)|him|her|them)";

    private static final Phrases PHRASES = Phrases.of(
            "\\b(?:talk|speak|chat|connect|connected|transfer|transferred|transfer me|put me through|put through|text|deal|escalate|reach|"
                    + "patch me|switch me|pass me|hand me)(?: (?:me|this|directly|over|live|please|in person))*(?: (?:to|with|through))?"
                    + "(?: (?:a|an|the|some|your|real|live|actual|human|another|with|to|one|of|on|duty|normal|different|in|charge))* "
                    + PERSON + "\\b",
            "\\b(?:talk|speak|chat) (?:to|with) (?!you\\b|my\\b|our\\b|your\\b|his\\b|a bot|a robot|the bot|this|it\\b|a machine|me about)\\w+",
            "^(?:(?:a|an|the|please|i|want|need|just|live|real|actual|get|me|give|some|hello|hi|ok|no|your|to|can|could|have|would|like|id|speak|another) )*"
                    + "(?:human|person|agent|representative|operator|manager|supervisor|rep|receptionist|human being|somebody real|"
                    + "customer (?:service|care|support)(?: rep| representative)?|live (?:chat|support)|front desk)"
                    + "(?: (?:please|now|thanks|asap|here|immediately))*$",
            "^(?:press )?(?:0|zero)$|\\btransfer me\\b|^please call(?: (?:now|asap|today|back))*$|\\b(?:like|want|need|request\\w*|get|schedule|have|prefer) a (?:call ?back|phone call|call)\\b",
            "(?<!did you )(?<!did someone )(?<!did anyone )(?<!did somebody )(?<!but )(?<!just )(?<!everyone )(?<!people )(?<!you can )(?<!friends )"
                    + "\\b(?:call|phone|ring) me\\b(?! (?:crazy|old|frank|\\w+ for short))",
            "^(?:\\w+ )?(?:you can|just|but) call me(?: back| at| on| when| after| later| now| please|$)",
            "\\bgive (?:me|us) (?:a|another) (?:call|ring|buzz|shout)\\b|\\b(?:call|phone) (?:me |us )?back\\b|\\bcall ?back\\b(?=.*\\b(?:please|want|need|"
                    + "request|can|get|schedule)\\b)|\\bneed (?:a|to get a) (?:phone )?call\\b",
            "\\b(?:have|get|ask|tell|let)(?: \\w+){1,3} (?:call|contact|phone|ring|reach out to|get back to|text) (?:me|us)\\b",
            "\\b(?:can|could|will|would) (?:someone|somebody|anyone|anybody|a \\w+|the \\w+|dr \\w+|your \\w+)(?: \\w+){0,2}? (?:call|contact|help|reach|get"
                    + " back|respond|answer|talk|speak|assist|take over|phone|reply|come on)\\b",
            "\\b(?:is|are) there (?:a|an|any|some)? ?(?:\\w+ )?(?:person|human|someone|somebody|anyone|anybody|agent|manager|people|representative)"
                    + " (?:i can|i could|to|who can|that can|available|there|here|we can)",
            "\\b(?:get|give|send|find|bring) me (?:a |an |the |your |some |someone|somebody)?(?: ?\\w+)?(?:person|human|someone|somebody|agent|"
                    + "representative|rep|manager|supervisor|operator|boss|owner)\\b",
            "\\b(?:need|want|prefer|rather have|demand)(?: to (?:see|have|get|be with))? (?:a|an|the|your|some) (?:real |live |actual |human |different )*(?:person|human|human "
                    + "being|agent|representative|rep|manager|supervisor|operator)\\b(?! (?:to (?:fix|clean|install|move|paint|help me move)|position|job))",
            "\\b(?:not|dont|no|no more|stop|hate|tired|sick|useless|stupid|dumb|enough|instead|rather|than)(?: \\w+){0,5}? (?:bot|robot|robots|bots|"
                    + "machine|automated|chatbot|computer|automation|ai)\\b",
            "\\b(?:bots?|robots?|chatbots?|ai|machines?|assistant) (?:is|are)(?: so| really| totally)? (?:useless|stupid|dumb|terrible|awful|no help|not helping|"
                    + "not helpful|worthless|annoying)\\b",
            "\\bavailable to (?:talk|chat|speak)\\b|^is (?:a|an|any) (?:\\w+ )?(?:person|human|agent|representative|rep) available\\b|^human (?:agent|rep|representative)(?: please)?$",
            "\\b(?:get|put|have) (?:someone|somebody|anyone|a person) (?:on|to (?:call|talk|help|speak))\\b",
            "\\b(?:get|put) (?:a|an|the|some|another) (?:real |live |actual )?(?:human|person|agent|rep|representative|manager)\\b",
            "\\b(?:your|the|this|that) (?:bot|robot|ai|chatbot) (?:isnt|is not|not|doesnt|cant|wont|keeps|sucks)\\b|\\b(?:tired|sick) of (?:this|the|your) (?:bot|robot|machine|ai)\\b",
            "\\b(?:live|real|actual) (?:person|human|agent|representative|human being)\\b(?! or\\b)(?<!is this a real person)");

    private static final Phrases NONE = Phrases.of(
            "^(?:do|does|will|would|how many) (?:i|we|it|you|this|they)\\b(?!.*\\b(?:call me|talk|speak)\\b)|\\bhuman resources\\b|\\b(?:real estate|insurance|travel|sales|leasing|booking|cleaning) agents?\\b(?! (?:please|call))|\\bagent for\\b|"
                    + "\\bhiring\\b|\\bjob\\b|\\bper person\\b|\\bpeople per\\b|\\bhow many people\\b|\\bpositions?\\b|\\bvacanc\\w+",
            "^(?:are|r) (?:you|u|this|there)\\b(?!.*\\b(?:i can|to talk|available)\\b)|^is (?:this|it|that|he|she)\\b(?! available to)|\\bam i (?:talking|speaking|texting|chatting)\\b|\\bor (?:a |an )?(?:bot|robot|ai|"
                    + "machine|human|person|real)\\b",
            "\\b(?:dont|do not|no need to|never|please dont|not) (?:call|phone|ring)\\b|\\bcant talk\\b",
            "\\b(?:hesitate|feel free|free) to (?:call|contact|text)\\b",
            "\\b(?:already|just) (?:talked|spoke|spoken)\\b");

    private PersonWanted() {}

    static Optional<Sentence> in(PlainText text) {
        return text.first(PersonWanted::isWanted);
    }

    private static boolean isWanted(Sentence sentence) {
        return PHRASES.in(sentence) && !NONE.in(sentence) || SpanishPhrases.PERSON.in(sentence);
    }
}
