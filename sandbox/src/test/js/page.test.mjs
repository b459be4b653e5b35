import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '../../main/resources/phone');
const files = readdirSync(PAGE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(PAGE, join(entry.parentPath ?? entry.path, entry.name)));
const read = (file) => readFileSync(join(PAGE, file), 'utf8');
const own = files.filter((file) => file.endsWith('.js') && !file.startsWith('vendor'));
const imports = (file) => [...read(file).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, path]) => path);

test('every import is relative and leads to a file', () => {
  for (const file of own) {
    for (const path of imports(file)) {
      assert.ok(path.startsWith('.'), `${file} imports ${path}`);
      assert.ok(files.includes(join(dirname(file), path)), `${file} imports ${path}`);
    }
  }
});

test('models know nothing of the page, and views nothing of the line', () => {
  for (const file of own) {
    const known = imports(file).map((path) => join(dirname(file), path));
    if (file.startsWith('model/')) assert.ok(known.every((path) => path.startsWith('model/')), file);
    if (file.startsWith('views/')) assert.ok(known.every((path) => !path.startsWith('sound/') && path !== 'line.js'), file);
    if (!/^lib\.js$/.test(file)) assert.ok(known.every((path) => !path.startsWith('vendor')), file);
  }
});

test('no script writes markup, no markup carries script or style', () => {
  for (const file of own) {
    assert.doesNotMatch(read(file), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|unsafeHTML|unsafeSVG|DOMParser/, file);
    assert.doesNotMatch(read(file), /\sstyle="/, file);
  }
  assert.doesNotMatch(read('index.html'), /<script(?![^>]*src=)|<style|\son\w+=|\sstyle=/);
});

test('no file outgrows its budget', () => {
  for (const file of own) assert.ok(read(file).split('\n').length <= 250, file);
});

test('every icon that is shown is in the sprite', () => {
  const sprite = new Set([...read('icons.svg').matchAll(/symbol id="([^"]+)"/g)].map(([, id]) => id));
  const named = own.flatMap((file) => [...read(file).matchAll(/\b(?:icon|avatar|empty)\('([\w-]+)'|\b(?:name|icon): '([a-z-]+)'/g)].map((m) => m[1] ?? m[2]));
  assert.ok(named.length > 20);
  for (const name of named) assert.ok(sprite.has(name), name);
});

test('vendored files are what their list says, and nothing else is there', () => {
  const listed = new Map([...read('vendor/README.md').matchAll(/\| `([^`]+)` \| `([0-9a-f]{64})` \|/g)].map(([, file, hash]) => [`vendor/${file}`, hash]));
  const present = files.filter((file) => file.startsWith('vendor') && /\.(js|woff2)$/.test(file));
  assert.deepEqual([...listed.keys()].sort(), present.sort());
  for (const [file, hash] of listed) assert.equal(createHash('sha256').update(readFileSync(join(PAGE, file))).digest('hex'), hash, file);
});
