// What somebody has entered and not saved, kept in this browser also while it is closed.
const PREFIX = 'cloudpbx.draft.';

/** @returns {Record<string, any> | null} */
export function readDraft(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
  } catch {
    return null;
  }
}

export const writeDraft = (name, values) => localStorage.setItem(PREFIX + name, JSON.stringify(values));

export const dropDraft = (name) => localStorage.removeItem(PREFIX + name);

/** For the next person at this browser. */
export function forgetDrafts() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
