package io.cloudpbx.messaging.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people in a hurry mean by what they type. */
final class Spelling {
    private static final Pattern STRETCHED = Pattern.compile("([a-z])\\1{2,}");

    /** Lines of "written meant", parted by bars. */
    private static final Map<String, String> SHORT_FORMS = shortForms("""
            u you|ur your|yr your|r are|w with|pls please|plz please|plez please|pleas please|plss please|pleeze please
            msg message|msgs messages|mssg message|mssgs messages|mgs messages|txt text|txts texts|txting texting|txtng texting
            txtin texting|textin texting|textng texting|txtd texted|tex text|texing texting|msging messaging|msgin messaging
            messagin messaging|dnt dont|donot dont|dony dont|dpnt dont|wnt want|wanna want to|wana want to|gonna going to
            gotta have to|aint not|thx thanks|ty thanks|tks thanks|thnx thanks|tnx thanks|rmv remove|nmbr number|numbr number
            nbr number|num number|b4 before|mor more|frm from|cud could|wud would|dis this|hmu contact me|ooo out of office
            stp stop|stpo stop|sotp stop|stopp stop|stahp stop|stawp stop|optt opt|agn again|mre more|lemme let me|st0p stop|5top stop|5t0p stop|sstop stop|stoop stop|dtop stop
            stpp stop|0pt opt|unsub unsubscribe|unsubscirbe unsubscribe|unsubsribe unsubscribe|cancle cancel|cancell cancel
            canel cancel|cancal cancel|c4ncel cancel|qult quit|qiut quit|quti quit|quitt quit|fkn fucking|fckn fucking
            fuckin fucking|fking fucking|effing fucking|fk fuck|fck fuck|freakin freaking|wth what|ppl people|sum1 someone
            som1 someone|some1 someone|any1 anyone|sombody somebody|spammin spamming|callin calling|botherin bothering
            hittin hitting|sendin sending|blowin blowing|buggin bugging|messin messing|someones someone is|somebodys somebody is
            tmrw tomorrow|tmr tomorrow|appt appointment|apt appointment
            """);

    /** Words that are recognised with one letter more, less, wrong or swapped; two in the long one. */
    private static final List<String> RECOGNISED = List.of(
            "texting",
            "messages",
            "message",
            "messaging",
            "sending",
            "number",
            "remove",
            "please",
            "contact",
            "contacting",
            "receive",
            "receiving",
            "unsubscribe",
            "appointment",
            "somebody");

    private static final int LONG = 10;

    /** Real words that are as near. */
    private static final Set<String> OTHER_WORDS = Set.of(
            ("testing exiting massages massage passage passages messaged lending ending pending vending bending mending"
                            + " tending fending spending seeding sanding seending lumber numbers umber slumber removed removes"
                            + " remover remote pleased lease pleases contract contacts contracting compact received receives"
                            + " receiver relieve relieving subscribe subscribes subscribed resubscribe resubscribed appointments"
                            + " renumber messenger unsubscribes unsubscribed")
                    .split(" "));

    private Spelling() {}

    /** What a word in plain letters stands for; itself when it is spelled as it should be. */
    static String meant(String word) {
        String known = SHORT_FORMS.get(word);
        if (known != null) {
            return known;
        }
        String once = STRETCHED.matcher(word).replaceAll("$1");
        return SHORT_FORMS.getOrDefault(once, recognised(once));
    }

    private static String recognised(String word) {
        return word.length() < 5 || RECOGNISED.contains(word) || OTHER_WORDS.contains(word)
                ? word
                : RECOGNISED.stream()
                        .filter(meant -> isNear(word, meant, meant.length() > LONG ? 2 : 1))
                        .findFirst()
                        .orElse(word);
    }

    static boolean isNear(String word, String meant, int slips) {
        return Math.abs(word.length() - meant.length()) <= slips && distance(word, meant) <= slips;
    }

    /** Optimal string alignment: letters inserted, left out, changed, or swapped with a neighbour. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static Map<String, String> shortForms(String listed) {
        return Arrays.stream(listed.strip().split("[|\\n]"))
                .map(pair -> pair.strip().split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
