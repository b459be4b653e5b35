package io.cloudpbx.claude.store;

import io.cloudpbx.claude.Account;
import io.cloudpbx.claude.Asker;
import io.cloudpbx.claude.Cost;
import io.cloudpbx.claude.Spending;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code claude_question}: each question with what it cost, or may have. All sums are made from it. */
@Repository
public class QuestionRows {
    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Account account(Asker asker, LocalDate today) {
        return jdbc.sql("""
                        select
                            (select count(*) from claude_question
                             where number = :number and day = :today and call_id is null) as texts,
                            (select count(distinct call_id) from claude_question
                             where number = :number and day = :today and call_id <> :call) as calls,
                            (select coalesce(sum(tokens_read), 0) from claude_question where call_id = :call) as read,
                            (select coalesce(sum(tokens_written), 0) from claude_question where call_id = :call) as written,
                            (select coalesce(sum(dollars), 0) from claude_question where day = :today) as today,
                            (select coalesce(sum(dollars), 0) from claude_question where day between :first and :today)
                                as month""")
                .param("number", asker.number())
                .param("call", call(asker))
                .param("today", today)
                .param("first", today.withDayOfMonth(1))
                .query((row, index) -> new Account(
                        row.getInt("texts"),
                        row.getInt("calls"),
                        row.getLong("read"),
                        row.getLong("written"),
                        row.getBigDecimal("today"),
                        row.getBigDecimal("month")))
                .single();
    }

    private static @Nullable UUID call(Asker asker) {
        return switch (asker) {
            case Asker.Texter texter -> null;
            case Asker.Caller caller -> caller.call();
            case Asker.Reviewer reviewer -> null;
        };
    }

    /** @return its id */
    public UUID add(Asker asker, LocalDate day, Instant at, Cost most) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into claude_question (id, day, at, number, call_id, tokens_read, tokens_written, dollars)
                        values (:id, :day, :at, nullif(:number, ''), :call, :read, :written, :dollars)""")
                .param("id", id)
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("number", asker.number())
                .param("call", call(asker))
                .param("read", most.read())
                .param("written", most.written())
                .param("dollars", most.dollars())
                .update();
        return id;
    }

    public void settle(UUID id, Cost cost) {
        jdbc.sql("""
                        update claude_question
                        set tokens_read = :read, tokens_written = :written, dollars = :dollars, settled = true
                        where id = :id""")
                .param("id", id)
                .param("read", cost.read())
                .param("written", cost.written())
                .param("dollars", cost.dollars())
                .update();
    }

    public void remove(UUID id) {
        jdbc.sql("delete from claude_question where id = :id").param("id", id).update();
    }

    public Spending since(LocalDate day) {
        return jdbc.sql(
                        "select count(*) as questions, coalesce(sum(dollars), 0) as dollars from claude_question where day >= :day")
                .param("day", day)
                .query((row, index) -> new Spending(row.getInt("questions"), row.getBigDecimal("dollars")))
                .single();
    }

    public void forget(String number) {
        jdbc.sql("update claude_question set number = null where number = :number")
                .param("number", number)
                .update();
    }

    public void forgetBefore(Instant oldest) {
        jdbc.sql("update claude_question set number = null where number is not null and at < :oldest")
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .update();
    }
}
