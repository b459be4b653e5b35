import { html } from '../../lib/html.js';
import { openSheet } from '../sheet/sheet.js';
import { SignInForm } from './form.js';

let asking = null;

/** The session ended: asks again over the page, so that what was being typed is still there afterwards. */
export function askToSignIn() {
  asking ??= new Promise((resolve) => {
    let signedIn = false;
    const form = new SignInForm({
      update: () => sheet.update(),
      done: () => {
        signedIn = true;
        sheet.close();
      },
    });
    const sheet = openSheet({
      title: 'Sign In Again',
      size: 'small',
      content: () => html`
        <p class="callout muted">You were signed out. Nothing you typed is lost.</p>
        ${form.template()}
      `,
      footer: (close) => html`
        <button class="button" type="button" @click=${close}>Cancel</button>
        <button class="button button-filled" type="submit" form="sign-in" ?disabled=${form.busy}>Sign In</button>
      `,
      onClose: () => {
        asking = null;
        resolve(signedIn);
      },
    });
  });
  return asking;
}
