import { html } from '../lib/html.js';
import { session } from '../lib/data.js';
import { icon } from '../components/icon/icon.js';
import { chips } from './model.js';

/** Who has a conversation, as icon and word. */
export const chipsOf = (conversation) =>
  chips(conversation, session.value?.user.id).map(
    ({ label, symbol, tone }) => html`<span class="pill pill-${tone} cut">${icon(symbol)}<span class="cut" dir="auto">${label}</span></span>`,
  );
