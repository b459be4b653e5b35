import { html, nothing } from '../lib/html.js';
import { post } from '../lib/api.js';
import { go } from '../lib/router.js';
import { notices } from '../lib/notices.js';
import { choice } from '../components/field/field.js';
import { openSheet } from '../components/sheet/sheet.js';
import { directory } from './feeds.js';
import { ACTIONS, needsTarget, targetsFor } from './runmodel.js';

/** Asks how a turn should have ended, and makes it a test. @param {string} callId @param {any} turn */
export function makeTest(callId, turn) {
  let action = turn.weighed.decision.kind;
  let target = '';
  let problem = '';
  const targets = () => targetsFor(action, directory.value?.items ?? []);
  const submit = async (event, close) => {
    event.preventDefault();
    problem = needsTarget(action) && !target ? 'Choose whom to connect them to.' : '';
    if (!problem) {
      try {
        await post('/api/receptionist/tests', { callId, turn: turn.turn, action, target: target || null });
        close();
        notices.say('Made a test');
        go('/receptionist/tests');
        return;
      } catch (refused) {
        problem = refused.message;
      }
    }
    sheet.update();
  };
  const stop = directory.subscribe(() => sheet.update());
  const sheet = openSheet({
    title: 'Make a Test',
    content: (close) => html`
      <form id="receptionist-test" class="receptionist-form" novalidate @submit=${(event) => submit(event, close)}>
        <p class="callout" dir="auto">“${turn.heard}”</p>
        <p class="sub muted">From now on, whenever the tests are run, these words and all that was said before them should end so:</p>
        ${problem ? html`<p class="field-problem callout" role="alert" dir="auto">${problem}</p>` : nothing}
        <div class="field-group">
          ${choice({
            name: 'action',
            label: 'The receptionist should',
            value: action,
            options: ACTIONS,
            onInput: (value) => {
              action = value;
              target = '';
              sheet.update();
            },
          })}
          ${targets().length > 0
            ? choice({
                name: 'target',
                label: action === 'answer' ? 'From' : 'For',
                value: target,
                options: [
                  { value: '', label: needsTarget(action) ? 'Choose…' : 'Anything' },
                  ...targets().map(({ id, name }) => ({ value: id, label: name })),
                ],
                onInput: (value) => {
                  target = value;
                  sheet.update();
                },
              })
            : nothing}
        </div>
      </form>
    `,
    footer: (close) => html`
      <button class="button" type="button" @click=${close}>Cancel</button>
      <button class="button button-filled" type="submit" form="receptionist-test">Make Test</button>
    `,
    onClose: stop,
  });
  directory.refresh();
}
