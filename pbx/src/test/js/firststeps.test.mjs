import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsTaken } from '../../main/resources/static/dashboard/model.js';
import {
  beginningAt, businessOf, moved, operatorOf, personOf, readiness, standingOf, startOf, stepAfter, stepBefore, stepOf,
} from '../../main/resources/static/firststeps/model.js';
import { carrierFindings } from '../../main/resources/static/lib/carrier.js';
import { FILES, addressOf, pathOf } from '../../main/resources/static/settings/fallbackmodel.js';

const STEPS = ['business', 'people', 'calls', 'carrier', 'ready'].map((id) => ({ id, name: id }));
const begun = { stage: 'open', step: 'business', skipped: [] };

test('an address names a step, and without one somebody goes on where they were', () => {
  assert.equal(stepOf(STEPS, 'calls', begun).id, 'calls');
  assert.equal(stepOf(STEPS, undefined, { ...begun, step: 'people' }).id, 'people');
  assert.equal(stepOf(STEPS, 'nowhere', { ...begun, step: 'ready' }).id, 'ready');
  assert.equal(stepBefore(STEPS, 'business'), null);
  assert.equal(stepBefore(STEPS, 'people').id, 'business');
  assert.equal(stepAfter(STEPS, 'ready').id, 'ready');
});

test('the bookmark moves forwards only, and keeps what was skipped until it is done', () => {
  const skipped = moved(STEPS, begun, 'business', true);
  assert.deepEqual(skipped, { stage: 'open', step: 'people', skipped: ['business'] });
  const far = { ...skipped, step: 'carrier' };
  assert.deepEqual(moved(STEPS, far, 'business', false), { stage: 'open', step: 'carrier', skipped: [] });
  assert.equal(moved(STEPS, { ...begun, stage: 'dismissed' }, 'business', false).stage, 'open');
  assert.equal(moved(STEPS, { ...begun, stage: 'done', step: 'ready' }, 'people', false).stage, 'done');
  assert.deepEqual(STEPS.map(({ id }) => standingOf(STEPS, far, id)), ['skipped', 'done', 'done', 'ahead', 'ahead']);
});

test('the Overview says how many steps were taken and which is next', () => {
  assert.equal(stepsTaken(STEPS, begun), '0 of 4 steps done. Next: business.');
  assert.equal(stepsTaken(STEPS, { ...begun, step: 'ready', skipped: ['people'] }), '3 of 4 steps done. Next: people.');
  assert.equal(stepsTaken(STEPS, { ...begun, step: 'ready' }), '4 of 4 steps done. See what is ready.');
});

test('hours that nobody has said are suggested, and those that somebody has are kept', () => {
  const settings = { businessName: 'Tidepool Bakery', timeZone: 'America/Denver' };
  const fresh = businessOf(settings, { hours: {}, notes: null });
  assert.deepEqual(fresh.hours.monday, [{ opens: '09:00', closes: '17:00' }]);
  assert.deepEqual(fresh.hours.sunday, []);
  assert.equal(fresh.notes, '');
  const said = businessOf(settings, { hours: { sunday: [{ opens: '07:00', closes: '11:00' }] }, notes: 'Bread.' });
  assert.deepEqual(said.hours.monday, []);
  assert.deepEqual(said.hours.sunday, [{ opens: '07:00', closes: '11:00' }]);
});

test('whoever sets up is suggested as the first person, and the first person as the operator', () => {
  const user = { name: 'Noor Haddad', email: 'noor@tidepool.example', role: 'owner' };
  assert.deepEqual(personOf(user, []), { name: 'Noor Haddad', email: 'noor@tidepool.example' });
  assert.deepEqual(personOf(user, [{ ext: '101' }]), {});
  assert.equal(operatorOf({ operatorExtension: null }, [{ ext: '101' }, { ext: '102' }]), '101');
  assert.equal(operatorOf({ operatorExtension: '102' }, [{ ext: '101' }]), '102');
  assert.equal(operatorOf({ operatorExtension: null }, []), '');
});

const plan = { main: 'menu', operator: null, nodes: { menu: { type: 'menu', otherwise: 'receptionist' }, receptionist: { type: 'receptionist' } } };

test('callers begin with the menu or the receptionist, unless the call flow says something else', () => {
  assert.equal(startOf({ plan }, plan), 'menu');
  const other = beginningAt(plan, 'receptionist');
  assert.equal(other.main, 'receptionist');
  assert.equal(startOf({ plan: other }, other), 'receptionist');
  assert.equal(startOf({ plan: other }, plan), 'menu', 'a beginning that was not published yet can be chosen again');
  const closed = { ...plan, main: 'hours', nodes: { ...plan.nodes, hours: { type: 'hours' } } };
  assert.equal(startOf({ plan: closed }, closed), 'own');
  assert.equal(startOf({ plan: closed }, plan), 'own', 'somebody is drawing');
  const bare = { main: 'menu', nodes: { menu: { type: 'menu' } } };
  assert.equal(startOf({ plan: bare }, bare), 'own');
});

const twilio = { mode: 'twilio', accountEnds: '0f3a', publicUrl: 'https://phone.example.com/', secure: true, fallbackUrl: 'https://files.example.com/calls.xml' };
const main = { display: '(833) 555-0100', provisioning: { state: 'ready' }, registration: { status: 'approved', detail: '' } };
const standings = (findings) => Object.fromEntries(findings.map(({ id, standing }) => [id, standing]));

test('what the carrier needs stands with how it stands', () => {
  assert.deepEqual(standings(carrierFindings(twilio, main)), { account: 'good', address: 'good', number: 'good', texting: 'good', fallback: 'good' });
  assert.equal(standings(carrierFindings({ ...twilio, secure: false }, main)).address, 'wrong');
  const failed = { ...main, provisioning: { state: 'failed', reason: 'Twilio does not know it.' }, registration: null };
  assert.match(carrierFindings(twilio, failed)[2].text, /does not know/);
  assert.deepEqual(standings(carrierFindings(twilio, failed)), { account: 'good', address: 'good', number: 'wrong', texting: 'waiting', fallback: 'good' });
  assert.equal(standings(carrierFindings(twilio, { ...main, provisioning: { state: 'checking' } })).number, 'waiting');
  assert.equal(standings(carrierFindings(twilio, undefined)).number, 'missing');
  const alone = carrierFindings({ ...twilio, fallbackUrl: null }, main).at(-1);
  assert.equal(alone.standing, 'missing');
  assert.match(alone.text, /cut off.*FALLBACK_URL/);
  const refused = { ...main, registration: { status: 'rejected', detail: 'No opt-in shown.' } };
  assert.match(carrierFindings(twilio, refused)[3].text, /refused\. No opt-in shown\./);
});

test('the documents for when the server is off are written anew with a phone, and saved as they are', () => {
  assert.equal(pathOf('  '), '/api/settings/carrier/fallback');
  assert.equal(pathOf(' +1 707 555 0142'), '/api/settings/carrier/fallback?ringFirst=%2B1+707+555+0142');
  assert.deepEqual(FILES.map(({ name }) => name), ['calls.xml', 'goodbye.xml', 'texts.xml']);
  assert.equal(addressOf('<Say>Reed & Söhne</Say>'), 'data:application/xml;charset=utf-8,%3CSay%3EReed%20%26%20S%C3%B6hne%3C%2FSay%3E');
});

test('the end says what is ready and what is missing, with the way there', () => {
  const session = { carrier: { mode: 'sandbox' } };
  const settings = { businessName: 'Tidepool Bakery', timeZone: 'America/Los_Angeles', operatorExtension: null };
  const bare = readiness({ session, settings, facts: { hours: {}, notes: null }, people: [], start: 'menu', carrier: [] });
  assert.deepEqual(standings(bare), { business: 'good', hours: 'missing', notes: 'missing', people: 'missing', calls: 'missing', carrier: 'good' });
  assert.ok(bare.filter(({ standing }) => standing === 'missing').every(({ href }) => href.startsWith('/first-steps/')));
  const whole = readiness({
    session: { carrier: { mode: 'twilio' } },
    settings: { ...settings, operatorExtension: '101' },
    facts: { hours: { monday: [{ opens: '09:00', closes: '17:00' }] }, notes: 'Bread and coffee.' },
    people: [{ name: 'Noor', ext: '101' }],
    start: 'receptionist',
    carrier: carrierFindings({ ...twilio, secure: false }, main),
    numbers: [{ emergencyAddress: 'registered' }, { emergencyAddress: 'none' }],
  });
  assert.deepEqual(whole.filter(({ standing }) => standing !== 'good').map(({ id, href }) => [id, href]), [['address', '/first-steps/carrier']]);
  assert.match(whole.find(({ id }) => id === 'calls').text, /receptionist answers.*101/);
  assert.equal(whole.find(({ id }) => id === 'help').standing, 'good');
  const nowhere = readiness({ session: { carrier: { mode: 'twilio' } }, settings, facts: { hours: {} }, people: [], start: 'menu', carrier: [], numbers: [{ emergencyAddress: 'none' }] });
  assert.deepEqual(nowhere.filter(({ id }) => id === 'help').map(({ standing, href }) => [standing, href]), [['missing', '/settings/compliance']]);
});
