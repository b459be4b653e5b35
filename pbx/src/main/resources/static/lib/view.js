import { render } from './html.js';

const waiting = new Set();

function paint() {
  const views = [...waiting];
  waiting.clear();
  for (const view of views) view.paint();
}

function enqueue(view) {
  // One render per frame whatever the stream brings; a hidden tab gets no frames and so does no work.
  if (waiting.size === 0) requestAnimationFrame(paint);
  waiting.add(view);
}

/** An element whose content is a template: subclasses write `template()` and may write `opened()`. */
export class View extends HTMLElement {
  #stops = [];

  connectedCallback() {
    this.opened();
    this.paint();
  }

  disconnectedCallback() {
    for (const stop of this.#stops.splice(0)) stop();
    waiting.delete(this);
    this.closed();
  }

  opened() {}

  closed() {}

  painted() {}

  /** Renders again whenever one of these changes. @param {...import('./topics.js').Topic} topics */
  watch(...topics) {
    for (const topic of topics) this.until(topic.subscribe(() => this.update()));
  }

  /** @param {() => void} stop runs when the element leaves the page */
  until(stop) {
    this.#stops.push(stop);
  }

  /** Renders again every `milliseconds` while on the page. */
  tick(milliseconds, when = () => true) {
    const timer = setInterval(() => when() && this.update(), milliseconds);
    this.until(() => clearInterval(timer));
  }

  update() {
    if (this.isConnected) enqueue(this);
  }

  paint() {
    if (!this.isConnected) return;
    render(this.template(), this);
    this.painted();
  }

  /** @abstract */
  template() {
    throw new Error(`${this.localName} has no template`);
  }
}
