package io.cloudpbx.callflow.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a plan may lead calls: everything that it names is there, and everybody comes to an end of it. */
public final class Soundness {
    private final Plan plan;
    private final Surroundings around;
    private final List<FieldProblem> problems = new ArrayList<>();

    private Soundness(Plan plan, Surroundings around) {
        this.plan = plan;
        this.around = around;
    }

    /** What is wrong with it and where, as JSON pointers; nothing when it is sound. */
    public static List<FieldProblem> problems(Plan plan, Surroundings around) {
        var soundness = new Soundness(plan, around);
        soundness.lookForTargets();
        soundness.lookForPeople();
        soundness.lookForSchedules();
        soundness.lookForNumbers();
        if (soundness.problems.isEmpty()) {
            soundness.lookForReturns();
            soundness.problems.addAll(Loops.in(plan, around));
        }
        return List.copyOf(soundness.problems);
    }

    private void complain(String at, String code, String message) {
        problems.add(new FieldProblem(at, code, message));
    }

    private void lookForTargets() {
        for (Exit exit : Exit.of(plan)) {
            var node = plan.at(exit.to()).filter(found -> !Node.Outside.isKey(exit.to()));
            if (node.isEmpty() && !exit.to().equals(Place.OPERATOR)) {
                complain(exit.at(), "no_such_place", "leads to \"" + exit.to() + "\", which is not there");
            } else if (Place.OPERATOR.equals(exit.to()) && exit.at().equals("/operator")) {
                complain(exit.at(), "loop", "leads to itself");
            }
            node.filter(found -> plan.nodes().get(exit.to()) == null)
                    .ifPresent(implied -> lookForOwner(exit.at(), implied));
        }
        plan.nodes().forEach((key, node) -> lookForOwner("/nodes/" + key + "/ext", node));
    }

    private void lookForOwner(String at, Node node) {
        switch (node) {
            case Node.Extension(var ext, var otherwise) -> requireExtension(at, ext);
            case Node.Mailbox(var ext) -> requireExtension(at, ext);
            default -> {}
        }
    }

    private void requireExtension(String at, @Nullable String ext) {
        if (ext != null && !around.extensions().contains(ext)) {
            complain(at, "no_such_extension", "names extension " + ext + ", which is not in use");
        }
    }

    private void lookForPeople() {
        plan.nodes().forEach((key, node) -> {
            switch (node) {
                case Node.RingGroup group -> lookForMembers(key, group.members());
                case Node.Queue queue -> lookForMembers(key, queue.members());
                default -> {}
            }
        });
        plan.extensions().keySet().forEach(ext -> requireExtension("/extensions/" + ext, ext));
    }

    private void lookForMembers(String key, List<String> members) {
        if (members.isEmpty()) {
            complain("/nodes/" + key + "/members", "empty", "must name somebody");
        }
        for (int index = 0; index < members.size(); index++) {
            requireExtension("/nodes/" + key + "/members/" + index, members.get(index));
        }
    }

    private void lookForSchedules() {
        plan.nodes().forEach((key, node) -> {
            if (node instanceof Node.Hours hours) {
                requireSchedule("/nodes/" + key + "/hours", hours.hours());
            }
        });
        plan.extensions().forEach((ext, rules) -> requireSchedule("/extensions/" + ext + "/hours", rules.hours()));
    }

    private void requireSchedule(String at, @Nullable String name) {
        if (name != null && !plan.hours().containsKey(name)) {
            complain(at, "no_such_hours", "names hours \"" + name + "\", which are not there");
        }
    }

    /** A call that is sent to a number of ours comes back to us, round and round; and not every number outside may be called (T4). */
    private void lookForNumbers() {
        plan.numbers().keySet().stream()
                .filter(number -> !around.numbers().contains(number))
                .forEach(number -> complain("/numbers/" + number, "not_our_number", "is not a number of yours"));
        plan.nodes().forEach((key, node) -> {
            if (node instanceof Node.Outside outside) {
                requireCallable("/nodes/" + key + "/number", outside.number());
            }
        });
        plan.extensions().forEach((ext, rules) -> {
            for (int index = 0; index < rules.findMe().size(); index++) {
                requireCallable(
                        "/extensions/" + ext + "/findMe/" + index + "/number",
                        rules.findMe().get(index).number());
            }
        });
    }

    private void requireCallable(String at, PhoneNumber number) {
        if (around.numbers().contains(number)) {
            complain(at, "own_number", "is one of your own numbers; forward to an outside phone");
        } else {
            around.destinations().against(number).ifPresent(bar -> complain(at, bar.code(), bar.words()));
        }
    }

    /** Who asked the receptionist for a person wants no receptionist again. */
    private void lookForReturns() {
        Set<String> seen = new HashSet<>();
        var open = new ArrayDeque<String>();
        if (plan.operator() != null) {
            open.push(plan.operator());
        }
        // Answers where the plan names nobody, and where whom it names is gone.
        if (around.operator() != null) {
            open.push(Node.Extension.keyOf(around.operator()));
        }
        while (!open.isEmpty()) {
            String key = open.pop();
            if (!seen.add(key)) {
                continue;
            }
            Node node = plan.at(key).orElse(null);
            if (node instanceof Node.Receptionist) {
                complain("/operator", "back_to_receptionist", "leads back to the receptionist, at \"" + key + "\"");
                return;
            }
            Stream.ofNullable(node).flatMap(found -> ways(key, found)).forEach(open::push);
        }
    }

    private Stream<String> ways(String key, Node node) {
        return switch (node) {
            case Node.Extension(var ext, var otherwise) -> {
                var rules = plan.rulesOf(ext);
                yield Stream.of(
                                Stream.ofNullable(otherwise),
                                Stream.ofNullable(rules.closed()),
                                Stream.ofNullable(rules.otherwise()))
                        .flatMap(ways -> ways);
            }
            case Node.Menu menu
            when menu.extensions() ->
                Stream.concat(
                        Exit.of(key, menu).map(Exit::to),
                        around.extensions().stream().map(Node.Extension::keyOf));
            default -> Exit.of(key, node).map(Exit::to);
        };
    }
}
