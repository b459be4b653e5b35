package io.cloudpbx.bench.campaigns;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What became of requests whose end nobody knew, by the program's own tables: told, never judged by.
 *
 * @param foundByReceipt the carrier's own news of it
 * @param foundInList the carrier's list had it
 * @param notConfirmed nobody had it in time, and it is said so
 * @param open it is still looked for
 */
record Doubts(int foundByReceipt, int foundInList, int notConfirmed, int open) {
    static Doubts in(Database database) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("""
                        select count(*) filter (where state = 'accepted' and told),
                            count(*) filter (where state = 'accepted' and not told),
                            count(*) filter (where state = 'not_found'),
                            count(*) filter (where state = 'unknown')
                        from (select a.state, exists (select from delivery_news n
                                  where n.token = a.token and n.at = a.settled_at) as told
                              from delivery_attempt a where a.detail <> '') as doubted""")) {
            counted.next();
            return new Doubts(counted.getInt(1), counted.getInt(2), counted.getInt(3), counted.getInt(4));
        }
    }

    int all() {
        return foundByReceipt + foundInList + notConfirmed + open;
    }
}
