package io.cloudpbx.bench;

import io.cloudpbx.bench.campaigns.CampaignsBench;
import io.cloudpbx.bench.messages.MessagesBench;
import io.cloudpbx.bench.receptionist.ReceptionistBench;
import io.cloudpbx.bench.routing.RoutingBench;
import java.util.List;
import java.util.Set;

/**
 * {@code ./cloudpbx bench}: {@code sandbox} and {@code inbox} measure, {@code campaigns} kills, {@code messages} and {@code receptionist} score. Ends
 * with 0 when all went well, with 2 when
 * it was asked for something that there is not, else with what the command says.
 */
final class Main {
    static final String CUSTOMER = "customer";

    private static final String USAGE = """
            Say what to measure:
              ./cloudpbx bench sandbox [--texts 20000] [--calls 500] [--soak 1]
              ./cloudpbx bench inbox [--rate 200] [--seconds 60] [--assistant off]
              ./cloudpbx bench audience [--rows 1000000]
              ./cloudpbx bench analytics [--calls 5000000]
              ./cloudpbx bench routing [--seconds 5]
              ./cloudpbx bench webhooks [--rate 500] [--seconds 60]
              ./cloudpbx bench pace [--senders 500] [--rate 1] [--seconds 60]
              ./cloudpbx bench campaigns [--kills 100] [--recipients 10000] [--nodes 2] [--seed N]
              ./cloudpbx bench messages [--threads T.jsonl --answers OUT.jsonl]
              ./cloudpbx bench receptionist [--directory D.json --utterances U.jsonl --answers OUT.jsonl]""";

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        try {
            int code = run(
                    words.isEmpty() ? "" : words.getFirst(),
                    words.stream().skip(1).toList());
            if (code != 0) {
                System.exit(code);
            }
        } catch (IllegalArgumentException nonsense) {
            System.err.println(nonsense.getMessage());
            System.exit(2);
        }
    }

    private static int run(String what, List<String> words) throws Exception {
        return switch (what) {
            case CUSTOMER -> {
                Customer.run();
                yield 0;
            }
            case "sandbox" -> sandbox(Options.of(words, Set.of("texts", "calls", "soak")));
            case "inbox" -> inbox(Options.of(words, Set.of("rate", "seconds", "assistant")));
            case "audience" -> audience(Options.of(words, Set.of("rows")));
            case "analytics" -> {
                new AnalyticsBench(Programs.given())
                        .run(Options.of(words, Set.of("calls")).number("calls", 5_000_000, 1_000));
                yield 0;
            }
            case "routing" -> {
                RoutingBench.run(Options.of(words, Set.of("seconds")).number("seconds", 5, 1));
                yield 0;
            }
            case "webhooks" -> webhooks(Options.of(words, Set.of("rate", "seconds")));
            case "pace" -> pace(Options.of(words, Set.of("senders", "rate", "seconds")));
            case "campaigns" ->
                CampaignsBench.run(Options.of(words, CampaignsBench.OPTIONS), Programs.given(), System.out);
            case "messages" -> MessagesBench.run(Options.of(words, MessagesBench.OPTIONS), System.out, System.err);
            case "receptionist" ->
                ReceptionistBench.run(Options.of(words, ReceptionistBench.OPTIONS), System.out, System.err);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static int sandbox(Options options) throws Exception {
        new SandboxBench(Programs.given())
                .run(options.number("texts", 20_000, 1), options.number("calls", 500, 1), options.number("soak", 1, 0));
        return 0;
    }

    private static int audience(Options options) throws Exception {
        boolean fast = new AudienceBench(Programs.given()).run(options.number("rows", 1_000_000, 10_000));
        return fast ? 0 : 1;
    }

    private static int webhooks(Options options) throws Exception {
        int rate = options.number("rate", 500, 10);
        int seconds = options.number("seconds", 60, 5);
        if (rate > 5_000 || seconds > 600) {
            throw new IllegalArgumentException("--rate is at most 5000, and --seconds at most 600");
        }
        new WebhooksBench(Programs.given()).run(rate, seconds);
        return 0;
    }

    private static int pace(Options options) throws Exception {
        boolean kept = new PaceBench(Programs.given())
                .run(options.number("senders", 500, 1), options.number("rate", 1, 1), options.number("seconds", 60, 1));
        return kept ? 0 : 1;
    }

    private static int inbox(Options options) throws Exception {
        String assistant = options.text("assistant").orElse("off");
        if (!Set.of("on", "off").contains(assistant)) {
            throw new IllegalArgumentException("--assistant is on or off");
        }
        new InboxBench(Programs.given())
                .run(options.number("rate", 200, 2), options.number("seconds", 60, 1), assistant.equals("on"));
        return 0;
    }
}
