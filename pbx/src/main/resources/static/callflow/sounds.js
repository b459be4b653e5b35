import { get } from '../lib/api.js';
import { Topic } from '../lib/store.js';
import { upload } from '../lib/upload.js';
import { soundProblem } from './soundmodel.js';

const PATH = '/api/greetings';

/** The sounds that menus name, and those on their way to be named. */
export class Sounds extends Topic {
  #known = new Map();
  #coming = new Map();

  /** What is known of a sound; null until it is, and where it is not there. @param {string} name */
  of(name) {
    if (!this.#known.has(name)) {
      this.#known.set(name, null);
      get(`${PATH}/${name}`).then((sound) => this.#know(sound)).catch(() => undefined);
    }
    return this.#known.get(name);
  }

  #know(sound) {
    this.#known.set(sound.name, sound);
    this.changed();
  }

  /** How far the sound for a field has come, or why it did not. @param {string} pointer @returns {{share: number, problem: string, name: string} | undefined} */
  coming(pointer) {
    return this.#coming.get(pointer);
  }

  /** Uploads a file for a field. @param {string} pointer @param {File} file @param {(name: string) => void} keep names it there */
  async add(pointer, file, keep) {
    const item = { share: 0, name: file.name, problem: soundProblem(file) ?? '' };
    const tell = (change) => {
      Object.assign(item, change);
      this.changed();
    };
    this.#coming.set(pointer, item);
    tell({});
    if (item.problem) return;
    try {
      const sound = await upload(PATH, file, { onProgress: (share) => tell({ share }) });
      this.#coming.delete(pointer);
      this.#know(sound);
      keep(sound.name);
    } catch (problem) {
      tell({ problem: problem.message });
    }
  }

  /** Forgets what was wrong. */
  calm(pointer) {
    this.#coming.delete(pointer);
    this.changed();
  }
}
