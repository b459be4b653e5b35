import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { explain } from '../../main/resources/console/model/errors.js';
import { faultLine, faultPlace, PRESETS } from '../../main/resources/console/model/faults.js';
import { needs } from '../../main/resources/console/model/needs.js';
import { addressOf, placeOf, SECTIONS } from '../../main/resources/console/model/place.js';
import { showLength, showNumber, tone, words } from '../../main/resources/console/model/show.js';
import { isTwiml, outcome, pathOf, story } from '../../main/resources/console/model/story.js';

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '../../main/resources/console');
const files = readdirSync(PAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
  .map((entry) => relative(PAGE, join(entry.parentPath ?? entry.path, entry.name)));
const read = (file) => readFileSync(join(PAGE, file), 'utf8');
const imports = (file) => [...read(file).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, path]) => path);

test('every import is relative and leads to a file, of the page or of the phone beside it', () => {
  for (const file of files) {
    for (const path of imports(file)) assert.ok(path.startsWith('.') && existsSync(join(PAGE, dirname(file), path)), `${file} imports ${path}`);
  }
});

test('models know nothing of the page, views nothing of the carrier', () => {
  for (const file of files) {
    const known = imports(file).map((path) => join(dirname(file), path));
    if (file.startsWith('model/')) assert.ok(known.every((path) => path.startsWith('model/')), file);
    if (file.startsWith('views/')) assert.ok(!known.includes('api.js') && known.every((path) => !path.includes('vendor')), file);
  }
});

test('no script writes markup, and no file outgrows its budget', () => {
  for (const file of files) {
    assert.doesNotMatch(read(file), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|unsafeHTML|unsafeSVG|DOMParser|\sstyle="/, file);
    assert.ok(read(file).split('\n').length <= 250, file);
  }
  assert.doesNotMatch(read('../console/index.html'), /<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/);
});

test('every icon that is shown is in the sprite', () => {
  const sprite = new Set([...readFileSync(join(PAGE, '../phone/icons.svg'), 'utf8').matchAll(/symbol id="([^"]+)"/g)].map(([, id]) => id));
  const named = files.flatMap((file) => [...read(file).matchAll(/\b(?:icon|empty)\('([\w-]+)'|\bname: '([a-z-]+)'/g)].map((m) => m[1] ?? m[2]));
  assert.ok(named.length > 15);
  for (const name of named) assert.ok(sprite.has(name), name);
});

test('an address leads to where it came from, and anything else to the overview', () => {
  for (const section of SECTIONS) assert.deepEqual(placeOf(addressOf(section, '+1 415/x%')), { section, item: '+1 415/x%' });
  assert.deepEqual(placeOf('#nowhere/1'), { section: 'overview', item: '' });
  assert.deepEqual(placeOf(''), { section: 'overview', item: '' });
});

test('only what a place shows is asked', () => {
  assert.deepEqual(Object.keys(needs({ section: 'errors', item: '' })), ['time', 'alerts']);
  assert.equal(needs({ section: 'calls', item: 'CA1' })['transcript CA1'], 'calls/CA1/transcript');
  assert.equal(needs({ section: 'overview', item: '+14155550148' })['screen +14155550148'], 'handsets/%2B14155550148/texts');
  assert.ok(Object.keys(needs({ section: 'time', item: '' })).includes('ledger text.delivered'));
});

test('values are shown as people read them', () => {
  assert.equal(showNumber('+14155550100'), '(415) 555-0100');
  assert.equal(showNumber('+442071838750'), '+442071838750');
  assert.equal(showNumber(null), '–');
  assert.equal(showLength({ startedAt: '2026-03-01T10:00:00Z', endedAt: '2026-03-01T10:01:05Z' }, null), '1:05');
  assert.equal(showLength({ startedAt: '2026-03-01T10:00:00Z', endedAt: null }, '2026-03-01T10:00:09Z'), '0:09');
  assert.equal(showLength({ startedAt: null, endedAt: null }, '2026-03-01T10:00:09Z'), '–');
  assert.equal(words('in-progress'), 'In progress');
  assert.deepEqual(['delivered', 'failed', 'queued', 'sent'].map(tone), ['good', 'bad', 'busy', 'plain']);
});

test('a call is told in the order of time, with the requests about all of its legs and of no other call', () => {
  const transcript = { entries: [{ at: '2026-03-01T10:00:02Z', party: 'business', leg: 'CA2', event: 'said', text: 'Welcome' }] };
  const hook = (resourceSid, at, status) => ({ resourceSid, at, method: 'POST', url: 'http://pbx.example/voice?x=1', status, tookMs: 5, errorCode: status === 200 ? null : 11200 });
  const webhooks = { webhooks: [hook('CA1', '2026-03-01T10:00:03Z', 500), hook('CA2', '2026-03-01T10:00:01Z', 200), hook('CA9', '2026-03-01T10:00:01Z', 200)] };

  const rows = story('CA1', transcript, webhooks);

  assert.deepEqual(rows.map(({ kind }) => kind), ['request', 'business', 'error']);
  assert.deepEqual(rows.map(({ title }) => title), ['POST /voice?x=1', 'Business said', 'POST /voice?x=1']);
  assert.deepEqual(story('CA1', null, undefined), []);
});

test('answers are told apart', () => {
  assert.equal(outcome({ status: 0, tookMs: 9 }), 'no answer in 9 ms');
  assert.equal(pathOf('no url'), 'no url');
  assert.ok(isTwiml({ contentType: 'text/xml', body: '<Response/>' }));
  assert.ok(!isTwiml({ contentType: 'text/plain', body: '<Response/>' }));
});

test('each preset has a rule with a place and a fault, and a line that says so', () => {
  assert.equal(new Set(PRESETS.map(({ title }) => title)).size, PRESETS.length);
  for (const { rule } of PRESETS) {
    assert.ok(rule.where.part && rule.what.fault);
    assert.match(faultLine(rule), /\w/);
    assert.match(faultPlace(rule), /\w/);
  }
  assert.equal(faultPlace({ where: { part: 'receipt', number: null }, howOften: { probability: 0.5, count: null } }), 'Receipts · probability 0.5');
});

test('a code is explained, and an unknown one is not pretended to be known', () => {
  assert.match(explain(11200).remedy, /15 seconds/);
  assert.match(explain(99999).remedy, /99999/);
});
