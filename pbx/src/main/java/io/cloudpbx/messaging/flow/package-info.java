/**
 * Pure decisions about texts: what an inbound one is, and whether an outbound one may go.
 *
 * <p>{@code Hearing} reads what came in and {@code TextGate} judges what would go out. Tables (quiet hours, area codes) are
 * values that the edge loads and hands in. The rules C… are those of {@code compliance.md}, S…, R… and T… those of {@code
 * security-and-reliability.md}.
 */
@NullMarked
@NamedInterface("flow")
package io.cloudpbx.messaging.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
