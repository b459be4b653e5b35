package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a trial went.
 *
 * @param sending from the campaign's beginning until nothing was left to send
 */
record Report(Trial trial, Map<KillPoint, Integer> kills, Verdict verdict, Doubts doubts, Duration sending) {

    int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean isKept() {
        return verdict.isKept()
                && verdict.unfound().isEmpty()
                && verdict.withheld().isEmpty()
                && killed() == trial.kills();
    }

    void print() {
        Figure.printHead();
        figure("killed with kill -9", killed(), "wanted: %,d, by seed %d".formatted(trial.kills(), trial.seed()));
        kills.forEach((point, times) -> figure("  " + point.words(), times, ""));
        figure("recipients", trial.recipients(), "");
        figure("texts that reached their handsets", verdict.texts(), "");
        figure("  twice at one handset", verdict.twice().size(), "wanted: 0 " + some(verdict.twice()));
        figure("  nowhere, and nobody says why", verdict.lost().size(), "wanted: 0 " + some(verdict.lost()));
        figure(
                "  there, though we say it did not leave",
                verdict.contradicted().size(),
                "wanted: 0 " + some(verdict.contradicted()));
        figure("  withheld for a reason", verdict.withheld().size(), "wanted: 0 " + some(verdict.withheld()));
        figure("by how much our figures miss the recipients", verdict.wrongSum(), "wanted: 0");
        figure("requests in doubt", doubts.all(), "");
        figure("  found by the carrier's receipt", doubts.foundByReceipt(), "");
        figure("  found in the carrier's list", doubts.foundInList(), "");
        figure("  not confirmed, and listed so", doubts.notConfirmed(), "");
        figure("  still looked for, and listed so", doubts.open(), "");
        figure("  arrived, and listed as doubtful", verdict.unfound().size(), "wanted: 0 " + some(verdict.unfound()));
        new Figure("from the first text to the last", sending.toMillis() / 1000.0, "s", "").print();
        new Figure(
                        "texts a second, the kills included",
                        verdict.texts() * 1000.0 / sending.toMillis(),
                        "/s",
                        "%.1f by the settings".formatted(trial.perSecond()))
                .print();
    }

    private static void figure(String name, long value, String comparison) {
        new Figure(name, value, "", comparison).print();
    }

    private static String some(List<String> people) {
        return String.join(" ", people.stream().limit(3).toList());
    }
}
