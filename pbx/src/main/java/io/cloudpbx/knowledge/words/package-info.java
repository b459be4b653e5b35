/** How what is known is put into words and found by them: languages, folded texts, stems, opening hours as a sentence. */
@NamedInterface("words")
@NullMarked
package io.cloudpbx.knowledge.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
