import { LINE_RATE, loudness, packets, resampler, toPcm16 } from '../model/pcm.js';
import { audio, wake } from './audio.js';

/** Samples of one packet: a tenth of a second. */
const PACKET = LINE_RATE / 10;

/**
 * What this browser would do if the microphone were asked for now.
 *
 * @returns {Promise<'granted' | 'prompt' | 'denied' | 'missing'>}
 */
export async function microphonePermission() {
  if (!navigator.mediaDevices?.getUserMedia) return 'missing';
  try {
    const status = await navigator.permissions.query({ name: /** @type {PermissionName} */ ('microphone') });
    return status.state;
  } catch {
    return 'prompt';
  }
}

/** Why there is no microphone, as a sentence. @param {unknown} error */
export function microphoneRefusal(error) {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return 'No microphone was found. Type what you’d say instead.';
  if (name === 'NotAllowedError') return 'The microphone is blocked for this page. Type what you’d say instead.';
  return 'The microphone could not be opened. Type what you’d say instead.';
}

/** An open microphone: its sound goes out in packets until it is closed. */
export class Microphone {
  /**
   * @param {(pcm: ArrayBuffer) => void} send
   * @param {(level: number) => void} measured 0 to 1, once for each packet
   * @returns {Promise<Microphone>}
   */
  static async open(send, measured) {
    // The recording is to be what was spoken: nothing may clean, level or gate it.
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    try {
      // Not awaited: after a reload the clock may stand still until the first touch, and the microphone is open all the same.
      wake();
      await audio().audioWorklet.addModule(new URL('capture-worklet.js', import.meta.url).href);
      return new Microphone(stream, send, measured);
    } catch (error) {
      stop(stream);
      throw error;
    }
  }

  constructor(stream, send, measured) {
    const context = audio();
    this.stream = stream;
    this.source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    this.capture = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
    const toLine = resampler(context.sampleRate);
    const whole = packets(PACKET);
    this.capture.port.onmessage = ({ data }) => {
      for (const packet of whole(toLine(data))) {
        measured(loudness(packet));
        send(toPcm16(packet));
      }
    };
    this.source.connect(this.capture);
  }

  close() {
    this.capture.port.onmessage = null;
    this.source.disconnect();
    stop(this.stream);
  }
}

const stop = (stream) => stream.getTracks().forEach((track) => track.stop());
