package io.cloudpbx.calls.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Seals;
import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.json.PlanReader;
import io.cloudpbx.callflow.json.PlanWriter;
import io.cloudpbx.calls.flow.AnyCompany;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Dialled;
import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
    private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");
    private static final PhoneNumber DIRECT = new PhoneNumber("+14155550150");
    private static final PhoneNumber CALLER = new PhoneNumber("+13125550100");

    @TempDir
    Path data;

    private SnapshotFile file() {
        return new SnapshotFile(Seals.settings(data), Seals.in(data));
    }

    private static RoutingSnapshot snapshot(long seed) {
        var companies = new AnyCompany(new Random(seed));
        Plan plan = Stream.generate(() -> companies.soundPlan(NOW))
                .filter(SnapshotFileTest::canBeDrawn)
                .findFirst()
                .orElseThrow();
        CallSituation call = companies.callToAll(plan);
        var people = List.copyOf(call.directory().values());
        return new RoutingSnapshot(
                NOW,
                3,
                plan,
                List.of(new Closure("hours-1", NOW, null, "Avery")),
                new CompanySettings("Harbor Dental", ZoneId.of("America/Los_Angeles"), "110", 7),
                people,
                Map.of(DIRECT, people.getFirst().ext()),
                seed % 2 == 0,
                seed % 3 == 0);
    }

    /** Not everything that is sound may be written down as a draft. */
    private static boolean canBeDrawn(Plan plan) {
        try {
            return PlanReader.read(PlanWriter.write(plan)).equals(plan);
        } catch (Problem refused) {
            return false;
        }
    }

    @Test
    void whatever_can_be_published_is_read_as_it_was_written() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            file().write(snapshot(seed));

            assertThat(file().read()).contains(snapshot(seed));
        }
    }

    @Test
    void nobody_reads_it_without_the_key_or_sends_our_callers_elsewhere() throws Exception {
        file().write(snapshot(1));
        Path written = data.resolve("routing-snapshot");
        byte[] bytes = Files.readAllBytes(written);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Harbor", "1415555");

        bytes[bytes.length / 2] ^= 1;
        Files.write(written, bytes);

        assertThat(file().read()).isEmpty();
    }

    @Test
    void a_call_is_known_by_the_number_called_and_one_that_is_not_known_is_answered_like_the_main_number() {
        var snapshot = snapshot(1);

        assertThat(dialled(snapshot, DIRECT))
                .isEqualTo(new Dialled.Direct(snapshot.people().getFirst()));
        assertThat(dialled(snapshot, new PhoneNumber("+14155550159"))).isEqualTo(new Dialled.Main());
        var situation = snapshot.situation(new RoutingSnapshot.Known(CALLER, DIRECT, NOW, 4, 2), NOW.plusSeconds(9));
        assertThat(situation.listening()).isEqualTo(Listening.AWAY);
        assertThat(situation.operator()).contains(snapshot.callee("110").orElseThrow());
        assertThat(situation.routing().taken()).isEqualTo(4);
        assertThat(situation.lasted()).hasSeconds(9);
    }

    private static Dialled dialled(RoutingSnapshot snapshot, PhoneNumber to) {
        return snapshot.situation(new RoutingSnapshot.Known(CALLER, to, NOW, 0, 0), NOW)
                .dialled();
    }

    @Test
    void only_what_decides_calls_makes_it_another() {
        assertThat(snapshot(1).saysTheSameAs(snapshot(1).at(NOW.plusSeconds(5))))
                .isTrue();
        assertThat(snapshot(1).saysTheSameAs(snapshot(2))).isFalse();
    }
}
