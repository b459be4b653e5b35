import { html, nothing, repeat } from '../../lib/html.js';
import { count } from '../../lib/format.js';
import { stylesheet } from '../../lib/styles.js';
import { View } from '../../lib/view.js';
import { icon } from '../icon/icon.js';
import { Heights } from './model.js';

stylesheet('./thread.css', import.meta.url);

/**
 * A long list read from its end, of which only what is in sight is in the page. What the reader looks at stays where it is,
 * whatever comes before or after it.
 */
class Thread extends View {
  #list = { key: '', revision: -1, items: [], row: () => nothing, label: '', before: nothing, after: nothing, onStart: () => {} };
  #heights = new Heights(() => 60);
  #anchor = null;
  #lastSeen = null;
  #width = 0;
  #watching = false;
  #sizes = new ResizeObserver(() => this.#resized());

  opened() {
    this.tabIndex = 0;
    this.setAttribute('role', 'group');
    const scrolled = () => this.#scrolled();
    this.addEventListener('scroll', scrolled, { passive: true });
    this.until(() => this.removeEventListener('scroll', scrolled));
    this.until(() => this.#sizes.disconnect());
  }

  /**
   * @param {{key: string, revision: unknown, items: {id: string}[], row: (index: number) => unknown, label: string,
   *   estimate: (item: any) => number, before?: unknown, after?: unknown, onStart: () => void}} list `key` names what the
   *   list is of, `revision` changes whenever `items` do; `before` and `after` stand above the first and below the last row
   */
  set list(list) {
    const other = list.key !== this.#list.key;
    const changed = other || list.revision !== this.#list.revision;
    if (other) {
      this.#heights = new Heights(list.estimate);
      this.#anchor = null;
    }
    this.#list = list;
    if (changed) this.#heights.take(list.items);
    if (changed && !this.#anchor) this.#seeAll();
    this.update();
  }

  get #view() {
    return { scrollTop: this.scrollTop - this.#offset, viewHeight: this.clientHeight };
  }

  /** How high is what stands above the first row. */
  get #offset() {
    return this.querySelector('.thread-before')?.offsetHeight ?? 0;
  }

  /** After the end: as much as is needed to be at the end of the rows. */
  get #tail() {
    return this.querySelector('.thread-after')?.offsetHeight ?? 0;
  }

  template() {
    const { items, row, label, before = nothing, after = nothing } = this.#list;
    this.setAttribute('aria-label', label);
    const view = this.#anchor ? this.#view : { ...this.#view, scrollTop: this.#heights.scrollTop(null, this.clientHeight) };
    const shown = this.#heights.shown(view);
    const rows = items.slice(shown.first, shown.last).map((item, index) => ({ item, index: shown.first + index }));
    this.#keepFocus(shown);
    return html`
      <div class="thread-before">${before}</div>
      <div .style=${`block-size:${shown.before}px`}></div>
      <ol class="thread-rows">
        ${repeat(rows, ({ item }) => item.id, ({ item, index }) => this.#row(item, index, row))}
      </ol>
      <div .style=${`block-size:${shown.after}px`}></div>
      <div class="thread-after">${after}</div>
      ${this.#latest()}
    `;
  }

  #row(item, index, row) {
    const { serial } = this.#heights.mark(index);
    return html`<li class="thread-row" data-id=${item.id} data-serial=${serial} aria-setsize="-1" aria-posinset=${index + 1}>${row(index)}</li>`;
  }

  #latest() {
    if (!this.#anchor) return nothing;
    const news = this.#heights.since(this.#lastSeen);
    return html`<button class="thread-latest button" type="button" @click=${() => this.toEnd()}>
      ${icon('arrow-down')}${news > 0 ? count(news, 'new message') : html`<span class="unseen">To the newest message</span>`}
    </button>`;
  }

  /** The focus does not get lost when its row leaves the page; it goes to the list. */
  #keepFocus({ first, last }) {
    const row = document.activeElement?.closest('.thread-row');
    if (!(row instanceof HTMLElement) || !this.contains(row)) return;
    const index = this.#heights.find(markOf(row));
    if (index < first || index >= last) this.focus({ preventScroll: true });
  }

  /** Nothing is new to a reader at the end. */
  #seeAll() {
    this.#lastSeen = this.#heights.count > 0 ? this.#heights.mark(this.#heights.count - 1) : null;
  }

  /** Goes to the newest. */
  toEnd() {
    this.#anchor = null;
    this.#seeAll();
    this.update();
  }

  painted() {
    this.#settle();
    if (this.#watching) return;
    this.#watching = true;
    this.#sizes.observe(this.querySelector('.thread-rows'));
    this.#sizes.observe(this);
  }

  /** Measures what is in the page now and puts the reader back to where they were. */
  #settle() {
    for (const row of this.querySelectorAll('.thread-row')) {
      this.#heights.measured(markOf(row), row.getBoundingClientRect().height);
    }
    const to = this.#anchor
      ? this.#heights.scrollTop(this.#anchor, this.clientHeight) + this.#offset
      : this.scrollHeight - this.clientHeight;
    if (Math.abs(this.scrollTop - to) > 0.5) this.scrollTop = to;
    if (this.#lacking()) this.update();
    this.#mindTheStart();
  }

  /** Whether rows turned out so low that the page shows none where some should be. */
  #lacking() {
    const rows = [...this.querySelectorAll('.thread-row')];
    if (rows.length === 0) return false;
    const { first, last } = this.#heights.shown({ ...this.#view, margin: 0 });
    return this.#heights.find(markOf(rows[0])) > first || this.#heights.find(markOf(rows.at(-1))) < last - 1;
  }

  #scrolled() {
    const view = this.#view;
    this.#anchor = this.#heights.anchor({ ...view, viewHeight: view.viewHeight - this.#tail });
    if (!this.#anchor) this.#seeAll();
    this.update();
  }

  #resized() {
    if (this.#width !== this.clientWidth) {
      const known = this.#width > 0;
      this.#width = this.clientWidth;
      if (known) this.#heights.forget(this.#list.items);
    }
    this.#settle();
  }

  #mindTheStart() {
    if (this.#list.items.length > 0 && this.scrollTop < 2 * this.clientHeight) this.#list.onStart();
  }
}

const markOf = (row) => ({ id: row.dataset.id, serial: Number(row.dataset.serial) });

customElements.define('pbx-thread', Thread);
