import { live } from '../../lib/bound.js';
import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';

stylesheet('./field.css', import.meta.url);

/**
 * One line of a form: its name, its input and, if something is wrong, why.
 *
 * @param {{name: string, label: string, value?: string, error?: string | null, hint?: unknown, type?: string,
 *   placeholder?: string, autocomplete?: string, inputmode?: string, maxlength?: number, optional?: boolean,
 *   dir?: string, focused?: boolean, words?: unknown, list?: string, onInput?: (value: string) => void, onBlur?: (value: string) => void}} field
 */
export function field({ name, label, value, error, hint, type = 'text', optional = false, ...rest }) {
  const described = error ? `${name}-error` : hint ? `${name}-hint` : undefined;
  return html`
    <div class="field ${error ? 'field-wrong' : ''}">
      <div class="field-line">
        <label class="field-label" for=${name}>${label}</label>${rest.words}
        <input
          class="field-input"
          id=${name}
          name=${name}
          type=${type}
          .value=${live(value ?? '')}
          placeholder=${rest.placeholder ?? (optional ? 'Optional' : '')}
          autocomplete=${rest.autocomplete ?? 'off'}
          inputmode=${rest.inputmode ?? nothing}
          maxlength=${rest.maxlength ?? nothing}
          list=${rest.list ?? nothing}
          dir=${rest.dir ?? 'auto'}
          ?autofocus=${rest.focused}
          ?required=${!optional}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${described ?? nothing}
          @input=${(event) => rest.onInput?.(event.target.value)}
          @blur=${(event) => rest.onBlur?.(event.target.value)}
        />
      </div>
      ${error ? html`<p class="field-error sub" id="${name}-error" dir="auto">${sentence(label, error)}</p>` : nothing}
      ${hint && !error ? html`<p class="field-hint sub muted" id="${name}-hint">${hint}</p>` : nothing}
    </div>
  `;
}

/** The sentence beside a new password. @param {{least: number}} rule the server's */
export const passwordHint = ({ least }) => `At least ${least} characters. A few words are easier to remember than symbols.`;

/** The server's words are what follows the name of the field; ours are whole sentences already. */
export function sentence(label, error) {
  const whole = /^\p{Ll}/u.test(error) ? `${label} ${error}` : error;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** @param {{name: string, label: string, value: string, options: {value: string, label: string}[], error?: string | null, words?: unknown, onInput?: (value: string) => void}} field */
export function choice({ name, label, value, options, error, words, onInput }) {
  return html`
    <div class="field ${error ? 'field-wrong' : ''}">
      <div class="field-line">
        <label class="field-label" for=${name}>${label}</label>${words}
        <select
          class="field-input field-select"
          id=${name}
          name=${name}
          .value=${live(value)}
          @change=${(event) => onInput?.(event.target.value)}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ? `${name}-error` : nothing}
        >
          ${options.map(
            (option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
          )}
        </select>
      </div>
      ${error ? html`<p class="field-error sub" id="${name}-error" dir="auto">${sentence(label, error)}</p>` : nothing}
    </div>
  `;
}

/** Puts the cursor into the first field that is wrong. @param {ParentNode} form */
export function focusFirstError(form) {
  requestAnimationFrame(() => /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid]'))?.focus());
}
