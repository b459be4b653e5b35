// The one door between our text and the page. lit-html escapes every value; the directives that
// would let a string in as markup (unsafeHTML, unsafeSVG) are deliberately not vendored.
export { html, svg, nothing, render } from '../vendor/lit-html/lit-html.js';
export { repeat } from '../vendor/lit-html/directives/repeat.js';
