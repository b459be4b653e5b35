package io.cloudpbx.calls;

import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Whether this node can take calls: its database answers, and the main number points at us. */
@Service
public class Readiness {
    private final Numbers numbers;

    Readiness(Numbers numbers) {
        this.numbers = numbers;
    }

    /** One condition; the detail is a sentence without secrets or phone numbers, as anybody may read it. */
    public record Check(boolean passed, String detail) {}

    public Map<String, Check> checks() {
        var checks = new LinkedHashMap<String, Check>();
        try {
            var main = numbers.main();
            checks.put("database", new Check(true, "answers"));
            checks.put("mainNumber", mainNumber(main));
        } catch (DataAccessException | TransactionException down) {
            checks.put("database", new Check(false, "does not answer"));
        }
        return checks;
    }

    private static Check mainNumber(Optional<OwnNumber> main) {
        return main.map(number -> switch (number.state()) {
                    case READY -> new Check(true, "points at this server");
                    case SEARCHING, BUYING, CHECKING ->
                        number.carrierId() == null
                                ? new Check(false, "is being set up at the carrier")
                                : new Check(true, "is ours and being checked at the carrier");
                    case FAILED, RELEASING, RELEASED -> new Check(false, "could not be set up; see Numbers");
                })
                .orElseGet(() -> new Check(false, "is not set up yet"));
    }
}
