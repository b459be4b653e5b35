import { render } from './lib.js';
import { actions } from './actions.js';
import { fetchDirectory } from './directory.js';
import { listenToKeys } from './keys.js';
import { isLive } from './model/call.js';
import { readNumber } from './model/numbers.js';
import { canSound, wake } from './sound/audio.js';
import { Store } from './store.js';
import { heldNumbers, hold } from './tabs.js';
import { Telephone } from './telephone.js';
import { applyTheme, chosenTheme } from './theme.js';
import { keepPlace } from './place.js';
import { page, pageTitle } from './views/page.js';

/** How often the directory is asked again while it is empty or does not answer. */
const AGAIN = 3000;

const query = new URLSearchParams(location.search);
const dialled = readNumber(query.get('dial') ?? '');
const root = /** @type {HTMLElement} */ (document.getElementById('app'));
let again = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
let telephone = /** @type {Telephone | null} */ (null);

const store = new Store(
  {
    embedded: query.has('embed'),
    theme: chosenTheme(),
    directory: null,
    unreachable: false,
    held: new Set(),
    phone: null,
    tab: 'keypad',
    typed: 'number' in dialled ? dialled.number : '',
    refusal: null,
    ownRefusal: null,
    keysShown: false,
    hoodTab: 'timeline',
    canSound: true,
    now: Date.now(),
  },
  draw,
);
const act = actions(store, () => telephone, refreshDirectory);

function draw(state) {
  applyTheme(state.theme);
  document.title = pageTitle(state);
  keepPlace(root, () => render(page(state, act), root));
}

async function refreshDirectory() {
  const directory = await fetchDirectory();
  store.set({ unreachable: directory === null, held: await heldNumbers() });
  if (directory) store.set({ directory, typed: store.state.typed || (directory.business[0]?.number ?? '') });
  if (telephone === null) begin(directory);
  clearTimeout(again);
  if ((directory?.business ?? []).length === 0) again = setTimeout(refreshDirectory, AGAIN);
}

/** Whose phone this is: as the address says, else the first person no other tab is. */
function begin(directory) {
  const asked = readNumber(query.get('number') ?? '');
  const free = directory?.personas.find(({ number }) => !store.state.held.has(number)) ?? directory?.personas[0];
  const number = 'number' in asked ? asked.number : free?.number;
  if (number === undefined) return;
  hold(number);
  history.replaceState(null, '', act.addressOf(number));
  telephone = new Telephone(number, store);
}

function tick() {
  if (isLive(store.state.phone?.call ?? null)) store.set({ now: Date.now(), canSound: canSound() });
}

draw(store.state);
listenToKeys(store, act);
for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, () => wake(), { once: true });
setInterval(tick, 500);
refreshDirectory();
