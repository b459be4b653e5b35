/**
 * The numbers there are: those the business has bought, and the people one may pretend to be.
 *
 * @typedef {{ number: string, display: string, label: string }} BusinessNumber
 * @typedef {{ number: string, display: string, name: string }} Persona
 * @typedef {{ business: BusinessNumber[], personas: Persona[] }} Directory
 */

/** @returns {Promise<Directory | null>} null when the carrier does not answer */
export async function fetchDirectory() {
  try {
    const response = await fetch(new URL('numbers', document.baseURI), { cache: 'no-store' });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/**
 * @param {Directory | null} directory
 * @param {string} number
 * @returns {string | null} how the number is known, if it is
 */
export function nameOf(directory, number) {
  const business = directory?.business.find((entry) => entry.number === number);
  const person = directory?.personas.find((entry) => entry.number === number);
  return business?.label || person?.name || null;
}
