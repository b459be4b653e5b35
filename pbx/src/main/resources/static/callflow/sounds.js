import { get, post } from '../lib/api.js';
import { Topic } from '../lib/topics.js';
import { upload } from '../lib/upload.js';
import { phoneProblem, soundProblem, spokenNote } from './soundmodel.js';

const PATH = '/api/greetings';
const LOOK_AGAIN_MS = 1000;

/** The sounds that menus name, and those on their way to be named. */
export class Sounds extends Topic {
  #known = new Map();
  #coming = new Map();
  #isWatched;

  /** @param {() => boolean} isWatched whether somebody still looks */
  constructor(isWatched) {
    super();
    this.#isWatched = isWatched;
  }

  /** What is known of a sound; null until it is, and without an address where it is not there. @param {string} name */
  of(name) {
    if (!this.#known.has(name)) {
      this.#known.set(name, null);
      get(`${PATH}/${name}`).catch(() => ({ name, audioUrl: '' })).then((sound) => this.#know(sound));
    }
    return this.#known.get(name);
  }

  #know(sound) {
    this.#known.set(sound.name, sound);
    this.changed();
  }

  /** How far the sound for a field has come, or why it did not. @param {string} pointer @returns {{share: number, note: string, problem: string, name: string} | undefined} */
  coming(pointer) {
    return this.#coming.get(pointer);
  }

  /** Uploads a file for a field. @param {string} pointer @param {File} file @param {(name: string) => void} keep names it there */
  async add(pointer, file, keep) {
    const tell = this.#begun(pointer, { name: file.name, problem: soundProblem(file) ?? '' });
    if (this.coming(pointer)?.problem) return;
    try {
      const sound = await upload(PATH, file, { onProgress: (share) => tell({ share }) });
      this.#arrived(pointer, sound, keep);
    } catch (problem) {
      tell({ problem: problem.message });
    }
  }

  /** Rings the phone of whoever is signed in, to be spoken into. @param {string} pointer @param {(name: string) => void} keep names it there */
  async byPhone(pointer, keep) {
    const tell = this.#begun(pointer, { note: spokenNote('ready') });
    try {
      let spoken = await post(`${PATH}/by-phone`);
      while (spokenNote(spoken.state) && this.#isWatched()) {
        tell({ note: spokenNote(spoken.state) });
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
        spoken = await get(`${PATH}/by-phone/${spoken.id}`);
      }
      if (spoken.greeting) this.#arrived(pointer, spoken.greeting, keep);
      else tell({ problem: spoken.why });
    } catch (problem) {
      tell({ problem: phoneProblem(problem) });
    }
  }

  #begun(pointer, item) {
    const whole = { share: 0, note: '', name: '', problem: '', ...item };
    this.#coming.set(pointer, whole);
    this.changed();
    return (change) => {
      Object.assign(whole, change);
      this.changed();
    };
  }

  #arrived(pointer, sound, keep) {
    this.#coming.delete(pointer);
    this.#know(sound);
    keep(sound.name);
  }

  /** Forgets what was wrong. */
  calm(pointer) {
    this.#coming.delete(pointer);
    this.changed();
  }
}
