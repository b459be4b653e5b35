import { Line } from './line.js';
import { cadence, isLive, isTalking } from './model/call.js';
import { newPhone, phoneAfter } from './model/phone.js';
import { withHood } from './model/timeline.js';
import { Prompts } from './sound/prompts.js';
import { Speaker } from './sound/speaker.js';
import { playDigit, ringer } from './sound/tones.js';
import { wake } from './sound/audio.js';
import { Voice } from './voice.js';
import { leave, recall, remember, takeUp } from './store.js';

/**
 * One phone on the line: what the person does goes out, what the carrier says comes in, and both change what is shown.
 *
 * @typedef {{ phone: import('./model/phone.js').Phone, hood: import('./model/timeline.js').Hood[], aloud: boolean, microphone: import('./voice.js').Microphone, levels: number[] }} TelephoneState
 */
export class Telephone {
  /** @param {string} number @param {import('./store.js').Store<any>} store */
  constructor(number, store) {
    this.store = store;
    this.memory = `phone.recents.${number}`;
    const left = takeUp(number);
    store.set({ phone: { ...newPhone(number, recall(this.memory, [])), call: left.call }, hood: left.hood, aloud: true });
    addEventListener('pagehide', () => leave(number, { call: this.call, hood: this.store.state.hood }));
    this.speaker = new Speaker();
    this.ring = ringer();
    this.prompts = new Prompts((prompt) => this.promptDone(prompt), () => this.manner());
    this.line = new Line(number, {
      message: (message) => this.received(message),
      sound: (pcm) => this.speaker.play(pcm),
      lost: () => this.apply({ type: 'lost' }),
    });
    this.voice = new Voice((pcm) => this.line.sendSound(pcm), store);
    /** @type {import('./model/call.js').Call | null} the call as it was last heard */
    this.heard = null;
    this.finishLeft(left.call);
    this.line.open();
  }

  /** What an earlier load of this page was speaking is not spoken to its end any more. */
  finishLeft(call) {
    for (const prompt of call?.captions.filter(({ speaking }) => speaking) ?? []) {
      this.promptDone({ call: call.sid, id: prompt.id });
    }
  }

  get phone() {
    return this.store.state.phone;
  }

  get call() {
    return this.phone.call;
  }

  manner() {
    return { aloud: this.store.state.aloud, speed: this.phone.speed };
  }

  received(message) {
    if (message.type === 'hood') this.store.set({ hood: withHood(this.store.state.hood, message, this.call?.sid ?? null) });
    else this.apply(message);
    if (message.type === 'prompt') this.prompts.add(message);
    if (message.type === 'promptCut') this.prompts.cut(message.id);
    if (this.unwanted(message)) this.line.send({ type: endOf(message), call: message.call });
  }

  /** A call hung up before it had a name, or one that comes while this phone is busy. */
  unwanted(message) {
    const { call } = this;
    if (message.type === 'incoming') return call?.sid !== message.call;
    return message.type === 'state' && message.state !== 'ended' && call?.state === 'ended' && call.sid === null;
  }

  /** @param {any} event */
  apply(event) {
    const before = this.phone;
    const after = phoneAfter(before, event, Date.now());
    this.store.set({ phone: after });
    if (after.recents !== before.recents) remember(this.memory, after.recents);
    if (after.line !== 'connecting') this.follow(after.call);
  }

  /** What is heard follows the state of the call. */
  follow(after) {
    const before = this.heard;
    this.heard = after;
    this.ringOn();
    if (isTalking(after) && !isTalking(before)) this.voice.offer();
    if (isLive(before) && !isLive(after)) {
      this.prompts.cutAll();
      this.voice.close();
    }
  }

  /** Rings as the call does, unless the speaker is off. */
  ringOn() {
    this.ring(this.store.state.aloud ? cadence(this.heard) : null);
  }

  promptDone(prompt) {
    this.apply({ type: 'promptDone', call: prompt.call, id: prompt.id });
    this.line.send({ type: 'promptFinished', call: prompt.call, id: prompt.id });
  }

  /** @param {string} to E.164 @param {string | null} name */
  dial(to, name) {
    if (isLive(this.call) || this.phone.line !== 'open') return;
    wake();
    this.apply({ type: 'dialled', to, name });
    this.line.send({ type: 'dial', to });
  }

  answer() {
    wake();
    this.line.send({ type: 'answer', call: this.call?.sid });
  }

  hangUp() {
    const { call } = this;
    if (!isLive(call)) return;
    const type = call.state === 'incoming' ? 'decline' : 'hangup';
    if (call.sid !== null) this.line.send({ type, call: call.sid });
    this.apply({ type: 'ended', ...ownEnd(call) });
  }

  /** @param {string} digits pressed one after the other, as a hand would */
  press(digits) {
    wake();
    if (!isTalking(this.call)) return;
    for (const digit of digits) {
      playDigit(digit);
      this.line.send({ type: 'digits', call: this.call.sid, digits: digit });
      this.apply({ type: 'pressed', digits: digit });
    }
  }

  /** @param {string} text */
  say(text) {
    const words = text.trim();
    if (words === '' || !isTalking(this.call)) return;
    this.line.send({ type: 'say', call: this.call.sid, text: words });
    this.apply({ type: 'said', text: words });
  }

  setAloud(aloud) {
    this.speaker.aloud = aloud;
    this.store.set({ aloud });
    this.ringOn();
    if (!aloud) window.speechSynthesis?.cancel();
  }

  dismissProblem() {
    this.apply({ type: 'problemRead' });
  }

  dismiss() {
    this.apply({ type: 'dismissed' });
  }
}

const endOf = (message) => (message.type === 'incoming' ? 'decline' : 'hangup');

function ownEnd(call) {
  if (call.state === 'incoming') return { reason: 'declined' };
  return call.connectedAt === null ? { reason: 'canceled' } : { reason: 'completed', detail: 'You hung up.' };
}
