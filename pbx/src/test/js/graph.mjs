import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../main/resources/static');

/** Every file below the root, as paths from it. */
export function files(folder = root) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [relative(root, path).replaceAll('\\', '/')];
  });
}

export const text = (path) => readFileSync(join(root, path), 'utf8');

/** What a module imports at once, as written. */
export function statics(path) {
  const source = text(path);
  const found = source.matchAll(/^(?:import|export)\s[^;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]/gm);
  const minified = source.matchAll(/(?:import|export)\{[^}]*\}from"([^"]+)"/g);
  return [...new Set([...found, ...minified].map((match) => match[1] ?? match[2]))];
}

/** What a module imports when it is needed. */
export const dynamics = (path) => [...text(path).matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1]);

export const resolve = (from, specifier) => posix.join(posix.dirname(from), specifier);

/** A module and everything it cannot start without. */
export function closure(entries) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    statics(path).forEach((specifier) => visit(resolve(path, specifier)));
  };
  entries.forEach(visit);
  return [...seen].sort();
}

/** What the first room needs. */
export const firstRoute = () => closure(['app.js', 'components/shell/shell.js', 'dashboard/page.js']);
