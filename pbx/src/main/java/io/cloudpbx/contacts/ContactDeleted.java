package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.UUID;

/**
 * A person is to be forgotten (C39); published in the transaction, while their row is still there, so that whoever keeps
 * something about them deletes it in the same.
 */
public record ContactDeleted(UUID contactId, List<PhoneNumber> numbers) {}
