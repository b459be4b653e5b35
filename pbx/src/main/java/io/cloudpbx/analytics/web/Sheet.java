package io.cloudpbx.analytics.web;

import io.cloudpbx.listing.CsvOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Figures as rows of a file: what part they are of, whose they are, and each figure by its name in the API. */
final class Sheet {
    private static final List<String> COLUMNS = List.of("part", "of", "figure", "value");

    private final List<List<String>> rows = new ArrayList<>();

    /** @param value empty in the file when it is null */
    Sheet add(String part, String of, String figure, @Nullable Object value) {
        rows.add(List.of(part, of, figure, Objects.toString(value, "")));
        return this;
    }

    List<List<String>> rows() {
        return List.copyOf(rows);
    }

    void write(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (var file = new CsvOutput(response.getOutputStream())) {
            file.row(COLUMNS);
            rows.forEach(file::row);
        }
    }
}
