package io.cloudpbx.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What was changed where, without what: whoever looks at it asks, and is shown what they may see. */
@Component
public class Changes {
    private static final Logger log = LoggerFactory.getLogger(Changes.class);
    private static final int LONGEST = 200;

    private final NewsDesk newsDesk;

    Changes(NewsDesk newsDesk) {
        this.newsDesk = newsDesk;
    }

    /**
     * Tells it, or lets it be: what was changed stays so all the same, and is seen when it is looked at again.
     *
     * @param path under which it was changed
     * @param page whose change it is; null when it is no page's
     */
    public void tell(String path, @Nullable String page) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("path", path.substring(0, Math.min(path.length(), LONGEST)));
        if (page != null) {
            data.put("by", page);
        }
        try {
            newsDesk.tell("changed", data);
        } catch (DataAccessException | TransactionException away) {
            log.warn("That {} was changed could not be told: {}", data.get("path"), away.getMessage());
        }
    }
}
