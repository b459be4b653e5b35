import { backoff } from './model/backoff.js';

/** Messages kept while the line is away: a hang-up or digit pressed then is still meant. */
const KEPT = 20;

/** The WebSocket to the carrier, opened again whenever it drops, until another tab takes the number. */
export class Line {
  /**
   * @param {string} number E.164
   * @param {{ message: (message: any) => void, sound: (pcm: ArrayBuffer) => void, lost: () => void }} listener
   */
  constructor(number, listener) {
    this.address = new URL(`line?number=${encodeURIComponent(number)}`, document.baseURI);
    this.address.protocol = this.address.protocol.replace('http', 'ws');
    this.listener = listener;
    this.failures = 0;
    this.given = false;
    /** @type {object[]} */
    this.unsent = [];
  }

  open() {
    this.given = false;
    this.socket = new WebSocket(this.address);
    this.socket.binaryType = 'arraybuffer';
    this.socket.onmessage = ({ data }) => (typeof data === 'string' ? this.received(data) : this.listener.sound(data));
    this.socket.onclose = () => this.closed();
  }

  received(data) {
    const message = JSON.parse(data);
    if (message.type === 'replaced') this.given = true;
    this.listener.message(message);
    if (message.type === 'ready') this.ready(message);
  }

  ready(message) {
    this.failures = 0;
    const kept = message.call ? this.unsent : [];
    this.unsent = [];
    kept.forEach((unsent) => this.send(unsent));
  }

  closed() {
    if (this.given) return;
    this.listener.lost();
    this.failures++;
    setTimeout(() => this.open(), backoff(this.failures, Math.random()));
  }

  /** @param {object} message */
  send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
    else this.unsent = [...this.unsent, message].slice(-KEPT);
  }

  /** Sound is worth nothing late. @param {ArrayBuffer} pcm */
  sendSound(pcm) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(pcm);
  }
}
