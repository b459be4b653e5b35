// The one door between our text and the page. lit-html escapes every value; the directives that
// would let a string in as markup (unsafeHTML, unsafeSVG) are deliberately not vendored.
import { html as template } from '../vendor/lit-html/lit-html.js';
import { plain } from './format.js';

export { svg, nothing, render } from '../vendor/lit-html/lit-html.js';
export { repeat } from '../vendor/lit-html/directives/repeat.js';

/** A template whose values are text: escaped, and unable to turn their neighbours around. */
export const html = (strings, ...values) =>
  template(strings, ...values.map((value) => (typeof value === 'string' ? plain(value) : value)));
