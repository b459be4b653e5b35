import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstRoute, root } from './graph.mjs';

// Run after a change of imports: node pbx/src/test/js/write-preloads.mjs
const page = join(root, 'index.html');
const links = firstRoute().map((path) => `    <link rel="modulepreload" href="/a/dev/${path}" />`);
const old = readFileSync(page, 'utf8');
const start = old.indexOf('    <!-- preloads -->');
const end = old.indexOf('    <!-- /preloads -->');
writeFileSync(page, `${old.slice(0, start)}    <!-- preloads -->\n${links.join('\n')}\n${old.slice(end)}`);
