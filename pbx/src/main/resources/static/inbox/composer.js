import { html, nothing } from '../lib/html.js';
import { ACCEPTED } from '../lib/attachable.js';
import { live } from '../lib/bound.js';
import { session } from '../lib/data.js';
import { bind, modKey } from '../lib/keys.js';
import { savedReplies } from '../lib/threads.js';
import { View } from '../lib/view.js';
import { icon } from '../components/icon/icon.js';
import { attach, attachments } from './attachments.js';
import { canSend, filled, LONGEST, slashed } from './composemodel.js';
import { draftOf } from './drafts.js';
import { askWhen } from './later.js';
import { bannerOf, costs, hints, optedOut, suggestion, troubles } from './banners.js';
import { Presence } from './presence.js';
import { Previews } from './previews.js';
import { showReplies } from './replies.js';
import { saveNote, sendReply } from './send.js';
import { SlashList } from './slash.js';

/** Where an answer is written. One element per conversation; the draft outlives it. */
class Composer extends View {
  #conversation = null;
  #draft = null;
  #previews;
  #presence;
  #slash = new SlashList((reply) => this.#use(reply), () => this.update());

  set conversation(conversation) {
    this.#conversation = conversation;
    this.#draft ??= draftOf(conversation.id);
    this.update();
  }

  opened() {
    const draft = this.#draft;
    this.#previews = new Previews(draft, () => ({ to: this.#conversation.from, from: draft.from || this.#conversation.to }));
    this.#presence = new Presence(this.#conversation.id);
    this.until(() => this.#previews.stop());
    this.until(() => this.#presence.stop());
    this.watch(draft, savedReplies);
    this.until(draft.subscribe(() => this.#previews.touch()));
    this.until(bind({
      r: () => this.write(false),
      n: () => this.write(true),
      'mod+Enter': () => this.#submit(),
      'mod+shift+Enter': () => this.#later(),
    }));
    this.#previews.touch();
  }

  /** Puts the cursor into the field. @param {boolean} noting for a note that only colleagues see */
  write(noting) {
    if (this.#conversation.optedOut && !noting) return false;
    this.#draft.set({ noting });
    this.paint();
    this.#area?.focus();
    return undefined;
  }

  get #area() {
    return this.querySelector('textarea');
  }

  template() {
    const [conversation, draft] = [this.#conversation, this.#draft];
    const silent = conversation.optedOut && !draft.noting;
    return html`
      ${draft.noting || silent ? nothing : bannerOf(conversation)}
      ${silent
        ? optedOut(conversation, () => this.write(true))
        : html`
            ${draft.noting ? nothing : suggestion(conversation, draft, () => this.#suggest())}
            ${troubles(draft, { later: (until) => this.#send(until), plain: (text) => this.#replace(text) })}
            ${draft.noting ? nothing : attachments(draft)} ${this.#slash.template(this.#typedSlash())} ${this.#box(draft)}
            ${this.#foot(conversation, draft)}
          `}
    `;
  }

  #typedSlash() {
    return this.#draft.noting ? null : slashed(this.#draft.text);
  }

  #box(draft) {
    const label = draft.noting ? 'Note for colleagues' : 'Text message';
    return html`
      <form class="inbox-box ${draft.noting ? 'inbox-box-note' : ''}" @submit=${(event) => this.#submitted(event)}>
        <textarea
          class="inbox-field"
          rows="1"
          dir="auto"
          aria-label=${label}
          placeholder=${draft.noting ? 'Note: only colleagues see it' : 'Text Message'}
          maxlength=${draft.noting ? 5000 : LONGEST}
          autocomplete="off"
          .value=${live(draft.words)}
          @input=${(event) => this.#typed(event.target.value)}
          @keydown=${(event) => this.#key(event)}
          @paste=${(event) => this.#pasted(event)}
        ></textarea>
        ${draft.noting ? nothing : this.#tools()}
        <button
          class="inbox-send"
          type="submit"
          aria-label=${draft.noting ? 'Save Note' : 'Send'}
          ?disabled=${draft.busy || !this.#sendable(draft)}
        >
          ${icon(draft.noting ? 'check' : 'arrow-up')}
        </button>
      </form>
    `;
  }

  #tools() {
    return html`
      <input class="inbox-pick" type="file" multiple accept=${ACCEPTED} tabindex="-1" aria-label="Files" @change=${(event) => this.#picked(event)} />
      <button class="round" type="button" aria-label="Attach" title="Attach" @click=${() => this.querySelector('.inbox-pick').click()}>${icon('paperclip')}</button>
      <button class="round" type="button" aria-label="Saved Replies" title="Saved Replies (/)" @click=${() => showReplies((reply) => this.#use(reply))}>
        ${icon('message-square-text')}
      </button>
      <button class="round inbox-later" type="button" aria-label="Send Later" title="Send Later (${modKey('⇧↩')})" aria-haspopup="menu" @click=${() => this.#later()}>
        ${icon('clock')}
      </button>
    `;
  }

  #foot(conversation, draft) {
    if (draft.noting) {
      return html`<div class="inbox-foot sub muted"><span class="inbox-foot-costs">Never sent to ${conversation.name}</span>
        <button class="link" type="button" @click=${() => this.write(false)}>Write a Text Instead</button></div>`;
    }
    return html`<div class="inbox-foot sub muted">${costs(conversation, draft)} ${draft.text ? nothing : hints(conversation)}</div>`;
  }

  #sendable(draft) {
    return draft.noting ? draft.note.trim() !== '' : canSend(draft);
  }

  #typed(words) {
    this.#draft.write(words);
    if (words && !this.#draft.noting) this.#presence.typing();
    if (this.#typedSlash() !== null) savedReplies.refresh();
  }

  #key(event) {
    if (this.#slash.key(event, this.#typedSlash())) return;
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#draft.noting && !this.#draft.note) this.#draft.set({ noting: false });
    event.target.blur();
  }

  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || this.#draft.noting) return;
    event.preventDefault();
    attach(this.#draft, files);
  }

  #picked(event) {
    attach(this.#draft, event.target.files);
    event.target.value = '';
  }

  #use(reply) {
    const words = filled(reply.body, { name: this.#conversation.name, business: session.value.business.name, me: session.value.user.name });
    this.#replace(slashed(this.#draft.text) === null && this.#draft.text ? `${this.#draft.text.trimEnd()} ${words}` : words);
  }

  #suggest() {
    this.#draft.set({ dismissed: this.#conversation.suggestion });
    this.#replace(this.#conversation.suggestion);
  }

  #replace(text) {
    this.#draft.set({ text, problem: null });
    this.write(false);
  }

  #submitted(event) {
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const draft = this.#draft;
    if (draft.busy || !this.#sendable(draft)) return;
    if (draft.noting) saveNote(this.#conversation, draft);
    else this.#send(null);
  }

  #send(until) {
    this.closest('pbx-conversation')?.toEnd();
    return sendReply(this.#conversation, this.#draft, until).then((sent) => sent || this.#area?.focus());
  }

  #later() {
    if (!canSend(this.#draft) || this.#draft.noting) return this.#area?.focus();
    return askWhen(this.querySelector('.inbox-later'), {
      title: 'Send Later',
      verb: 'Send Later',
      symbol: 'calendar-clock',
      zones: this.#conversation.zones ?? [],
      chosen: (until) => this.#send(until),
    });
  }

  painted() {
    // Where the browser does not let a field grow with its text, we do.
    const area = this.#area;
    if (!area || CSS.supports('field-sizing', 'content')) return;
    area.style.blockSize = '0';
    area.style.blockSize = `${area.scrollHeight}px`;
  }
}

customElements.define('pbx-composer', Composer);
