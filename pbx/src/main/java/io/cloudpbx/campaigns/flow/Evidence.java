package io.cloudpbx.campaigns.flow;

import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Grounds;
import io.cloudpbx.messaging.flow.Verdict;
import java.util.List;

/**
 * What is kept of a text that leaves, so that its words and its right to leave can be proven later (C24).
 *
 * @param checks the codes of all that was looked at; nothing leaves before each of them has passed
 * @param signature what it said besides the message, as the business was called then
 */
public record Evidence(Grounds grounds, List<String> checks, Signature signature) {
    public Evidence {
        checks = List.copyOf(checks);
    }

    public static Evidence of(Verdict.Send verdict, Signature signature) {
        return new Evidence(
                verdict.grounds(), verdict.checks().stream().map(Check::code).toList(), signature);
    }
}
