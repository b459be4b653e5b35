package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The phones outside: what each does when it is rung, and which have somebody at them. */
public final class Handsets {
    private final Table<Behaviour> behaviours;
    private final Table<CallerTraits> traits;
    private final Map<String, Telephone> telephones = new ConcurrentHashMap<>();
    private final Map<Leg, Consumer<Telephone>> ringing = new ConcurrentHashMap<>();

    Handsets(CarrierState state) {
        this.behaviours = state.table("handset", Behaviour.class);
        this.traits = state.table("caller", CallerTraits.class);
    }

    public Behaviour behaviourOf(String number) {
        return behaviours.get(number).orElseGet(Behaviour.Person::new);
    }

    public void teach(String number, Behaviour behaviour) {
        behaviours.put(number, behaviour);
    }

    public void forget(String number) {
        behaviours.remove(number);
    }

    /** How calls from there arrive. */
    public CallerTraits traitsOf(String number) {
        return traits.get(number).orElse(CallerTraits.NONE);
    }

    public void describe(String number, CallerTraits how) {
        traits.put(number, how);
    }

    /** Somebody sits down at the phone; who sat there before is returned. */
    public Optional<Telephone> connect(String number, Telephone telephone) {
        Optional<Telephone> before = Optional.ofNullable(telephones.put(number, telephone));
        if (before.isEmpty()) {
            ringing.forEach((leg, rings) -> {
                if (leg.call().to().equals(number)) {
                    rings.accept(telephone);
                }
            });
        }
        return before;
    }

    public void disconnect(String number, Telephone telephone) {
        telephones.remove(number, telephone);
    }

    /** The number of a leg rings with nobody at the phone: who sits down there while it rings, is rung. */
    void ringWhoComes(Leg leg, Consumer<Telephone> rings) {
        ringing.put(leg, rings);
        leg.whenOver(() -> ringing.remove(leg));
    }

    Optional<Telephone> telephoneOf(String number) {
        return Optional.ofNullable(telephones.get(number));
    }
}
