package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.CarrierState;
import io.cloudpbx.sandbox.state.Table;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The phones outside: what each does when it is rung, and which have somebody at them. */
public final class Handsets {
    private final Table<Behaviour> behaviours;
    private final Map<String, Telephone> telephones = new ConcurrentHashMap<>();

    Handsets(CarrierState state) {
        this.behaviours = state.table("handset", Behaviour.class);
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

    /** Somebody sits down at the phone; who sat there before is returned. */
    public Optional<Telephone> connect(String number, Telephone telephone) {
        return Optional.ofNullable(telephones.put(number, telephone));
    }

    public void disconnect(String number, Telephone telephone) {
        telephones.remove(number, telephone);
    }

    Optional<Telephone> telephoneOf(String number) {
        return Optional.ofNullable(telephones.get(number));
    }
}
