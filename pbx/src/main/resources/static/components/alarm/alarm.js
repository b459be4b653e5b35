import { html, repeat } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { View } from '../../lib/view.js';
import { Topic } from '../../lib/topics.js';
import { icon } from '../icon/icon.js';
import { ring, stopRinging } from './sound.js';
import { fresh } from './model.js';

const styles = stylesheet('./alarm.css', import.meta.url);

/** Calls for help that somebody here has not seen yet. */
class Alarms extends Topic {
  items = [];
  #known = new Set();

  /** Told twice, it is shown once. */
  add(call) {
    if (!fresh(this.#known, call.id)) return;
    this.items = [...this.items, call];
    this.changed();
    ring();
  }

  seen(id) {
    this.items = this.items.filter((call) => call.id !== id);
    if (this.items.length === 0) stopRinging();
    this.changed();
  }
}

const alarms = new Alarms();

/** Over whatever is open, until somebody has seen it. */
class AlarmView extends View {
  opened() {
    this.className = 'alarms';
    this.setAttribute('popover', 'manual');
    this.watch(alarms);
    this.showPopover();
  }

  template() {
    return repeat(alarms.items, ({ id }) => id, shown);
  }

  painted() {
    if (alarms.items.length === 0) this.remove();
  }
}

const shown = ({ id, title, sentence }) => html`
  <section class="alarm" role="alert" aria-labelledby="alarm-${id}">
    ${icon('phone-call')}
    <div class="alarm-words">
      <h2 id="alarm-${id}" dir="auto">${title}</h2>
      <p class="callout" dir="auto">${sentence}</p>
    </div>
    <button class="button alarm-seen" type="button" @click=${() => alarms.seen(id)}>I Have Seen It</button>
  </section>
`;

customElements.define('pbx-alarms', AlarmView);

/** @param {{id: string, title: string, sentence: string}} call */
export async function raise(call) {
  alarms.add(call);
  await styles;
  if (alarms.items.length > 0 && !document.querySelector('pbx-alarms')) document.body.append(document.createElement('pbx-alarms'));
}
