import { live } from '../../lib/bound.js';
import { html, nothing } from '../../lib/html.js';
import { stylesheet } from '../../lib/styles.js';
import { sentence } from './field.js';

stylesheet('./area.css', import.meta.url);

/**
 * A field of several lines, as high as what is written into it. The same words stand unseen behind it and hold it open, which every
 * browser can.
 *
 * @param {{name: string, label: string, value: string, error?: string | null, placeholder?: string, maxlength?: number,
 *   onInput: (value: string) => void}} field
 */
export const area = ({ name, label, value, error, placeholder, maxlength, onInput }) => html`
  <div class="field field-area ${error ? 'field-wrong' : ''}">
    <label class="field-label" for=${name}>${label}</label>
    <div class="field-area-room" data-words=${value}>
      <textarea
        class="field-area-input"
        id=${name}
        name=${name}
        rows="2"
        dir="auto"
        placeholder=${placeholder ?? ''}
        maxlength=${maxlength ?? nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? `${name}-error` : nothing}
        .value=${live(value)}
        @input=${(event) => onInput(event.target.value)}
      ></textarea>
    </div>
    ${error ? html`<p class="field-error sub" id="${name}-error" dir="auto">${sentence(label, error)}</p>` : nothing}
  </div>
`;
