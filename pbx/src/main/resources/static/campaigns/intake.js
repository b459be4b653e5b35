import { html, nothing } from '../lib/html.js';
import { downloadLink } from '../lib/download.js';
import { count, number } from '../lib/format.js';
import { icon } from '../components/icon/icon.js';

/**
 * What became of a file, and the lines of it that were not taken.
 *
 * @param {{read: number, taken: number, duplicates: number, invalid: number, rejected: any[]}} report
 * @param {string} all where all of those lines can be downloaded
 */
export const intake = (report, all) => html`
  <div class="campaigns-intake" role="status">
    <p class="callout">
      ${icon(report.invalid === 0 ? 'circle-check' : 'circle-alert')}
      <span>
        <strong>${count(report.taken, 'person', 'people')}</strong> of ${count(report.read, 'line')} taken${report.duplicates > 0
          ? `, ${number(report.duplicates)} were there twice`
          : ''}${report.invalid > 0 ? `, ${number(report.invalid)} left out` : ''}.
      </span>
    </p>
    ${report.rejected.length > 0 ? lines(report, all) : nothing}
  </div>
`;

const lines = (report, all) => html`
  <div class="campaigns-rejected" tabindex="0" role="region" aria-label="Lines that were left out">
    <table>
      <thead><tr><th scope="col">Line</th><th scope="col">Number</th><th scope="col">Why</th></tr></thead>
      <tbody>
        ${report.rejected.map(
          ({ line, value, sentence }) => html`<tr>
            <td class="digits">${number(line)}</td>
            <td dir="auto">${value}</td>
            <td dir="auto">${sentence}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
  <p class="sub muted">
    ${report.invalid + report.duplicates > report.rejected.length ? html`The first ${number(report.rejected.length)} are shown. ` : nothing}
    <a href=${all} download @click=${downloadLink}>Download all lines left out (CSV)</a>
  </p>
`;
