package io.cloudpbx.campaigns.content;

import io.cloudpbx.campaigns.flow.Shorteners;
import io.cloudpbx.campaigns.flow.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped (C26). The file says where each row is from and how sure that is. */
public final class ContentTable {
    private static final String FILE = "content-rules.json";
    private static final File SHIPPED = load();
    private static final Shorteners SHORTENERS =
            new Shorteners(Set.copyOf(SHIPPED.shorteners().hosts()));
    private static final List<Topic> TOPICS =
            SHIPPED.topics().stream().map(ContentTable::topic).toList();

    private record File(Hosts shorteners, List<Row> topics) {}

    private record Hosts(List<String> hosts) {}

    private record Row(String code, String name, @Nullable Integer refused, List<String> words) {}

    private ContentTable() {}

    public static Shorteners shorteners() {
        return SHORTENERS;
    }

    public static List<Topic> topics() {
        return TOPICS;
    }

    private static Topic topic(Row row) {
        return new Topic(row.code(), row.name(), row.refused(), row.words());
    }

    private static File load() {
        // Sources and marks in the file are for people.
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = ContentTable.class.getResourceAsStream(FILE)) {
            return json.readValue(
                    Objects.requireNonNull(file, FILE + " is missing: the program is not whole"), File.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
