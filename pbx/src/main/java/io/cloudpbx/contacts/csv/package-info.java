/** Files of rows (RFC 4180): read with limits and clear words for what is wrong, written so that no cell is a formula (T8). */
@NullMarked
@NamedInterface("csv")
package io.cloudpbx.contacts.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
