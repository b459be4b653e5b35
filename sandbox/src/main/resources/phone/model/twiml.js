/**
 * TwiML for reading, not for running: a scanner that also shows what is not well-formed.
 *
 * @typedef {{ name: string, attributes: Array<[string, string]>, closes: boolean, empty: boolean }} Tag
 * @typedef {{ depth: number, tag: Tag | null, text: string }} Line
 */

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z][\w:.-]*)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+|<)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** @param {string} xml @returns {Line[]} one tag or text per line, with its depth */
export function twimlLines(xml) {
  const lines = [];
  let depth = 0;
  for (const token of xml.matchAll(TOKEN)) {
    const [whole, cdata, slash, name, rest, empty, text] = token;
    if (name) {
      if (slash) depth = Math.max(0, depth - 1);
      const tag = { name, attributes: attributes(rest), closes: slash === '/', empty: empty === '/' };
      lines.push({ depth, tag, text: '' });
      if (!slash && !empty) depth++;
    } else if (cdata !== undefined || text?.trim()) {
      lines.push({ depth, tag: null, text: cdata ?? decoded(text.trim()) });
    } else if (whole.startsWith('<?') || whole.startsWith('<!--')) {
      lines.push({ depth, tag: null, text: whole });
    }
  }
  return lines;
}

function attributes(text) {
  return [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name, decoded(double ?? single)]);
}

function decoded(text) {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What of a verb tells most at a glance. */
const TELLING = {
  Gather: ['input'],
  Play: ['digits'],
  Pause: ['length'],
  Record: ['maxLength'],
  Dial: ['timeout'],
  Reject: ['reason'],
};

/**
 * The verbs of a document as short words: `<Gather speech dtmf>`, `<Dial> +14155550120`.
 *
 * @param {string} xml
 * @returns {string[]}
 */
export function verbs(xml) {
  const lines = twimlLines(xml);
  return lines.flatMap((line, i) => {
    const { tag, depth } = line;
    if (tag === null || tag.closes || depth < 1 || depth > 2) return [];
    if (depth === 2) return ['Say', 'Play', 'Pause', 'Number'].includes(tag.name) ? [verb(tag, lines[i + 1])] : [];
    return [verb(tag, lines[i + 1])];
  });
}

function verb(tag, following) {
  const words = (TELLING[tag.name] ?? []).flatMap((name) => {
    const found = tag.attributes.find(([key]) => key === name);
    return found ? [found[1]] : [];
  });
  const inner = ['Dial', 'Number', 'Redirect'].includes(tag.name) && following?.tag === null ? ` ${following.text}` : '';
  return `<${[tag.name, ...words].join(' ')}>${inner}`;
}
