package io.cloudpbx.bench.campaigns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Where in a text's way its sender is killed (R8). */
enum KillPoint {
    CLAIMED("claimed, not judged yet"),
    WRITTEN("written down, not asked for"),
    ASKING("asked for, not at the carrier"),
    TAKEN("at the carrier, not answered"),
    ANSWERED("answered, not settled"),
    RECEIPT("while a receipt is committed"),
    ANY("at any moment");

    private static final List<KillPoint> NAMED = List.of(CLAIMED, WRITTEN, ASKING, TAKEN, ANSWERED, RECEIPT);

    private final String words;

    KillPoint(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** So many of them in an order of chance: each of the named ones about as often as the others, and half at any moment. */
    static List<KillPoint> plan(int kills, RandomGenerator random) {
        List<KillPoint> plan = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            plan.add(kill % 2 == 0 ? NAMED.get(kill / 2 % NAMED.size()) : ANY);
        }
        Collections.shuffle(plan, Random.from(random));
        return plan;
    }
}
