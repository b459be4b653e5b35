import { html } from '../lib/html.js';
import { session } from '../lib/data.js';
import { shownTheme } from '../lib/theme.js';
import { View } from '../lib/view.js';
import { empty } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { frameAddress, ownWindow } from './model.js';

/** The sandbox carrier's own phone, in a frame: what happens in it happens at the carrier. */
class PhonePage extends View {
  params = {};
  query = {};
  #source = '';

  opened() {
    this.className = 'phone-page';
    this.watch(session);
  }

  template() {
    const { mode, phoneUrl } = session.value.carrier;
    if (mode !== 'sandbox' || !phoneUrl) {
      return html`${header({ title: 'Sandbox Phone' })}
      ${empty({ symbol: 'smartphone', title: 'Only in the sandbox', text: 'This system is connected to a real carrier. Call it from any phone.' })}`;
    }
    // Once set, the address stays: a new one would reload the frame and end the call in it.
    this.#source ||= frameAddress(phoneUrl, { theme: shownTheme(), dial: this.query.dial });
    return html`
      ${header({
        title: 'Sandbox Phone',
        note: 'Pretend to be a customer. Nothing leaves this computer.',
        actions: html`<a class="button" href=${ownWindow(phoneUrl)} target="_blank" rel="noopener noreferrer"
          >Open Another Phone</a
        >`,
      })}
      <iframe class="phone-frame" title="Sandbox phone" allow="microphone; autoplay" src=${this.#source}></iframe>
    `;
  }
}

customElements.define('pbx-phone', PhonePage);
