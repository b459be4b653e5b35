package io.cloudpbx.listing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list asks of its rows, as SQL with named values. Only what is asked for stands in it, so that the database plans for that. */
public final class Conditions {
    private final List<String> texts;
    private final Map<String, Object> values;

    private Conditions(List<String> texts, Map<String, Object> values) {
        this.texts = texts;
        this.values = values;
    }

    public static Conditions none() {
        return new Conditions(List.of("true"), Map.of());
    }

    public Conditions and(String text) {
        return new Conditions(joined(texts, List.of(text)), values);
    }

    public Conditions and(String text, String name, Object value) {
        return and(text).with(name, value);
    }

    public Conditions and(Conditions others) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(others.values);
        return new Conditions(joined(texts, others.texts), all);
    }

    /** Either of them. */
    public Conditions or(Conditions others) {
        Conditions both = and(others);
        return new Conditions(List.of("((" + text() + ") or (" + others.text() + "))"), both.values);
    }

    /** The others after all that stands here. */
    public Conditions then(Conditions others) {
        return new Conditions(List.of(text() + others.text()), and(others).values);
    }

    /** All of them within a text. */
    public Conditions as(String before, String then) {
        return new Conditions(List.of(before + text() + then), values);
    }

    /** A value that is named in a condition, or in what stands around them. */
    public Conditions with(String name, Object value) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(name, value);
        return new Conditions(texts, all);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Nothing is asked where the value is null. @param text with {@code :name} in it */
    public Conditions given(String text, String name, @Nullable Object value) {
        return value == null ? this : and(text, name, value);
    }

    /** Within a time. @param at the column */
    public Conditions within(String at, @Nullable Instant from, @Nullable Instant until) {
        return given(at + " >= :from", "from", from == null ? null : from.atOffset(ZoneOffset.UTC))
                .given(at + " < :until", "until", until == null ? null : until.atOffset(ZoneOffset.UTC));
    }

    /** What follows the cursor in a list whose newest come first. */
    public Conditions after(String at, @Nullable Cursor cursor) {
        return cursor == null ? this : beside("(" + at + ", id) < ", "after", cursor);
    }

    /** Down to the cursor, itself included. */
    public Conditions downTo(String at, @Nullable Cursor cursor) {
        return cursor == null ? this : beside("(" + at + ", id) >= ", "floor", cursor);
    }

    private Conditions beside(String comparison, String name, Cursor cursor) {
        return and(
                        comparison + "(:" + name + ", :" + name + "Id)",
                        name,
                        cursor.at().atOffset(ZoneOffset.UTC))
                .with(name + "Id", cursor.id());
    }

    public String text() {
        return String.join(" and ", texts);
    }

    public Map<String, Object> values() {
        return values;
    }
}
