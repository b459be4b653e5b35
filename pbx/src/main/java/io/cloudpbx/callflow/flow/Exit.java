package io.cloudpbx.callflow.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.callflow.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way from one place to another.
 *
 * @param at where it is written, a JSON pointer
 */
record Exit(String at, String to) {
    /** Every way that is written in a plan. */
    static List<Exit> of(Plan plan) {
        return Stream.of(
                        Stream.of(new Exit("/main", plan.main())),
                        maybe("/operator", plan.operator()),
                        plan.numbers().entrySet().stream()
                                .map(entry -> new Exit(
                                        "/numbers/" + entry.getKey() + "/start",
                                        entry.getValue().start())),
                        plan.nodes().entrySet().stream()
                                .flatMap(entry -> of("/nodes/" + entry.getKey(), entry.getValue())),
                        plan.extensions().entrySet().stream()
                                .flatMap(entry -> of("/extensions/" + entry.getKey(), entry.getValue())),
                        maybe("/callers/anonymous", plan.callers().anonymous()),
                        plan.callers().vips().entrySet().stream()
                                .map(entry -> new Exit("/callers/vips/" + entry.getKey(), entry.getValue())))
                .flatMap(exits -> exits)
                .toList();
    }

    /** The ways out of one place, whoever takes them. */
    static Stream<Exit> of(String at, Node node) {
        return switch (node) {
            case Node.Menu menu ->
                Stream.concat(
                        menu.keys().entrySet().stream()
                                .map(key -> new Exit(at + "/keys/" + key.getKey(), key.getValue())),
                        Stream.of(otherwise(at, menu.otherwise())));
            case Node.Hours hours ->
                Stream.of(new Exit(at + "/open", hours.open()), new Exit(at + "/closed", hours.closed()));
            case Node.RingGroup group -> Stream.of(otherwise(at, group.otherwise()));
            case Node.Queue queue -> Stream.of(otherwise(at, queue.otherwise()));
            case Node.Extension extension -> maybe(at + "/otherwise", extension.otherwise());
            case Node.Announcement announcement -> Stream.of(new Exit(at + "/then", announcement.then()));
            case Node.DialByName names -> Stream.of(otherwise(at, names.otherwise()));
            case Node.Outside outside -> Stream.of(otherwise(at, outside.otherwise()));
            case Node.Receptionist receptionist -> Stream.of(new Exit(at, Place.OPERATOR));
            case Node.Mailbox mailbox -> Stream.empty();
            case Node.Goodbye goodbye -> Stream.empty();
        };
    }

    private static Stream<Exit> of(String at, Personal rules) {
        return Stream.concat(maybe(at + "/closed", rules.closed()), maybe(at + "/otherwise", rules.otherwise()));
    }

    private static Exit otherwise(String at, String to) {
        return new Exit(at + "/otherwise", to);
    }

    private static Stream<Exit> maybe(String at, @Nullable String to) {
        return to == null ? Stream.empty() : Stream.of(new Exit(at, to));
    }
}
