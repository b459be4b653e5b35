package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.calls.flow.CallEvent.NameChosen;
import io.cloudpbx.calls.flow.CallEvent.NameKeyed;
import io.cloudpbx.calls.flow.CallStep.AskName;
import io.cloudpbx.calls.flow.CallStep.ChooseName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The part of {@link CallFlow} in which somebody is found by the first letters of their name, spelled on the keypad. */
final class Names {
    /** So many can be chosen from by one key. */
    private static final int MOST_FOUND = 9;

    /** From A to Z, as letters stand on a keypad. */
    private static final String KEYPAD = "22233344455566677778889999";

    private Names() {}

    static NextStep afterKeys(CallSituation situation, NameKeyed keyed) {
        String keys = keyed.digits();
        if (keys.equals("0")) {
            return Way.of(situation, "Pressed 0").to(Place.OPERATOR);
        }
        List<Callee> found = keys.isEmpty() ? List.of() : find(situation, keys);
        return switch (found.size()) {
            case 0 -> again(situation, keyed.place(), keyed.visit(), keys);
            case 1 -> reach(situation, found.getFirst());
            default ->
                new NextStep(
                        new ChooseName(keyed.place(), keyed.visit(), keys, found, situation.silence()),
                        keys + " spells " + found.size() + " names");
        };
    }

    static NextStep afterChoice(CallSituation situation, NameChosen chosen) {
        List<Callee> found = find(situation, chosen.name());
        String key = chosen.digits();
        if (key.equals("0")) {
            return Way.of(situation, "Pressed 0").to(Place.OPERATOR);
        }
        boolean one = key.matches("[1-9]") && Integer.parseInt(key) <= found.size();
        return one
                ? reach(situation, found.get(Integer.parseInt(key) - 1))
                : again(situation, chosen.place(), chosen.visit(), chosen.name());
    }

    private static NextStep reach(CallSituation situation, Callee callee) {
        return Way.of(situation, "Spelled the name of " + callee.name()).to(Node.Extension.keyOf(callee.ext()));
    }

    private static NextStep again(CallSituation situation, String place, int visit, String keys) {
        if (!(situation.routing().plan().at(place).orElse(null) instanceof Node.DialByName node)) {
            return CallFlow.operator(situation, place + " is gone", situation.silence());
        }
        return visit >= node.tries()
                ? Way.of(situation, "No name was spelled").to(node.otherwise())
                : new NextStep(
                        new AskName(place, visit + 1, keys, situation.silence()),
                        keys.isEmpty() ? "Nothing was pressed" : keys + " spells no name that was chosen");
    }

    /** By any of their names. */
    private static List<Callee> find(CallSituation situation, String keys) {
        return situation.directory().values().stream()
                .filter(callee -> Arrays.stream(callee.name().split("\\s+"))
                        .anyMatch(name -> keys(name).startsWith(keys)))
                .sorted(Comparator.comparing(Callee::ext))
                .limit(MOST_FOUND)
                .toList();
    }

    private static String keys(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        return plain.chars()
                .filter(letter -> letter >= 'A' && letter <= 'Z')
                .collect(
                        StringBuilder::new,
                        (keys, letter) -> keys.append(KEYPAD.charAt(letter - 'A')),
                        StringBuilder::append)
                .toString();
    }
}
