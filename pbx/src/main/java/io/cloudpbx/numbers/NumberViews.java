package io.cloudpbx.numbers;

import io.cloudpbx.numbers.store.NumberRows;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about numbers. */
@Component
public class NumberViews {
    private final NumberRows rows;
    private final NumberUses uses;

    NumberViews(NumberRows rows, NumberUses uses) {
        this.rows = rows;
        this.uses = uses;
    }

    /** Ours or on their way to us or back, and what the company wished for in vain; the main number first. */
    public List<NumberView> held() {
        var inUse = uses.uses();
        return rows.shown().stream()
                .map(number -> NumberView.of(number, inUse.get(number.id())))
                .toList();
    }

    /** Any number we ever had. */
    public Optional<NumberView> find(UUID id) {
        return rows.find(id).map(number -> NumberView.of(number, uses.of(id).orElse(null)));
    }
}
