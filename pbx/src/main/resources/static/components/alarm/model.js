/** Whether something is told for the first time; from then on it is known. @param {Set<string>} known @param {string} id */
export function fresh(known, id) {
  if (known.has(id)) return false;
  known.add(id);
  return true;
}
