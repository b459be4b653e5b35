/** The template library, and nothing of it that takes raw markup. */
export { html, svg, nothing, render } from './vendor/lit-html/lit-html.js';
export { repeat } from './vendor/lit-html/directives/repeat.js';
export { live } from './vendor/lit-html/directives/live.js';
