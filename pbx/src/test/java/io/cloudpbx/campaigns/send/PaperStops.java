package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** On paper who has said STOP. */
final class PaperStops implements StopList {
    private final PaperTables tables;
    private final Plant plant;
    private final Consumer<PhoneNumber> looks;

    PaperStops(PaperTables tables, Consumer<PhoneNumber> looks) {
        this(tables, Plant.NONE, looks);
    }

    /** @param looks told of whom somebody has looked for */
    PaperStops(PaperTables tables, Plant plant, Consumer<PhoneNumber> looks) {
        this.tables = tables;
        this.plant = plant;
        this.looks = looks;
    }

    @Override
    public boolean has(PhoneNumber number) {
        looks.accept(number);
        return plant != Plant.HEARS_NO_STOP && tables.optOuts.containsKey(number);
    }

    @Override
    public Set<PhoneNumber> among(Collection<PhoneNumber> numbers) {
        return numbers.stream().filter(this::has).collect(Collectors.toSet());
    }

    @Override
    public void add(Delivery refused) {
        tables.optOuts.putIfAbsent(refused.to(), tables.now());
    }
}
