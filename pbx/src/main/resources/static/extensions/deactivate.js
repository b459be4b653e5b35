import { html, nothing } from '../lib/html.js';
import { remove } from '../lib/api.js';
import { extensionFeed, extensions, settings } from '../lib/data.js';
import { notices } from '../lib/notices.js';
import { address } from '../lib/router.js';
import { choice, focusFirstError } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';

const NOBODY = 'none';

/** Asks what is lost with an extension: a released number cannot be had back, and callers who ask for a person want somebody. */
export function askToDeactivate(extension) {
  const asked = { fate: 'keep', operator: '' };
  let isOperator = settings.value?.operatorExtension === extension.ext;
  let problem = '';
  let operatorError = null;
  let busy = false;

  const confirm = async (close, form) => {
    operatorError = isOperator && !asked.operator ? 'Choose who answers from now on.' : null;
    sheet.update();
    if (operatorError) return focusFirstError(form);
    busy = true;
    sheet.update();
    try {
      const answer = await remove(path(extension, { ...asked, operator: isOperator ? asked.operator : '' }));
      extensions.put({ ...(extensions.get(extension.id) ?? extension), active: false });
      notices.say(answer?.number?.detail ?? `${extension.name} is no longer reachable`);
      close();
    } catch (refusal) {
      // Somebody made it the operator while this sheet was open: now it asks.
      if (refusal.code === 'operator_successor_needed') isOperator = true;
      operatorError = refusal.about('operator') ? 'Choose who answers from now on.' : null;
      problem = operatorError ? '' : refusal.message;
    } finally {
      busy = false;
      sheet.update();
    }
    return undefined;
  };

  const choose = (name, value) => {
    asked[name] = value;
    operatorError = null;
    sheet.update();
  };

  const sheet = openSheet({
    title: `Deactivate ${extension.name}?`,
    size: 'small',
    content: () => html`
      ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
      <p class="callout">
        Callers who dial ${extension.ext} will hear that there is no such extension. Voicemail that is already here stays.
      </p>
      ${isOperator ? successor(extension, asked.operator, operatorError, (ext) => choose('operator', ext)) : nothing}
      ${extension.number ? choices(extension, (fate) => choose('fate', fate)) : nothing}
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button
        class="button button-danger-filled"
        type="button"
        ?disabled=${busy}
        @click=${(event) => confirm(close, event.target.closest('dialog'))}
      >
        Deactivate
      </button>
    `,
  });
}

const path = (extension, { fate, operator }) =>
  address(`/api/extensions/${encodeURIComponent(extension.id)}`, {
    number: extension.number ? fate : '',
    operator,
  });

/** Nothing is chosen beforehand: who answers for the company is not to be decided by a click on Deactivate. */
const successor = (extension, chosen, error, choose) => html`
  <p class="callout extensions-consequence">
    <strong>${extension.name} is the operator:</strong> callers who ask for a person, or are not understood, reach this extension.
  </p>
  <div class="field-group">
    ${choice({
      name: 'operator',
      label: 'New operator',
      value: chosen,
      error,
      options: [
        { value: '', label: 'Choose…' },
        ...extensionFeed()
          .items.filter(({ id }) => id !== extension.id)
          .map(({ ext, name }) => ({ value: ext, label: `${name} · ${ext}` })),
        { value: NOBODY, label: 'Nobody: general mailbox' },
      ],
      onInput: choose,
    })}
  </div>
`;

const choices = (extension, choose) => html`
  <fieldset class="extensions-fates" @change=${(event) => choose(event.target.value)}>
    <legend class="field-heading">What happens to ${extension.numberDisplay}?</legend>
    <div class="field-group">
      ${option('keep', 'Keep it', 'It stays yours and costs what it costs now; callers hear the main menu. Release it later under Numbers.')}
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
