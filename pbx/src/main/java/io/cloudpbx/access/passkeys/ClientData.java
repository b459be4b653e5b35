package io.cloudpbx.access.passkeys;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser had a key sign (WebAuthn 3, section 5.8.1): for what, in answer to which challenge, and at which site. */
record ClientData(String type, String challenge, String origin, boolean framed) {
    static final String CREATE = "webauthn.create";
    static final String GET = "webauthn.get";

    private static final JsonMapper JSON = JsonMapper.shared();

    static Optional<ClientData> read(byte[] json) {
        try {
            JsonNode data = JSON.readTree(json);
            return Optional.of(new ClientData(
                    data.path("type").asString(""),
                    data.path("challenge").asString(""),
                    data.path("origin").asString(""),
                    data.path("crossOrigin").asBoolean(false)));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }
}
