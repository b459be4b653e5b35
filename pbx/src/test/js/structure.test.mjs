import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dynamics, files, firstRoute, resolve, root, statics, text } from './graph.mjs';

const all = files();
const modules = all.filter((path) => path.endsWith('.js'));
const own = modules.filter((path) => !path.startsWith('vendor/'));
const pages = ['dashboard', 'firststeps', 'inbox', 'campaigns', 'contacts', 'calls', 'voicemail', 'callflow', 'receptionist', 'extensions', 'numbers', 'analytics', 'phone', 'settings', 'access', 'apidocs'];
const folder = (path) => path.split('/')[0];

const FACADE = ['lib/html.js', 'lib/bound.js'];

/** Why a module may not import another, or null when it may. */
function forbidden(from, to) {
  const [here, there] = [folder(from), folder(to)];
  if (there === 'vendor') return here === 'vendor' || FACADE.includes(from) ? null : 'only the façade reaches vendor';
  if (here === 'lib' && there !== 'lib') return 'lib knows only lib';
  if (here === 'components' && !['lib', 'components'].includes(there)) return 'components know lib and components';
  if (pages.includes(here) && ![here, 'lib', 'components'].includes(there)) return 'pages do not know each other';
  return null;
}

const SINKS = /\b(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b|document\.write|\beval\s*\(|new Function|javascript:/;

test('every import is relative and leads to a file', () => {
  for (const from of modules) {
    for (const specifier of [...statics(from), ...dynamics(from)]) {
      assert.match(specifier, /^\.{1,2}\//, `${from} imports ${specifier}`);
      assert.ok(existsSync(join(root, resolve(from, specifier))), `${from} imports ${specifier}, which is not there`);
    }
  }
});

/** What an engine has to say against the modules it is given as {path: source}. */
const READER = `
  const { SourceTextModule } = await import('node:vm');
  const sources = JSON.parse(await new Response(process.stdin).text());
  for (const [path, source] of Object.entries(sources)) {
    try { new SourceTextModule(source); } catch (error) { console.log(path + ': ' + error.message); }
  }`;

const unreadable = (sources) =>
  spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '-e', READER], {
    input: JSON.stringify(sources),
    encoding: 'utf8',
  });

test('every module can be read by an engine', () => {
  assert.match(unreadable({ broken: 'export const broken = () => (;' }).stdout, /^broken: /);
  const { status, stdout, stderr } = unreadable(Object.fromEntries(own.map((path) => [path, text(path)])));
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});

/** What a module offers by name. */
const offered = (path) =>
  new Set([
    ...[...text(path).matchAll(/^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm)].map((match) => match[1]),
    ...[...text(path).matchAll(/export ?\{([^}]+)\}/g)].flatMap((match) => match[1].split(',').map((name) => name.trim().split(' as ').at(-1))),
  ]);

test('every name that is imported is offered', () => {
  for (const from of own) {
    for (const [, names, specifier] of text(from).matchAll(/^(?:import|export) \{([^}]+)\} from '([^']+)'/gm)) {
      const there = offered(resolve(from, specifier));
      for (const name of names.split(',').map((each) => each.trim().split(' as ')[0]).filter(Boolean)) {
        assert.ok(there.has(name), `${from} imports ${name}, which ${specifier} does not offer`);
      }
    }
  }
});

test('pages import lib and components, never each other', () => {
  for (const from of own) {
    for (const specifier of [...statics(from), ...dynamics(from)]) {
      if (from === 'app.js') continue;
      assert.equal(forbidden(from, resolve(from, specifier)), null, `${from} imports ${specifier}`);
    }
  }
});

test('the rule about imports can fail', () => {
  assert.ok(forbidden('calls/page.js', 'voicemail/model.js'));
  assert.ok(forbidden('lib/data.js', 'components/icon/icon.js'));
  assert.ok(forbidden('components/chart/chart.js', 'dashboard/model.js'));
  assert.ok(forbidden('calls/page.js', 'vendor/lit-html/lit-html.js'));
  assert.equal(forbidden('calls/page.js', 'calls/model.js'), null);
});

test('models are pure: they know neither the page nor the network', () => {
  for (const path of own.filter((name) => name.endsWith('model.js'))) {
    assert.doesNotMatch(text(path), /\b(document|window|fetch|localStorage)\b\s*[.(]/, path);
    for (const specifier of statics(path)) assert.match(specifier, /lib\/(format|figures|phrases|calendar|countries|week)\.js$/, `${path} imports ${specifier}`);
  }
});

test('no module turns text into markup or code', () => {
  for (const path of own.filter((name) => name !== 'lib/html.js')) assert.doesNotMatch(text(path), SINKS, path);
  for (const sink of ['a.innerHTML = b', 'document.write(x)', 'eval (x)', 'new Function(x)']) assert.match(sink, SINKS);
});

test('templates carry no inline style, which the policy would block', () => {
  for (const path of own) assert.doesNotMatch(text(path), /[^.]\bstyle=\$?["{]|<style\b/, path);
  assert.doesNotMatch(text('index.html'), /style=|<style|<script>(?!<)|\son\w+=/);
});

test('files stay small', () => {
  for (const path of own) {
    const lines = text(path).split('\n').length;
    assert.ok(lines <= 250, `${path} has ${lines} lines`);
  }
});

test('vendored files are the ones the list names', () => {
  const rows = [...text('vendor/README.md').matchAll(/^\| `([^`]+)` \|.*`([0-9a-f]{64})` \|$/gm)];
  const listed = new Map(rows.map(([, path, sum]) => [`vendor/${path}`, sum]));
  const there = all.filter((path) => path.startsWith('vendor/') && !/LICENSE$|README\.md$/.test(path));
  assert.deepEqual([...listed.keys()].sort(), there.sort());
  for (const [path, sum] of listed) {
    assert.equal(createHash('sha256').update(readFileSync(join(root, path))).digest('hex'), sum, path);
  }
});

test('the first page asks for its whole import graph at once', () => {
  const preloaded = [...text('index.html').matchAll(/rel="modulepreload" href="\/a\/dev\/([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(preloaded.sort(), firstRoute(), 'run: node pbx/src/test/js/write-preloads.mjs');
});

test('every file the page and its modules name is there', () => {
  for (const [, path] of text('index.html').matchAll(/(?:src|href)="\/a\/dev\/([^"]+)"/g)) {
    assert.ok(existsSync(join(root, path)), `index.html names ${path}`);
  }
  for (const from of own) {
    for (const [, name] of text(from).matchAll(/stylesheet\('([^']+)', import\.meta\.url\)/g)) {
      assert.ok(existsSync(join(root, resolve(from, name))), `${from} names ${name}`);
    }
  }
});

test('every icon that is named is drawn, and none is drawn for nobody', () => {
  const drawn = new Set([...text('vendor/lucide/icons.svg').matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1]));
  const sources = own.map(text).join('\n');
  const named = new Set([
    ...[...sources.matchAll(/\bicon\('([a-z0-9-]+)'/g)].map((match) => match[1]),
    ...[...sources.matchAll(/symbol: '([a-z0-9-]+)'/g)].map((match) => match[1]),
  ]);
  for (const name of named) assert.ok(drawn.has(name), `no drawing of ${name}`);
  for (const name of drawn) assert.match(sources, new RegExp(`'${name}'`), `${name} is drawn but not used`);
});

test('classes carry the name of their component', () => {
  const shared = ['controls', 'base', 'reset', 'tokens'];
  const names = { listdetail: 'list', dashboard: 'overview|welcome', sheet: 'sheet', header: 'header|banner', toast: 'toasts?' };
  for (const path of all.filter((name) => name.endsWith('.css') && !shared.some((each) => name.includes(each)))) {
    const home = path.split('/').at(-2);
    const prefix = new RegExp(`^(${names[home] ?? home})(-|$)`);
    const foreign = /^(icon|kbd|button|pill|link|round|card|header|field|menu|sheet|avatar|chart|list|segment)/;
    for (const [, name] of text(path).matchAll(/^\s*\.([a-z][\w-]*)[^{]*\{/gm)) {
      assert.ok(prefix.test(name) || foreign.test(name) || name.startsWith(`${home}`), `${path} styles .${name}`);
    }
  }
});

test('every address of the browser is served when it is asked for anew', () => {
  const shell = readFileSync(join(root, '../../java/io/cloudpbx/pages/web/ShellController.java'), 'utf8');
  const served = [...shell.matchAll(/^ +"(\/[^"]*)",?$/gm)].map(([, path]) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
  const shown = [...text('app.js').matchAll(/room\('([^']+)'/g)].flatMap(([, path]) =>
    path.endsWith('?') ? [path.slice(0, path.lastIndexOf('/')), path.slice(0, -1)] : [path],
  );
  assert.ok(shown.length > 10);
  assert.deepEqual(shown.sort(), served.sort());
});
