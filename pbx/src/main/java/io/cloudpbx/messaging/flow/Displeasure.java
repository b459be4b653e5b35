package io.cloudpbx.messaging.flow;

import io.cloudpbx.messaging.flow.PlainText.Sentence;
import java.util.regex.Pattern;

/** People who are weary of our texts, or are no longer ours to text, and have not said so in so many words. */
final class Displeasure {
    private static final Phrases PHRASES = Phrases.of(
            "\\b(?:not|no longer|isnt|arent|never)(?: \\w+)? interested\\b|\\b(?:lost|no|zero) interest\\b(?! (?:rate|free|charge|payment|financing|loan|for|if))",
            "\\b(?:why|how come)(?: (?!dont|didnt|not)\\w+){0,4}? (?:getting|get|receiving|texting|messaging|sending|contacting|bothering|spamming|on (?:this|your)"
                    + " list)\\b(?! (?:an? )?(?:error|so few))",
            "\\bwho gave you (?:my|permission|consent|this)\\b|\\bwhere did you get my (?:number|info|contact)\\b",
            "\\b(?:too|so|this|that) many (?:texts|messages|notifications|alerts|promos|emails|calls)\\b|\\b(?:texts|messages) (?:a|per|every) (?:day|week)\\b|"
                    + "\\btext\\w*(?: \\w+){0,2}? too (?:much|often|many)\\b",
            "\\b(?:less|fewer|reduce|cut down|cut back|slow down|limit)(?: \\w+){0,4}? (?:texts?|texting|messages?|messaging|alerts|notifications|emails|often|"
                    + "frequently)\\b|\\b(?:text|message|contact) (?:me )?(?:less|fewer)\\b",
            "\\b(?:pause|snooze|suspend|hold|hold off on|ease up|take a break|mute)(?: \\w+){0,4}? (?:texts?|messages?|messaging|alerts|notifications)\\b",
            "\\b(?:this|it|its|thats|these|your|the|you|yall)(?: (?:texts?|messages?|ads|promos|number))?(?: (?:is|are|was|getting|keep|constantly|re|so|too|really|just|"
                    + "all|very|starting to|be|become|becoming))* (?:annoying|ridiculous|harass\\w*|illegal|creepy|unwanted|excessive|invasive|unsolicited|too"
                    + " much|a scam|spam|scam)\\b(?! (?:folder|risk|filter))",
            "^(?:i )?dont want (?:this|it|that)$|\\b(?:he|she) passed$|^(?:spam ?)+$|^reported(?: and blocked| you)?$|^(?:so |very |really |super |seriously |this is |thats )*annoying$|^(?:way )?too (?:many|much)$|\\bspamming (?:me|us)\\b|\\bscam(?:mers?)?\\b|\\bfraud\\b|\\bwho authorized\\b|\\b(?:did|when did) i (?:ever )?(?:sign up|subscribe|opt in|agree|get on)\\b|\\bhow did i (?:get|end up) on\\b|\\b(?:ive|i have|have|i) reported\\b|\\blooks? like (?:spam|a scam)\\b|\\bwho (?:signed|put|added) me\\b|\\b(?:as|reporting|reported|report) (?:this |it |you )?(?:as |for )?spam\\b|\\bis this spam\\b|\\bspammers?\\b",
            "\\bharass\\w*\\b|\\b(?:i|we|im|ill|will|am|be)(?: \\w+){0,3}? (?:report|reporting|reported|suing|sue)\\b(?! (?:a|an|the|my)\\b)|\\b(?:fcc|ftc|tcpa|attorney"
                    + " general|class action)\\b|\\bmy (?:lawyer|attorney)\\b|\\b(?:contacting|calling) (?:my|an|a) (?:lawyer|attorney)\\b",
            "\\b(?:never|didnt|dont remember|did not|dont recall)(?: \\w+)? (?:sign(?:ed|ing)? up|signed|subscrib\\w*|opt(?:ed|ing)? in|agree\\w*|consent\\w*|authorize\\w*|"
                    + "ask(?:ed)? for (?:this|these)|request\\w* (?:this|these)|g(?:ive|ave) (?:you )?(?:my )?(?:permission|consent|number))\\b",
            "\\b(?:no call|dnc|dont call)\\b(?! me| us| if)|\\bunsolicited\\b|\\bunwanted\\b",
            "\\b(?:blocked|blocking|block) (?:you|this number|your number|this)\\b|^blocked$|^unfollow\\b|\\bmut(?:e|ed|ing) (?:this|you)\\b",
            "^(?:(?:i|im|i am|ive|have|so|ok|and|just|we|were|are) )*(?:done|out|over it|over this|finished|had enough)(?: (?:with (?:this|you|you people|yall|it|these)|"
                    + "here|now|please|thanks))*$|\\bim (?:so )?done with (?:this|you|yall|your|these|it)\\b",
            "^(?:(?:thats|that is|ok|its) )*enough(?: (?:already|please|now|is enough|thanks|of this))*$|\\bcount me out\\b|\\bim out$",
            "\\b(?:no longer|not|never) (?:an? |your |been a )?(?:\\w+ )?(?:customer|client|patient|member|subscriber|resident|student|tenant|employee)(?: anymore| of yours|"
                    + " there)?\\b|\\bno longer (?:with|at|work|live|own|at|in|a|employed)\\b|\\b(?:dont|doesnt) (?:work|live|own|shop|go) (?:there|here|it|that)? ?anymore\\b",
            "^(?:we|i)(?: have|ve)? (?:moved|relocated)(?: \\w+){0,4}$|\\b(?:he|she|husband|wife|mother|father|mom|dad|\\w+) (?:has |have )?(?:passed away|died|is"
                    + " deceased|deceased)\\b|\\bsold (?:that|the|my|our|this) (?:house|car|home|place|business|property|truck|condo)\\b",
            "\\b(?:dont|never|no) (?:\\w+ )?(?:text|call|message|contact|bother) (?:me|us)\\b(?! (?:the|a|an|my|your|if you)\\b)",
            "\\b(?:tired|sick) of (?:this|these|it|you|your)\\b|\\bplease no$|\\bnot again$");

    /** A stranger's name, as only the original shows it: "This isn't Dave", "No Dave here". */
    private static final Pattern NOT_ME = Pattern.compile(
            "\\b(?:not|isn['’]?t|ain['’]?t|is not|no soy|no es|no)\\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
                    + "August|September|October|November|December|English|Spanish|I\\b|I['’])\\p{Lu}\\p{Ll}+(?:['’]s (?:phone|number|cell))?(?:\\s+(?:here|anymore|any more))?"
                    + "\\W*$");

    /** Weary of a machine is no opt-out: it asks for a person. */
    private static final Phrases OF_A_MACHINE =
            Phrases.of("\\b(?:bot|bots|robot|robots|chatbot|machine|automated|ai)\\b");

    private Displeasure() {}

    static boolean in(Sentence sentence) {
        return PHRASES.in(sentence) && !OF_A_MACHINE.in(sentence)
                || NOT_ME.matcher(sentence.original()).find();
    }
}
