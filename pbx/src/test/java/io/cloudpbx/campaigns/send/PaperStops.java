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
    private final Consumer<PhoneNumber> looks;

    /** @param looks told of whom somebody has looked for */
    PaperStops(PaperTables tables, Consumer<PhoneNumber> looks) {
        this.tables = tables;
        this.looks = looks;
    }

    @Override
    public boolean has(PhoneNumber number) {
        looks.accept(number);
        return tables.optOuts.containsKey(number);
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
