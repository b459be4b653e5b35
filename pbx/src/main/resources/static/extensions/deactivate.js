import { html, nothing } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { extensions } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { openSheet } from '../components/sheet/sheet.js';
import '../components/field/field.js';

/** Asks what becomes of the number, because a released one cannot be had back. */
export function askToDeactivate(extension) {
  let fate = 'keep';
  let problem = '';
  let busy = false;

  const confirm = async (close) => {
    busy = true;
    sheet.update();
    try {
      const query = extension.number ? `?number=${fate}` : '';
      const answer = await remove(`/api/extensions/${encodeURIComponent(extension.id)}${query}`);
      extensions.put({ ...(extensions.get(extension.id) ?? extension), active: false });
      notices.say(answer?.number?.detail ?? `${extension.name} is no longer reachable`);
      close();
    } catch (refusal) {
      problem = refusal.message;
    } finally {
      busy = false;
      sheet.update();
    }
  };

  const sheet = openSheet({
    title: `Deactivate ${extension.name}?`,
    size: 'small',
    content: () => html`
      ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
      <p class="callout">
        Callers who dial ${extension.ext} will hear that the extension is not in use. Voicemail that is already here stays.
      </p>
      ${extension.number ? choices(extension, (chosen) => (fate = chosen)) : nothing}
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-danger-filled" type="button" ?disabled=${busy} @click=${() => confirm(close)}>
        Deactivate
      </button>
    `,
  });
}

const choices = (extension, choose) => html`
  <fieldset class="extensions-fates" @change=${(event) => choose(event.target.value)}>
    <legend class="field-heading">What happens to ${extension.numberDisplay}?</legend>
    <div class="field-group">
      ${option('keep', 'Keep it', 'It stays yours and costs what it costs now; callers hear that it is not in use.')}
      ${option('release', 'Release it', 'It goes back to the carrier. Nobody can promise that you get it again.')}
    </div>
  </fieldset>
`;

const option = (value, label, meaning) => html`
  <label class="extensions-fate">
    <input type="radio" name="fate" value=${value} ?checked=${value === 'keep'} />
    <span><span class="extensions-fate-name">${label}</span><span class="sub muted">${meaning}</span></span>
  </label>
`;
