import { keepPlace } from '../phone/place.js';
import { render } from '../phone/lib.js';
import { Store } from '../phone/store.js';
import { applyTheme, chosenTheme } from '../phone/theme.js';
import { actions } from './actions.js';
import { ask } from './api.js';
import { placeOf } from './model/place.js';
import { needs } from './model/needs.js';
import { page } from './views/page.js';

/** How often what is shown is asked again. */
const AGAIN = 1000;

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const store = new Store({ theme: chosenTheme(), place: placeOf(location.hash), data: {}, unreachable: false, notice: '', now: Date.now() }, draw);
const act = actions(store, refresh);
/** Controls that this carrier does not have; there is no use in asking again. */
const missing = new Set();
let asking = 0;

function draw(state) {
  applyTheme(state.theme);
  document.title = `${state.place.section[0].toUpperCase()}${state.place.section.slice(1)} · Sandbox Console`;
  keepPlace(root, () => render(page(state, act), root));
}

/** Asks for what the page shows now; an answer that comes after the page has moved on is thrown away. */
async function refresh() {
  const mine = ++asking;
  const wanted = Object.entries(needs(store.state.place)).filter(([name]) => !missing.has(name));
  try {
    const answers = await Promise.all(wanted.map(async ([name, path]) => [name, await ask(path)]));
    if (mine !== asking) return;
    for (const [name, answer] of answers) if (answer === null && !name.includes(' ')) missing.add(name);
    store.set({ data: { ...store.state.data, ...Object.fromEntries(answers) }, unreachable: false, now: Date.now() });
  } catch {
    if (mine === asking) store.set({ unreachable: true });
  }
}

addEventListener('hashchange', () => {
  store.set({ place: placeOf(location.hash), notice: '' });
  queueMicrotask(() => root.querySelector('.nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  refresh();
});
draw(store.state);
refresh();
setInterval(() => document.hidden || refresh(), AGAIN);
