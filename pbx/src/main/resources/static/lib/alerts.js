import { get } from './api.js';
import { go } from './router.js';
import { arrivals, conversations } from './threads.js';

// Also read by app.js, which loads this module only where alerts are wanted.
const KEY = 'cloudpbx.alerts';
const TELLING = new Set(['text_in', 'voicemail']);

/** Whether this browser could show what arrives over other windows. */
export const possible = () => 'Notification' in globalThis;

export const refused = () => possible() && Notification.permission === 'denied';

export const alertsOn = () => possible() && Notification.permission === 'granted' && localStorage.getItem(KEY) === 'on';

/** Turns alerts on or off for this browser, which may ask its user. @returns {Promise<boolean>} whether they are on */
export async function setAlerts(on) {
  if (on && possible()) await Notification.requestPermission();
  localStorage.setItem(KEY, on ? 'on' : 'off');
  return alertsOn();
}

async function alert(entry) {
  if (!alertsOn() || document.visibilityState === 'visible' || !TELLING.has(entry.kind)) return;
  const { name } = conversations.get(entry.conversationId) ?? (await conversation(entry.conversationId));
  // Each tab tells; the browser shows what has the same tag once.
  const shown = new Notification(name, { body: entry.body || 'A picture', tag: entry.id });
  shown.onclick = () => {
    window.focus();
    go(`/inbox/${encodeURIComponent(entry.conversationId)}`);
    shown.close();
  };
}

const conversation = (id) => get(`/api/conversations/${encodeURIComponent(id)}`).catch(() => ({ name: 'New message' }));

arrivals.subscribe(() => alert(arrivals.last));
