import { html, nothing, repeat } from '../lib/html.js';
import { address } from '../lib/router.js';
import { Document } from '../lib/store.js';
import { stylesheet } from '../lib/styles.js';
import { View } from '../lib/view.js';
import { empty, failed, skeletonRows } from '../components/empty/empty.js';
import { header } from '../components/header/header.js';
import { icon } from '../components/icon/icon.js';
import { copy } from '../lib/clipboard.js';
import * as model from './model.js';

stylesheet('../components/list/list.css', import.meta.url);

const description = new Document('/api/openapi.json');
const PROBLEMS = 'problems';

/** What can be asked of the API, found by words, with examples to copy. */
class ApiDocsPage extends View {
  params = {};
  query = {};
  #words = '';
  #opened = new Set();

  opened() {
    this.className = 'list-page apidocs';
    this.watch(description);
    if (!description.value) description.load();
  }

  template() {
    return html`
      ${header({ title: 'API' })}
      ${description.value ? this.#whole(description.value) : description.problem ? failed(description.problem, () => description.load()) : skeletonRows(6)}
    `;
  }

  #whole(document) {
    const all = model.operations(document);
    const parts = model.sections(all);
    const current = this.query.of ?? parts[0].name;
    return html`
      ${this.#search()}
      <div class="list ${this.query.of || this.#words ? 'list-open' : ''}">
        <nav class="list-side" aria-label="Parts of the API">
          <ul class="list-parts">
            ${parts.map(({ name, many }) => part(name, name, many, current))}
            ${part(PROBLEMS, 'Problem codes', document['x-problems'].length, current)}
          </ul>
        </nav>
        <section class="list-detail" aria-labelledby="apidocs-title" tabindex="0">
          <a class="round list-back" href="/api/docs" aria-label="Back" @click=${() => this.#find('')}>${icon('chevron-left')}</a>
          <div class="list-body apidocs-body">
            ${this.#words
              ? this.#found(document, all)
              : current === PROBLEMS
                ? problemList(model.problems(document), 'Problem codes')
                : this.#section(document, all, parts.find(({ name }) => name === current) ?? parts[0])}
          </div>
        </section>
      </div>
    `;
  }

  #search() {
    return html`
      <label class="list-search apidocs-search">
        ${icon('search')}<span class="unseen">Search the API</span>
        <input type="search" placeholder="Search the API" .value=${this.#words} @input=${(event) => this.#find(event.target.value)} />
      </label>
    `;
  }

  #find(words) {
    this.#words = words;
    this.update();
  }

  #found(document, all) {
    const operations = model.found(all, { words: this.#words });
    const problems = model.problems(document, this.#words);
    return html`
      <h2 class="title-1" id="apidocs-title">Found</h2>
      <p class="sub muted" role="status">${operations.length} of ${all.length} requests, ${problems.length} problem codes</p>
      ${operations.length + problems.length === 0
        ? empty({ symbol: 'search', title: 'Nothing found', text: 'Try a word of an address, such as “campaigns”, or a problem’s code.' })
        : nothing}
      ${this.#list(document, operations)} ${problems.length > 0 ? problemList(problems, null) : nothing}
    `;
  }

  #section(document, all, { name }) {
    return html`
      <h2 class="title-1" id="apidocs-title">${name}</h2>
      ${this.#list(document, model.found(all, { section: name, words: '' }))}
    `;
  }

  #list(document, operations) {
    return html`<ul class="apidocs-operations">
      ${repeat(operations, (each) => each.id, (each) => this.#operation(document, each))}
    </ul>`;
  }

  #operation(document, each) {
    const open = this.#opened.has(each.id);
    return html`
      <li class="field-group apidocs-operation">
        <details .open=${open} @toggle=${(event) => this.#toggle(each.id, event.target.open)}>
          <summary>
            <span class="apidocs-method apidocs-${each.method.toLowerCase()}">${each.method}</span>
            <code class="apidocs-path">${each.path}</code>
            <span class="apidocs-summary">${each.summary}</span>
          </summary>
          ${open ? details(document, each) : nothing}
        </details>
      </li>
    `;
  }

  #toggle(id, open) {
    if (open === this.#opened.has(id)) return;
    this.#opened[open ? 'add' : 'delete'](id);
    this.update();
  }
}

const part = (id, name, many, current) => html`
  <li>
    <a class="list-part" href=${address('/api/docs', { of: id })} aria-current=${id === current ? 'page' : 'false'}>
      <span>${name}</span><span class="apidocs-many sub digits">${many}</span>
    </a>
  </li>
`;

function details(document, each) {
  const answer = model.success(each);
  const body = each.requestBody?.content;
  const example = model.curl(each, location.origin);
  return html`
    <div class="apidocs-details">
      <p class="sub"><b>Who may:</b> ${model.who(each)}</p>
      ${parameters(document, each.parameters)}
      ${body ? content(document, 'Body', body) : nothing}
      <h3 class="title-3">Answer ${answer.status}</h3>
      ${answer.types.length > 0 ? html`<p class="sub muted">${answer.types.join(', ')}</p>` : nothing}
      ${answer.schema ? table(document, answer.schema, 'Answer') : nothing} ${refusals(each)}
      ${example
        ? html`
            <h3 class="title-3">Try it</h3>
            <pre class="apidocs-code" tabindex="0" aria-label="Example">${example}</pre>
            <button class="button" type="button" @click=${() => copy(example, 'Example')}>${icon('copy')}Copy</button>
          `
        : nothing}
    </div>
  `;
}

const parameters = (document, list = []) =>
  list.length === 0
    ? nothing
    : html`
        <h3 class="title-3">Parameters</h3>
        ${rows(
          list.map(({ name, in: place, required, schema }) => ({
            name,
            type: `${model.typeName(document, schema)}, in the ${place}`,
            required,
            limits: model.limits(schema),
          })),
          'Parameters',
        )}
      `;

const content = (document, name, byType) => html`
  <h3 class="title-3">${name}</h3>
  <p class="sub muted">${Object.keys(byType).join(', ')}</p>
  ${Object.values(byType)
    .slice(0, 1)
    .map(({ schema }) => (schema ? table(document, schema, name) : nothing))}
`;

function table(document, schema, name) {
  const items = schema.type === 'array' ? schema.items : schema;
  const members = model.members(document, items);
  return members.length === 0 ? html`<p class="sub">${model.typeName(document, schema)}</p>` : rows(members, name, document);
}

const rows = (members, name, document) => html`
  <table class="apidocs-table">
    <caption class="unseen">${name}</caption>
    <thead class="unseen"><tr><th scope="col">Name</th><th scope="col">What it is</th></tr></thead>
    <tbody>
      ${members.map(
        (member) => html`
          <tr>
            <th scope="row"><code>${member.name}</code></th>
            <td>
              ${member.type}${member.required ? nothing : html`<span class="muted">, optional</span>`}
              ${member.limits ? html`<span class="sub muted apidocs-limits">${member.limits}</span>` : nothing}
              ${member.inner && document ? html`<details><summary class="sub">Members<span class="unseen"> of ${member.name}</span></summary>${table(document, member.inner, member.name)}</details>` : nothing}
            </td>
          </tr>
        `,
      )}
    </tbody>
  </table>
`;

function refusals(each) {
  const codes = model.codes(each);
  if (codes.length === 0) return nothing;
  return html`
    <h3 class="title-3">Refused with</h3>
    <p class="apidocs-codes">${codes.map(({ status, code }) => html`<span class="sub">${status} <code>${code}</code></span> `)}</p>
  `;
}

const problemList = (problems, name) => html`
  ${name ? html`<h2 class="title-1" id="apidocs-title">${name}</h2>` : html`<h3 class="title-3">Problem codes</h3>`}
  <dl class="field-group apidocs-problems">
    ${problems.map(
      ({ code, status, sentences }) => html`
        <div><dt><code>${code}</code> <span class="sub muted">${status.join(', ')}</span></dt>
        ${sentences.map((sentence) => html`<dd class="sub">${sentence}</dd>`)}</div>
      `,
    )}
  </dl>
`;

customElements.define('pbx-apidocs', ApiDocsPage);
