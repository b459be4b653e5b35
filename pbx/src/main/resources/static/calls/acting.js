import { html, nothing } from '../lib/html.js';
import { notices } from '../lib/notices.js';

/** @param {any} call */
export const path = (call) => `/api/calls/${encodeURIComponent(call.id)}`;

/** What is wrong with what was entered is said beside it. */
export async function act(state, sheet, close, request, said) {
  state.busy = true;
  sheet.update();
  try {
    await request();
    notices.say(said);
    close();
  } catch (refusal) {
    state.error = refusal.errors?.[0]?.message ?? null;
    state.problem = state.error ? '' : refusal.message;
  } finally {
    state.busy = false;
    sheet.update();
  }
}

export const wrong = ({ problem }) => (problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing);

export const foot = (close, { busy }, label, go, look = 'button-filled') => html`
  <button class="button" type="button" @click=${close}>Cancel</button>
  <button class="button ${look}" type="button" ?disabled=${busy} @click=${(event) => go(event.target.closest('dialog'))}>${label}</button>
`;
