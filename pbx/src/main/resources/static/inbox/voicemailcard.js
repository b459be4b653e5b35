import { html, nothing } from '../lib/html.js';
import { get, post } from '../lib/api.js';
import { voicemails } from '../lib/data.js';
import { may } from '../lib/rights.js';
import { View } from '../lib/view.js';
import { icon } from '../components/icon/icon.js';

/** Plays a voicemail where it stands in its conversation. It is fetched when it is first wanted. */
class VoicemailCard extends View {
  #id = '';
  #wanted = false;
  #problem = '';

  set voicemail(id) {
    if (id === this.#id) return;
    this.#id = id;
    this.#wanted = false;
    this.update();
  }

  opened() {
    this.watch(voicemails);
  }

  template() {
    const item = voicemails.get(this.#id);
    if (this.#problem) return html`<p class="callout" role="alert" dir="auto">${this.#problem}</p>`;
    if (this.#wanted && item?.state === 'stored') return this.#player(item);
    return html`
      <button class="button" type="button" ?disabled=${this.#wanted && !item} @click=${() => this.#play()}>
        ${icon('play')}Play<span class="unseen"> voicemail</span>
      </button>
      ${this.#wanted && item ? html`<p class="sub muted" role="status">The recording is not here yet.</p>` : nothing}
    `;
  }

  #player(item) {
    this.classList.add('inbox-playing');
    const onHeard = () => item.listened || !may('agent') || post(`/api/voicemails/${encodeURIComponent(item.id)}/listen`, { listened: true }).then((it) => voicemails.put(it));
    return html`
      <pbx-player .source=${{ url: item.audioUrl, duration: item.durationSeconds, peaks: item.peaks, onHeard }}></pbx-player>
      <a class="link sub" href="/voicemail/${encodeURIComponent(item.id)}">Show in Voicemail</a>
    `;
  }

  async #play() {
    this.#wanted = true;
    this.update();
    try {
      const [item] = await Promise.all([
        voicemails.get(this.#id) ?? get(`/api/voicemails/${encodeURIComponent(this.#id)}`),
        import('../components/player/player.js'),
      ]);
      voicemails.put(item);
      this.paint();
      this.querySelector('pbx-player')?.toggle();
    } catch (problem) {
      this.#problem = problem.message;
    }
    this.update();
  }
}

customElements.define('pbx-voicemail-card', VoicemailCard);
