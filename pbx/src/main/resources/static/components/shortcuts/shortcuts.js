import { html } from '../../lib/html.js';
import { session } from '../../lib/data.js';
import { modKey, setSingleKeys, singleKeysOn } from '../../lib/keys.js';
import { stylesheet } from '../../lib/styles.js';
import { openSheet } from '../sheet/sheet.js';
import { roomsFor } from '../shell/rooms.js';
import '../field/field.js';

const styles = stylesheet('./shortcuts.css', import.meta.url);

const everywhere = () => [
  [[modKey('K'), '/'], 'Search'],
  [['J', 'K'], 'Next, previous in a list'],
  [['↵', 'Esc'], 'Open, back'],
  [['R', 'N'], 'Reply, note; answer a voicemail by text'],
  [['T', 'H'], 'Take over, hand back'],
  [['E', 'Z', 'A'], 'Done, snooze, assign'],
  [[modKey('↩'), modKey('⇧↩')], 'Send, send later'],
  [['C', 'D'], 'New text (in the inbox), dial a number'],
  [['Space'], 'Play or pause a voicemail'],
  [['←', '→'], 'Five seconds back, on (one with Shift)'],
  [['U'], 'Mark a text as read or unread, a voicemail as heard or not'],
  [['M', 'Delete'], 'Move a voicemail, delete it'],
  [['N'], 'New extension'],
  [[modKey('Z')], 'Undo'],
  [[modKey('⇧L')], 'Light, dark, system'],
  [['?'], 'This list'],
];

export async function showShortcuts() {
  await styles;
  const going = roomsFor(session.value?.carrier.mode).map((room) => [['G', room.key.toUpperCase()], `Go to ${room.name}`]);
  openSheet({
    title: 'Keyboard Shortcuts',
    content: () => html`
      <dl class="shortcuts">${everywhere().map(row)}</dl>
      <dl class="shortcuts">${going.map(row)}</dl>
      <div class="field-group">
        <div class="field">
          <div class="field-line">
            <label for="single-keys">Single-key shortcuts</label>
            <input
              class="field-switch"
              id="single-keys"
              type="checkbox"
              role="switch"
              .checked=${singleKeysOn()}
              @change=${(event) => setSingleKeys(event.target.checked)}
            />
          </div>
        </div>
      </div>
    `,
  });
}

const row = ([keys, what]) => html`
  <div class="shortcuts-row">
    <dt>${what}</dt>
    <dd>${keys.map((key) => html`<kbd class="kbd">${key}</kbd> `)}</dd>
  </div>
`;
