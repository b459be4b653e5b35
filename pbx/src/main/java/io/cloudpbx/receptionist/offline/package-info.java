/**
 * The receptionist that hears without Claude ({@code ai-receptionist.md} sections 6 and 8): rules, word lists and the sound of
 * names, in English and Spanish. It knows no clock but the turn's and asks nobody; the same words have the same end.
 *
 * <pre>
 * speech   what was said: its words, and what in it is a slip, an introduction, a slot for a name
 * sound    how names sound, and how alike two are
 * roster   who is there: people and departments, ready to be found
 * </pre>
 */
@NullMarked
package io.cloudpbx.receptionist.offline;

import org.jspecify.annotations.NullMarked;
