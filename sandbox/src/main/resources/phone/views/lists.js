import { html, nothing } from '../lib.js';
import { showDuration } from '../model/captions.js';
import { showNumber } from '../model/numbers.js';
import { endWord } from '../model/words.js';
import { nameOf } from '../directory.js';
import { avatar, empty, icon } from './parts.js';

const TIME = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });

/** @param {any} state @param {any} act */
export function recentsScreen({ phone, directory }, act) {
  if (phone.recents.length === 0) return empty('clock', 'No calls yet', 'Calls made and taken on this number appear here.');
  return html`
    <ul class="list">
      ${phone.recents.map((recent) => recentRow(recent, directory, act))}
    </ul>
  `;
}

function recentRow(recent, directory, act) {
  const name = recent.withName ?? nameOf(directory, recent.with) ?? showNumber(recent.with);
  const missed = recent.direction === 'in' && recent.seconds === null;
  const how = recent.seconds === null ? endWord(recent) : showDuration(recent.seconds);
  return html`
    <li>
      <button type="button" class="row" @click=${() => act.dial(recent.with)}>
        ${avatar(missed ? 'phone-missed' : recent.direction === 'in' ? 'phone-in' : 'phone-out', missed ? 'avatar-missed' : 'avatar-quiet')}
        <span class="row-main">
          <span class="row-title" dir="auto">${name}</span>
          <span class="row-sub">${recent.direction === 'in' ? 'Incoming' : 'Outgoing'} · ${how}</span>
        </span>
        <span class="row-end">${when(recent.at)}</span>
      </button>
    </li>
  `;
}

function when(at) {
  const date = new Date(at);
  return date.toDateString() === new Date().toDateString() ? TIME.format(date) : DAY.format(date);
}

/** @param {any} state @param {any} act */
export function businessScreen({ directory }, act) {
  const numbers = directory?.business ?? [];
  if (numbers.length === 0) {
    return empty('hash', 'No business numbers yet', 'Buy a number for the business and it appears here, ready to be called.');
  }
  return html`
    <ul class="list">
      ${numbers.map(
        ({ number, display, label }) => html`
          <li>
            <button type="button" class="row" @click=${() => act.choose(number)}>
              ${avatar('building')}
              <span class="row-main">
                <span class="row-title" dir="auto">${label || display || showNumber(number)}</span>
                <span class="row-sub">${label && label !== display ? display : 'Business number'}</span>
              </span>
              <span class="row-end">${icon('right')}</span>
            </button>
          </li>
        `,
      )}
    </ul>
  `;
}

/** @param {any} state @param {any} act */
export function peopleScreen(state, act) {
  const { directory } = state;
  return html`
    <p class="list-note">Who you pretend to be. Open two tabs to be two people at once.</p>
    <ul class="list">
      ${(directory?.personas ?? []).map((persona, place) => personRow(persona, place, state, act))}
    </ul>
    <form class="own" novalidate @submit=${(event) => (event.preventDefault(), act.become(event.target.elements.own.value))}>
      <label class="own-label" for="own-number">Another number</label>
      <div class="own-line">
        <input id="own-number" name="own" class="field" type="tel" autocomplete="off" placeholder="(415) 555-0123"
          aria-invalid=${state.ownRefusal !== null} aria-describedby="own-refusal" />
        <button type="submit" class="button">Use</button>
      </div>
      <p class="own-refusal" id="own-refusal" role="status">${state.ownRefusal ?? nothing}</p>
    </form>
  `;
}

function personRow({ number, display, name }, place, { phone, held }, act) {
  const me = number === phone.number;
  const elsewhere = !me && held.has(number);
  return html`
    <li>
      <a class="row" href=${act.addressOf(number)} aria-current=${me ? 'true' : nothing}>
        ${avatar('user', `avatar-${place % 4}`)}
        <span class="row-main">
          <span class="row-title" dir="auto">${name}</span>
          <span class="row-sub">${display || showNumber(number)}${elsewhere ? ' · open in another tab' : ''}</span>
        </span>
        <span class="row-end">${me ? icon('check') : icon('right')}${me ? html`<span class="hidden">You</span>` : nothing}</span>
      </a>
    </li>
  `;
}
