// For inputs, whose value the user changes behind the template's back.
export { live } from '../vendor/lit-html/directives/live.js';
