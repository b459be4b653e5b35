package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Who gets the campaign and who looks after it: what they do, at any moment, beside what goes wrong by itself. */
final class People {
    /** Most of a campaign leaves within it. */
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Simulation simulation;
    private final World world;
    private final List<PhoneNumber> people;

    People(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.people = simulation.crowd().all();
    }

    void act() {
        sometimes(3, 0.4, EARLY, this::saysStop);
        sometimes(1, 0.3, EARLY, this::saysStart);
        sometimes(3, 0.3, EARLY, this::agreesOtherwise);
        sometimes(1, 0.2, EARLY, this::isBlocked);
        sometimes(1, 0.3, EARLY, () -> act(any(), "pauses", (course, id) -> course.pause(id, "Dana")));
        sometimes(1, 0.3, EARLY, () -> act(any(), "resumes", Course::resume));
        sometimes(1, 0.1, EARLY, () -> act(any(), "cancels", (course, id) -> course.cancel(id, "Dana")));
        sometimes(1, 0.1, EARLY, simulation::freeze);
        sometimes(4, 0.5, Simulation.ALL_TROUBLE, this::pressAgain);
        if (simulation.trouble().outages() > 0) {
            sometimes(1, 0.5, EARLY, () -> simulation.losesDatabase(world.upTo(Duration.ofSeconds(50))));
        }
        if (simulation.trouble().crashes() > 0) {
            sometimes(2, 0.7, EARLY, () -> simulation.anyNode().ifPresent(Node::die));
        }
        if (simulation.trouble().freezes() > 0) {
            sometimes(
                    2,
                    0.7,
                    EARLY,
                    () -> simulation.anyNode().ifPresent(node -> node.freeze(world.upTo(Duration.ofSeconds(90)))));
        }
    }

    private void sometimes(int most, double probability, Duration within, Runnable act) {
        for (int time = 0; time < most; time++) {
            if (world.happens(probability)) {
                world.in(world.upTo(within), act);
            }
        }
    }

    private void saysStop() {
        PhoneNumber person = world.oneOf(people);
        world.tell("%s says STOP", person.e164());
        simulation.tables().optOuts.putIfAbsent(person, world.instant());
        if (world.happens(0.8)) {
            simulation.carrier().block(person);
        }
    }

    private void saysStart() {
        PhoneNumber person = world.oneOf(people);
        world.tell("%s says START", person.e164());
        simulation.tables().optOuts.remove(person);
        simulation.carrier().unblock(person);
    }

    /** Some take their consent back, some give it. */
    private void agreesOtherwise() {
        PhoneNumber person = world.oneOf(people);
        Crowd.Agreed agreed = world.happens(0.7) ? Crowd.Agreed.NOTHING : world.oneOf(List.of(Crowd.Agreed.values()));
        world.tell("%s agrees to %s", person.e164(), agreed);
        simulation.crowd().agrees(person, agreed);
    }

    private void isBlocked() {
        simulation.carrier().block(world.oneOf(people));
    }

    private UUID any() {
        return world.oneOf(List.copyOf(simulation.tables().campaigns.keySet()));
    }

    void act(UUID campaign, String what, BiConsumer<Course, UUID> act) {
        simulation
                .anyNode()
                .ifPresent(node -> node.soon(() -> {
                    node.tell("has somebody who %s", what);
                    act.accept(node.course(), campaign);
                }));
    }

    private void pressAgain() {
        simulation.tables().rows().stream()
                .filter(row -> row.state == State.NOT_CONFIRMED)
                .findFirst()
                .ifPresent(row -> act(row.campaign, "sends again", (course, id) -> course.again(id, row.id)));
    }
}
