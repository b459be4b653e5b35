import { html, nothing, repeat, svg } from '../lib/html.js';
import { icon } from '../components/icon/icon.js';
import { CARD } from './layoutmodel.js';
import { KINDS } from './planmodel.js';

const rem = (pixels) => `${pixels / 16}rem`;

/**
 * The picture of a plan: a nested list of links whose cards are placed beside their lines; on a phone, the list itself.
 *
 * @param {{roots: import('./planmodel.js').Vertex[], laid: ReturnType<typeof import('./layoutmodel.js').layout>, lit: Set<string>,
 *   chosen: string, focused: string, hrefOf: (id: string) => string, wrong: Set<string>}} picture
 */
export function picture(picture) {
  const { roots, laid, lit } = picture;
  const { width, height, lines } = laid;
  // What is lit lies above what is not.
  const inOrder = [...lines].sort((a, b) => Number(lit.has(a.path)) - Number(lit.has(b.path)));
  return html`
    <div
      class="callflow-picture"
      .style=${`--width:${rem(width)};--height:${rem(height)};--card:${rem(CARD.width)};--tall:${rem(CARD.height)}`}
      @keydown=${walk}
    >
      <svg class="callflow-lines" viewBox="0 0 ${width} ${height}" aria-hidden="true">
        ${inOrder.map(({ path, d }) => svg`<path class=${lit.has(path) ? 'callflow-line callflow-line-lit' : 'callflow-line'} d=${d}></path>`)}
      </svg>
      <ul class="callflow-tree" aria-label="Where calls go">${branches(roots, picture)}</ul>
    </div>
  `;
}

const branches = (vertices, all) => repeat(vertices, ({ path }) => path, (vertex) => branch(vertex, all));

function branch(vertex, all) {
  return html`
    <li class="callflow-branch ${all.lit.has(vertex.path) ? 'callflow-branch-lit' : ''}">
      ${card(vertex, all)}
      ${vertex.children.length > 0 ? html`<ul>${branches(vertex.children, all)}</ul>` : nothing}
    </li>
  `;
}

function card(vertex, { laid, lit, chosen, focused, hrefOf, wrong }) {
  const { symbol, tone, name } = KINDS[vertex.kind];
  const { x, y } = laid.boxes.get(vertex.path);
  const isLit = lit.has(vertex.path);
  return html`
    <a
      class="callflow-card ${isLit ? 'callflow-card-lit' : ''} ${vertex.again ? 'callflow-card-again' : ''}"
      href=${hrefOf(vertex.id)}
      data-path=${vertex.path}
      tabindex=${vertex.path === focused ? 0 : -1}
      aria-current=${vertex.id === chosen && !vertex.again ? 'true' : 'false'}
      .style=${`--x:${rem(x)};--y:${rem(y)}`}
    >
      <span class="glyph glyph-${tone}">${icon(symbol)}</span>
      <span class="callflow-words">
        <span class="callflow-label caption cut" dir="auto">${vertex.label || name}<span class="unseen">: </span></span>
        <span class="callflow-title cut" dir="auto">${vertex.title}</span>
        <span class="callflow-note sub muted cut" dir="auto"><span class="unseen">, </span>${vertex.again ? 'Drawn elsewhere here' : vertex.note}</span>
      </span>
      ${wrong.has(vertex.id) ? html`<span class="callflow-wrong">${icon('circle-alert')}<span class="unseen">, needs mending</span></span>` : nothing}
      ${isLit ? html`<span class="unseen">, on the way of this call</span>` : nothing}
    </a>
  `;
}

/** Arrows go to what is above and below in the list, deeper, and back. */
function walk(event) {
  const here = event.target.closest?.('.callflow-card');
  if (!here || event.altKey || event.metaKey || event.ctrlKey) return;
  const to = neighbour(here, event.key);
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function neighbour(here, key) {
  const all = [...here.closest('.callflow-picture').querySelectorAll('.callflow-card')];
  const index = all.indexOf(here);
  switch (key) {
    case 'ArrowDown':
      return all[index + 1];
    case 'ArrowUp':
      return all[index - 1];
    case 'ArrowRight':
      return here.closest('li').querySelector(':scope > ul .callflow-card');
    case 'ArrowLeft':
      return here.closest('li').parentElement.closest('li')?.querySelector('.callflow-card');
    case 'Home':
      return all.at(0);
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}
