import { whenFailing, whenSignedOut, whenUnproved } from './lib/api.js';
import { apply, counts, hear, inbox, session } from './lib/data.js';
import { bind, listen, typing } from './lib/keys.js';
import { follow, lookForOutage, lost } from './lib/live.js';
import { notices } from './lib/notices.js';
import { address, Router } from './lib/router.js';
import { settled, stylesheet } from './lib/styles.js';
import { changeTheme, openDialer, openPalette, openShortcuts, roomsFor } from './components/shell/rooms.js';

/** For who only watches. */
const LOOK_MS = 30_000;

const room = (pattern, title, tag, module, css) => ({
  pattern,
  title,
  tag,
  load: async () => {
    stylesheet(css, import.meta.url);
    await module();
    // A module asks for the styles of the components it imports, so all are known only now.
    await settled();
  },
});

/** Nobody misses it, whatever they look at. */
hear({ 'emergency.called': async (call) => (await import('./components/alarm/alarm.js')).raise(call) });

const inside = [
  room('/', 'Overview', 'pbx-overview', () => import('./dashboard/page.js'), './dashboard/page.css'),
  room('/inbox/:id?', 'Inbox', 'pbx-inbox', () => import('./inbox/page.js'), './inbox/page.css'),
  room('/calls/missed/:id?', 'Missed Calls', 'pbx-missed', () => import('./calls/missed.js'), './calls/page.css'),
  room('/calls/wallboard', 'Wallboard', 'pbx-wallboard', () => import('./calls/wallboard.js'), './calls/wallboard.css'),
  room('/calls/:id?', 'Calls', 'pbx-calls', () => import('./calls/page.js'), './calls/page.css'),
  room('/voicemail/:id?', 'Voicemail', 'pbx-voicemail', () => import('./voicemail/page.js'), './voicemail/page.css'),
  room('/campaigns/:id?', 'Campaigns', 'pbx-campaigns', () => import('./campaigns/page.js'), './campaigns/page.css'),
  room('/contacts/:id?', 'Contacts', 'pbx-contacts', () => import('./contacts/page.js'), './contacts/page.css'),
  room('/call-flow/:id?', 'Call Flow', 'pbx-callflow', () => import('./callflow/page.js'), './callflow/page.css'),
  room('/receptionist/tests', 'Receptionist Tests', 'pbx-receptionist-tests', () => import('./receptionist/tests.js'), './receptionist/page.css'),
  room('/receptionist/replays/:id?', 'Receptionist Replays', 'pbx-receptionist-replays', () => import('./receptionist/replays.js'), './receptionist/page.css'),
  room('/receptionist/instructions', 'Receptionist Instructions', 'pbx-receptionist-instructions', () => import('./receptionist/briefing.js'), './receptionist/page.css'),
  room('/receptionist/:id?', 'Receptionist', 'pbx-receptionist', () => import('./receptionist/page.js'), './receptionist/page.css'),
  room('/extensions/:id?', 'Extensions', 'pbx-extensions', () => import('./extensions/page.js'), './extensions/page.css'),
  room('/numbers', 'Numbers', 'pbx-numbers', () => import('./numbers/page.js'), './numbers/page.css'),
  room('/analytics', 'Analytics', 'pbx-analytics', () => import('./analytics/page.js'), './analytics/page.css'),
  room('/phone', 'Sandbox Phone', 'pbx-phone', () => import('./phone/page.js'), './phone/page.css'),
  room('/settings/:section?', 'Settings', 'pbx-settings', () => import('./settings/page.js'), './settings/page.css'),
  room('/first-steps/:id?', 'First Steps', 'pbx-first-steps', () => import('./firststeps/page.js'), './firststeps/page.css'),
  room('/api/docs', 'API', 'pbx-apidocs', () => import('./apidocs/page.js'), './apidocs/page.css'),
];

const outside = [
  room('/sign-in', 'Sign In', 'pbx-sign-in', () => import('./access/signin.js'), './access/page.css'),
  room('/sign-in/:token', 'Sign In', 'pbx-sign-in-link', () => import('./access/signin.js'), './access/page.css'),
  room('/join/:token', 'Join', 'pbx-join', () => import('./access/link.js'), './access/page.css'),
  room('/new-password/:token', 'New Password', 'pbx-new-password', () => import('./access/link.js'), './access/page.css'),
  room('/second-factor', 'Second Factor', 'pbx-second-factor', () => import('./access/secondfactor.js'), './access/page.css'),
  room('/setup/:token', 'Set Up', 'pbx-setup', () => import('./access/link.js'), './access/page.css'),
];

const signedOut = new Router(outside);
const isOutside = signedOut.find(location.pathname) !== null;
const router = isOutside ? signedOut : new Router(inside);

let page = null;
let shell = null;

async function arrive() {
  const { route, params, query, path } = router.here;
  if (!route) return router.go('/', { replace: true });
  const first = page === null;
  const fresh = page?.localName !== route.tag;
  // Within a room the next key press may come at once and must find the page where the address says.
  if (fresh) await route.load().catch(lookingIntoIt);
  if (router.here.path !== path) return undefined;
  if (fresh) page = document.createElement(route.tag);
  const moved = fresh || page.params?.id !== params.id;
  Object.assign(page, { params, query });
  place(path, fresh);
  name(route.title);
  if (moved && !first) focusTitle(fresh);
  return undefined;
}

/** The files of a room do not come either when the server fails to answer. */
function lookingIntoIt(failure) {
  lookForOutage();
  throw failure;
}

function place(path, fresh) {
  if (shell) shell.show(page, path);
  else if (fresh) document.body.replaceChildren(page);
  if (!fresh) page.paint();
}

/** After moving, the place where reading goes on gets the focus, unless the reader is walking a list. */
function focusTitle(fresh) {
  if (!fresh && page.contains(document.activeElement)) return;
  const title = page.querySelector('h1');
  requestAnimationFrame(() => !document.querySelector('dialog[open]') && title?.focus({ preventScroll: true }));
}

let title = '';

function name(next = title) {
  title = next;
  const unseen = counts.current.unheard + inbox.current.unread;
  const waiting = shell && unseen > 0 ? `(${unseen}) ` : '';
  const business = shell ? ` · ${session.value.business.name}` : ' · CloudPBX';
  document.title = `${waiting}${title}${business}`;
}

function shortcuts() {
  const go = Object.fromEntries(
    roomsFor(session.value.carrier.mode).map((place) => [`g ${place.key}`, () => router.go(place.path)]),
  );
  bind({
    ...go,
    'mod+k': openPalette,
    '/': openPalette,
    d: () => (session.value.user.role === 'read-only' ? false : openDialer()),
    '?': openShortcuts,
    'mod+z': (event) => (typing(event.target) ? false : notices.undo()),
    'mod+shift+l': () => void changeTheme(),
    'ctrl+mod+s': () => shell.toggleSidebar(),
  });
  listen();
}

async function openInside() {
  whenSignedOut(async () => (await import('./components/signin/sheet.js')).askToSignIn());
  follow(apply);
  const [{ Shell }] = await Promise.all([import('./components/shell/shell.js'), session.load()]);
  if (session.problem?.status === 401) return location.replace(address('/sign-in', { next: wanted() }));
  if (!session.value) return explain();
  shell = new Shell();
  document.body.replaceChildren(shell);
  counts.subscribe(() => name());
  inbox.subscribe(() => name());
  session.subscribe(() => name());
  shortcuts();
  notices.subscribe(() => import('./components/toast/toast.js'));
  if (localStorage.getItem('cloudpbx.alerts') === 'on') import('./lib/alerts.js');
  return begin();
}

const wanted = () => location.pathname + location.search;

/** The server cannot even say who is here: say so, and come up by ourselves when it answers. */
async function explain() {
  const { failed } = await import('./components/empty/empty.js');
  const { html, render } = await import('./lib/html.js');
  const again = () => location.reload();
  render(html`<main class="app-failed"><h1 class="unseen">CloudPBX</h1>${failed(session.problem, again)}</main>`, document.body);
  setTimeout(again, 5000);
}

function begin() {
  router.subscribe(arrive);
  router.start();
}

whenFailing(lookForOutage);
lost.subscribe(() => lost.current && lookForOutage());
setInterval(() => document.visibilityState === 'visible' && lookForOutage(), LOOK_MS);
whenUnproved(async (by) => (await import('./components/proof/sheet.js')).askForProof(by));
if (isOutside) begin();
else openInside();
