import { html, nothing, repeat } from '../../lib/html.js';
import { number } from '../../lib/format.js';
import { View } from '../../lib/view.js';
import { movedBy, scrollFor, visibleRows } from '../../lib/virtual.js';
import { icon } from '../icon/icon.js';

const WHOLE_UP_TO = 200;
const NEAR_END = 20;

/**
 * A list of links. Short ones are whole in the page; from 200 rows on only what is in sight is.
 * Properties: `items`, `row` (item to template), `rowHeight` (pixels where text has its usual size, of long lists), `more` (whether it may become one), `label`, `onEnd`.
 */
class Rows extends View {
  items = [];
  row = () => nothing;
  rowHeight = 52;
  more = false;
  label = '';
  onEnd = () => {};
  #focused = null;
  #scroller = null;
  /** Rows of a long list are equally high from the first one on, so that none moves when it has become long. */
  #long = false;
  /** Rows that came above what is in sight, and are still to be scrolled by. */
  #moved = 0;
  /** Those of which the reader has seen nothing yet. */
  #above = 0;

  opened() {
    this.#scroller = scrollerOf(this);
    const scrolled = () => this.items.length > WHOLE_UP_TO ? this.update() : this.#mindTheEnd();
    this.#scroller.addEventListener('scroll', scrolled, { passive: true });
    this.until(() => this.#scroller.removeEventListener('scroll', scrolled));
    this.addEventListener('focusin', (event) => {
      this.#focused = event.target.closest('li')?.dataset.id ?? null;
    });
    this.addEventListener('focusout', () => (this.#focused = null));
  }

  /** Whoever wants larger text has larger rows. */
  get #height() {
    return this.rowHeight * (parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
  }

  set list(list) {
    this.#stay(list.items);
    Object.assign(this, list);
    this.update();
  }

  /** Nothing moves under a pointer: browsers see to that in short lists, and in long ones it is scrolled on by what came above. */
  #stay(items) {
    if (!this.#scroller || this.items.length <= WHOLE_UP_TO || items.length <= WHOLE_UP_TO || items === this.items) return;
    const { scrollTop } = this.#view();
    if (scrollTop === 0) return;
    const moved = movedBy(this.items, items, Math.floor(scrollTop / this.#height));
    this.#moved += moved;
    this.#above = Math.max(0, this.#above + moved);
  }

  template() {
    this.#long ||= this.more || this.items.length > WHOLE_UP_TO;
    if (this.items.length <= WHOLE_UP_TO) {
      const style = this.#long ? `block-size:${this.#height}px` : '';
      return html`<ul class="list-rows" aria-label=${this.label}>
        ${repeat(this.items, (item) => item.id, (item) => html`<li data-id=${item.id} .style=${style}>${this.row(item)}</li>`)}
      </ul>`;
    }
    const view = this.#view();
    view.scrollTop += this.#moved * this.#height;
    if (view.scrollTop < this.#height) this.#above = 0;
    const { first, last, height } = visibleRows({ count: this.items.length, rowHeight: this.#height, ...view });
    const shown = this.items.slice(first, last).map((item, index) => ({ item, index: first + index }));
    return html`${this.#above > 0 ? this.#news() : nothing}<ul class="list-rows list-virtual" aria-label=${this.label} .style=${`block-size:${height}px`}>
      ${repeat([...shown, ...this.#strayFocus(first, last)], ({ item }) => item.id, (each) => this.#placed(each))}
    </ul>`;
  }

  /** Below what stands over the list while it is scrolled. */
  #news() {
    const head = /** @type {HTMLElement | null} */ (this.previousElementSibling)?.offsetHeight ?? 0;
    return html`<div class="list-news" .style=${`inset-block-start:${head}px`}>
      <button class="list-news-button" type="button" @click=${() => this.#scroller.scrollTo({ top: 0 })}>${icon('arrow-up')}${number(this.#above)} new</button>
    </div>`;
  }

  /** The row with the focus stays in the page even when it is scrolled out of sight. */
  #strayFocus(first, last) {
    const index = this.#focused ? this.items.findIndex((item) => item.id === this.#focused) : -1;
    return index >= 0 && (index < first || index >= last) ? [{ item: this.items[index], index }] : [];
  }

  #placed({ item, index }) {
    return html`<li
      data-id=${item.id}
      aria-setsize=${this.items.length}
      aria-posinset=${index + 1}
      .style=${`transform:translateY(${index * this.#height}px);block-size:${this.#height}px`}
    >
      ${this.row(item)}
    </li>`;
  }

  painted() {
    if (this.#moved !== 0) this.#scroller.scrollTop += this.#moved * this.#height;
    this.#moved = 0;
    this.#mindTheEnd();
  }

  /** Brings a row into sight. @param {string} id */
  reveal(id) {
    const index = this.items.findIndex((item) => item.id === id);
    if (index < 0) return;
    if (this.items.length <= WHOLE_UP_TO) {
      this.querySelector(`li:nth-child(${index + 1})`)?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const to = scrollFor(index, { rowHeight: this.#height, ...this.#view() });
    if (to !== null) this.#scroller.scrollTop += to - this.#view().scrollTop;
  }

  #view() {
    const box = this.#scroller.getBoundingClientRect();
    return { scrollTop: Math.max(0, box.top - this.getBoundingClientRect().top), viewHeight: box.height };
  }

  #mindTheEnd() {
    const left = this.#scroller.scrollHeight - this.#scroller.scrollTop - this.#scroller.clientHeight;
    if (this.items.length > 0 && left < NEAR_END * this.#height) this.onEnd();
  }
}

function scrollerOf(element) {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.documentElement;
}

customElements.define('pbx-rows', Rows);
