package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.ThreadState.Said;
import io.cloudpbx.messaging.flow.ThreadState.Speaker;
import java.util.List;
import java.util.regex.Pattern;

/** Texts that no person wrote, or that want no answer (S15): answering them makes two machines talk. */
final class Machines {
    private static final int SHORTEST_ECHO = 20;
    private static final int SHORTEST_REFRAIN = 12;

    /** What telephones write when somebody taps a reaction to a bubble. */
    private static final Pattern REACTION = Pattern.compile(
            "^\\W*(?:(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted .{1,14} to|removed an? .{1,20} from|"
                    + "(?:le |a \\S+ le )?(?:ha )?(?:gust[oó]|encant[oó]|dio risa|desagrad[oó]|enfatiz[oó])|se ri[oó] de|aim[eé]|ador[eé])"
                    + "\\s+(?:[\"“«„‘']|an? (?:image|photo|picture|video|movie|attachment|message|audio|link|contact|location)\\b|"
                    + "un[ao]? (?:imagen|foto|video|archivo|mensaje)\\b))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern EMOJI_REACTION = Pattern.compile(
            "^[^\\p{L}\\p{N}\"“]{1,16}\\s*(?:to|a|en respuesta a)\\s*[^\\p{L}\\p{N}]{0,3}[\"“«]",
            Pattern.CASE_INSENSITIVE);

    private static final Phrases AUTOMATIC = Phrases.of(
            "\\bauto ?(?:mated|matic|matically)? ?(?:reply|response|message|responder|answer|generated|sent|notification)\\b",
            "\\b(?:currently |am |im )?out of (?:the )?office\\b(?! hours)|\\bon (?:vacation|annual leave|maternity leave|holiday) (?:until|and will)\\b"
                    + "|\\blimited access to (?:email|my phone|messages)\\b",
            "\\bdont (?:reply|respond) to this (?:message|text|number)\\b|\\b(?:please )?dont reply$|\\bno reply\\b",
            "\\b(?:not|un|isnt) ?monitored\\b|\\bunattended (?:number|mailbox|line)\\b|\\bsent automatically\\b|\\binvalid number\\b.*\\bresend\\b",
            "\\bdont disturb while driving\\b|\\bim driving (?:right now|with)\\b|\\bdriving focus\\b|\\bnot receiving notifications\\b|"
                    + "\\bnotifications (?:silenced|are off)\\b|\\bdont disturb (?:is )?(?:turned )?on\\b",
            "\\bcode \\d{4,8}\\b.*\\b(?:share|expires|valid|never)\\b|^dont share this code\\b|^otp(?: is)? \\d{4,8}\\b",
            "\\byour (?:\\w+ ){0,4}?(?:code|otp|pin|passcode|password) (?:is |for \\w+ is )?(?:g )?\\d{4,8}\\b",
            "\\b(?:g )?\\d{4,8} is (?:your|the) (?:\\w+ ){0,4}?(?:code|otp|pin|passcode|password)\\b|\\buse (?:code )?\\d{4,8} (?:as|to (?:verify|log|"
                    + "sign|confirm))\\b|\\b(?:verification|security|login|one time|authentication) (?:code|password|passcode|pin) (?:is )?\\d{4,8}\\b",
            "\\b(?:message|messages) (?:and )?data rates\\b|\\b(?:message|messages) freq\\w*\\b|(?<!\\bi )\\b(?:reply|text|send) stop to (?:\\w+ ){0,4}?"
                    + "(?:stop|cancel|end|opt|quit|unsubscribe)|\\b(?:reply|text|send) (?:stop|help) for\\b|\\bhelp for (?:help|info)\\b|\\bstop to"
                    + " (?:opt out|unsubscribe|end|cancel|quit)\\b|\\breply (?:c|y|1|yes) to confirm\\b",
            "\\b(?:has|have|was)(?: been)? (?:delivered|shipped|dispatched)\\b.*\\b(?:track|tracking|http|https|www)\\b|\\bout for delivery\\b.*\\btrack",
            "\\bmessage blocking\\b|\\bfree message\\b|\\bunable to (?:send|deliver) (?:the |your |this )?message|\\bundeliver\\w+|\\b(?:message|text)"
                    + " (?:was |could )?not (?:be )?(?:delivered|sent)\\b|\\b(?:message|text) failed to (?:send|deliver)|\\bfailed to (?:send|deliver|be delivered)\\b|\\bservice access denied\\b|\\bdelivery (?:failed|failure|status)\\b|\\bcould not be (?:sent|delivered)\\b",
            "\\b(?:cannot|can not|cant|does not|doesnt|unable to|dont) (?:currently )?(?:receive|accept) (?:texts?|messages?|replies|incoming|sms)\\b"
                    + "|\\bnumber you (?:texted|have reached|are trying)\\b|\\bunable to receive (?:text )?messages\\b",
            "\\byou(?:re| have|ve)(?: now)?(?: been)? (?:opted out|unsubscribed)\\b|\\byoure (?:now )?(?:opted out|unsubscribed)\\b|\\b(?:successfully|now) (?:been )?(?:unsubscribed|opted out|removed)\\b|\\byou (?:have been|are now|have|were) (?:successfully )?"
                    + "(?:unsubscribed|opted out|been unsubscribed)\\b|\\breply start to\\b|\\bwill not receive any (?:more|further)\\b|\\bnetwork message\\b",
            "\\bthank(?:s| you) for (?:contacting|reaching out|texting|messaging|calling|getting in touch|your (?:message|text|inquiry|interest|"
                    + "email|patience))\\b.*\\b(?:received|shortly|will (?:respond|reply|get back|be with|be in touch)|automated|business (?:days?|hours?)|"
                    + "soon as|hours are|currently closed|representative|team)\\b",
            "\\b(?:amber|emergency|weather|severe weather|silver|blue) alert\\b.*\\b(?:check|until|warning|issued|local|media)\\b",
            "\\brespuesta automatica\\b|\\bmensaje automatico\\b|\\bfuera de (?:la )?oficina\\b|\\bno respond(?:a|er) a este\\b",
            "\\b(?:su|tu) (?:codigo|clave|pin)(?: \\w+){0,4}? (?:es )?\\d{4,8}\\b|\\b\\d{4,8} es (?:su|tu) (?:codigo|clave|pin)\\b",
            "^welcome to \\w+.*\\b(?:reply|text) \\w+ to\\b|\\breply (?:yes|y) to (?:confirm|subscribe|join)\\b");

    private Machines() {}

    static boolean isReaction(String body) {
        return REACTION.matcher(body).find() || EMOJI_REACTION.matcher(body).find();
    }

    static boolean isAutomatic(PlainText text) {
        return AUTOMATIC.in(text.whole());
    }

    /** Whether the text is one of ours come back, or one of theirs that has been answered twice already. */
    static boolean isLoop(PlainText text, List<Said> history) {
        String words = text.whole().text();
        return words.length() >= SHORTEST_ECHO && count(words, Speaker.US, history) > 0
                || words.length() >= SHORTEST_REFRAIN
                        && !text.whole().asked()
                        && count(words, Speaker.THEM, history) >= 2;
    }

    private static long count(String words, Speaker speaker, List<Said> history) {
        return history.stream()
                .filter(said -> said.from() == speaker)
                .filter(said -> PlainText.words(said.text()).equals(words))
                .count();
    }
}
