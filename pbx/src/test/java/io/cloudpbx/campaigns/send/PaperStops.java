package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.function.Consumer;

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
    public void add(Delivery refused) {
        tables.optOuts.putIfAbsent(refused.to(), tables.now());
    }
}
