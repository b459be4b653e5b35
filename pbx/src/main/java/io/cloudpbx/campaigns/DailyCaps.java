package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.DayRows;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.numbers.NumberChanged;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has each number's daily cap stand where its texts are counted, so that nobody looks it up as they leave: in the transaction that
 * chooses it, and once for numbers that were there before anybody could.
 */
@Component
class DailyCaps implements Recurring {
    private final Numbers numbers;
    private final DayRows rows;

    DailyCaps(Numbers numbers, DayRows rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    @EventListener
    void on(NumberChanged changed) {
        numbers.find(changed.numberId()).ifPresent(this::keep);
    }

    @Override
    public String name() {
        return "campaigns.caps";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        numbers.held().forEach(this::keep);
    }

    private void keep(OwnNumber number) {
        var phone = number.number();
        if (phone != null) {
            rows.cap(phone, number.dailySegments());
        }
    }
}
