package io.cloudpbx.calls;

import io.cloudpbx.calls.CallView.InHands;
import io.cloudpbx.calls.store.HandlingRows;
import io.cloudpbx.extensions.Extensions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done with a call by whoever has the other side, as the API shows it. */
@Component
class HandsShown {
    private final HandlingRows rows;
    private final Extensions extensions;

    HandsShown(HandlingRows rows, Extensions extensions) {
        this.rows = rows;
        this.extensions = extensions;
    }

    @Nullable
    InHands of(Call call) {
        return Optional.of(call)
                .filter(Call::isLive)
                .flatMap(live -> rows.of(live.id()))
                .map(this::shown)
                .orElse(null);
    }

    private InHands shown(HandlingRows.Row row) {
        return new InHands(
                Call.text(row.stage()),
                Optional.ofNullable(row.colleagueId())
                        .flatMap(extensions::find)
                        .map(CallView::party)
                        .orElse(null),
                row.colleagueLeg() != null,
                row.slot());
    }
}
