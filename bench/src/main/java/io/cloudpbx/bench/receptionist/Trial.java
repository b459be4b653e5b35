package io.cloudpbx.bench.receptionist;

import io.cloudpbx.receptionist.offline.OfflineReceptionist;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The receptionist at one company. */
final class Trial {
    /** Enough that times are those of a program that has been running for a while. */
    private static final int WARM_UP = 60;

    private static final List<String> TRIED = List.of(
            "can I talk to somebody in billing",
            "quiero hablar con alguien de ventas",
            "is Maria there",
            "what are your hours",
            "uh hello");

    private final OfflineReceptionist receptionist = new OfflineReceptionist();
    private final Company company;

    Trial(Company company) {
        this.company = company;
        for (int i = 0; i < WARM_UP; i++) {
            hear(TRIED.get(i % TRIED.size()));
        }
    }

    Outcome hear(String text) {
        return Outcome.of(receptionist.decide(company.firstTurn(text)), company);
    }

    ObjectNode answer(Row row) {
        Outcome outcome = hear(row.text());
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.set("id", row.id());
        answer.put("action", outcome.action());
        if (outcome.target() != null) {
            answer.put("target", outcome.target());
        }
        if (!outcome.candidates().isEmpty()) {
            outcome.candidates().forEach(answer.putArray("candidates")::add);
        }
        answer.put("ms", Math.round(outcome.millis() * 1000) / 1000.0);
        return answer;
    }
}
