import { html, nothing } from '../lib/html.js';
import { number, time, whenToComeWithin } from '../lib/format.js';
import { may } from '../lib/rights.js';
import { icon } from '../components/icon/icon.js';

/** Campaigns that are under way, each with how far it is and the way to where it is paused. @param {any[]} those of `underWay` */
export const campaignsCard = (those) => html`
  <section class="overview-card overview-campaigns card" aria-labelledby="campaigns-now">
    <div class="overview-head">
      <h2 class="title-3" id="campaigns-now">${those.length === 1 ? 'Campaign' : 'Campaigns'}</h2>
      <span class="pill pill-blue">${icon('megaphone')}${number(those.length)} under way</span>
    </div>
    <ul>${those.map(one)}</ul>
  </section>
`;

const outlook = ({ state, goesOn, endsAbout }) => {
  if (state === 'paused') return ' · paused';
  if (goesOn) return ` · goes on ${whenToComeWithin(goesOn)}`;
  return endsAbout ? ` · ends about ${time(endsAbout)}` : '';
};

const one = ({ id, name, state, why, total, done, failed, goesOn, endsAbout }) => html`
  <li class="overview-campaign">
    <span class="overview-row-words">
      <a class="overview-row-name link cut" href="/campaigns/${encodeURIComponent(id)}" dir="auto">${name}</a>
      <progress class="progress overview-progress" max=${Math.max(1, total)} .value=${done} aria-label="${name}: ${number(done)} of ${number(total)}"></progress>
      <span class="sub muted digits">
        ${number(done)} of ${number(total)}${failed > 0 ? ` · ${number(failed)} failed` : ''}${outlook({ state, goesOn, endsAbout })}
      </span>
      ${state === 'paused' && why ? html`<span class="sub" dir="auto">${why}</span>` : nothing}
    </span>
    ${may('admin')
      ? html`<a class="button" href="/campaigns/${encodeURIComponent(id)}?focus=acts">
          ${icon(state === 'paused' ? 'play' : 'pause')}${state === 'paused' ? 'Resume…' : 'Pause…'}<span class="unseen">: ${name}</span>
        </a>`
      : nothing}
  </li>
`;
