/**
 * What became of a text, word by word.
 *
 * @returns {{kind: 'same' | 'gone' | 'new', text: string}[]} neighbours of one kind are one
 */
export function difference(before, after) {
  const [old, fresh] = [words(before), words(after)];
  const common = lengths(old, fresh);
  const parts = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      add(parts, 'same', old[i]);
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
      add(parts, 'gone', old[i]);
      i += 1;
    } else {
      add(parts, 'new', fresh[j]);
      j += 1;
    }
  }
  return parts;
}

/** Words and the space between them, so that they can be put together again. */
const words = (text) => text.match(/\S+|\s+/g) ?? [];

/** How many words the rests of both from i and j on have in common, in order. */
function lengths(old, fresh) {
  const table = Array.from({ length: old.length + 1 }, () => new Array(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      table[i][j] = old[i] === fresh[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

function add(parts, kind, text) {
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}
