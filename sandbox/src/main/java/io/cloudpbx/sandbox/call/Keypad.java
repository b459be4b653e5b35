package io.cloudpbx.sandbox.call;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keys that the far side has pressed and nobody has taken yet; pressed while nobody wants any, they are lost. */
final class Keypad {
    private static final int AHEAD_MAX = 32;

    private final Deque<Character> keys = new ArrayDeque<>();
    private int wanted;

    Deque<Character> keys() {
        return keys;
    }

    void want() {
        wanted++;
    }

    void wantNoMore() {
        wanted--;
    }

    void pressed(char key) {
        if (wanted > 0 && keys.size() < AHEAD_MAX) {
            keys.add(key);
        }
    }
}
