import { Topic } from './topics.js';

/** Where the browser is: `path`, `query` and, once routed, `route` and `params`. */
export class Router extends Topic {
  #routes;
  here = null;

  /** @param {{pattern: string, [key: string]: any}[]} routes first match wins */
  constructor(routes) {
    super();
    this.#routes = routes;
  }

  start() {
    addEventListener('popstate', () => this.#arrive());
    addEventListener('pbx-go', (event) => this.go(event.detail.address, event.detail));
    document.addEventListener('click', (event) => this.#followLink(event));
    this.#arrive();
  }

  /** @param {string} address path and query within this site */
  go(address, { replace = false } = {}) {
    if (address === location.pathname + location.search) return;
    history[replace ? 'replaceState' : 'pushState']({ inside: true }, '', address);
    this.#arrive();
  }

  find(path) {
    for (const route of this.#routes) {
      const params = match(route.pattern, path);
      if (params) return { route, params };
    }
    return null;
  }

  #arrive() {
    const found = this.find(location.pathname);
    const query = Object.fromEntries(new URLSearchParams(location.search));
    this.here = { path: location.pathname, query, route: found?.route ?? null, params: found?.params ?? {} };
    this.changed();
  }

  #followLink(event) {
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!plain || event.defaultPrevented || !link || link.target || link.origin !== location.origin) return;
    if (link.hasAttribute('download') || link.hash || !this.find(link.pathname)) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

/**
 * @param {string} pattern such as "/voicemail/:id?" where "?" makes the last part optional
 * @returns {Record<string, string> | null} the parts, or null when the path is another
 */
export function match(pattern, path) {
  const want = pattern.split('/').filter(Boolean);
  const have = path.split('/').filter(Boolean);
  if (have.length > want.length) return null;
  const params = {};
  for (const [index, part] of want.entries()) {
    const optional = part.endsWith('?');
    const name = part.replace(/\?$/, '');
    if (have[index] === undefined) {
      if (!optional) return null;
    } else if (name.startsWith(':')) {
      params[name.slice(1)] = decoded(have[index]);
    } else if (name !== have[index]) {
      return null;
    }
  }
  return params;
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Asks the router, wherever it is, to go somewhere. */
export const go = (address, { replace = false } = {}) =>
  dispatchEvent(new CustomEvent('pbx-go', { detail: { address, replace } }));

/** An address with these query parameters set, and empty ones left out. */
export function address(path, query = {}) {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}
