const NAMES = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

/**
 * Text in which marks that embed or override writing direction are seen instead of obeyed, so that a caller's name
 * cannot make "gnp.exe" read as "exe.png". The two marks that real names need (U+200E, U+200F) stay.
 */
export const plain = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => `‹${NAMES[mark]}›`);
