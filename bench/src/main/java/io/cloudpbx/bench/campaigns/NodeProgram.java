package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.Programs;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a node is started. Most of what a trial costs is starting nodes, so the first one learns which classes a node needs and
 * leaves them in a cache, from which all others start in little more than half the processor time. What runs is the same.
 *
 * @param cache where; without it a node only starts more slowly
 */
record NodeProgram(Programs programs, Duration ahead, Path cache) {
    /** Of the one that learns, and writes the cache when it is told to end. */
    List<String> learning() {
        return command("-XX:AOTCacheOutput=" + cache);
    }

    List<String> command() {
        return command("-XX:AOTCache=" + cache);
    }

    private List<String> command(String caching) {
        List<String> command = new ArrayList<>(programs.java());
        command.addAll(List.of(caching, "-Xlog:aot*=off", "-Xlog:cds*=off"));
        // A node that lives for seconds has no use for the slow one of the two compilers.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", Afternoon.option(ahead)));
        command.addAll(List.of("-cp", ourJar() + ":" + programs.pbx(), Afternoon.class.getName()));
        return command;
    }

    private static Path ourJar() {
        try {
            return Path.of(Afternoon.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
