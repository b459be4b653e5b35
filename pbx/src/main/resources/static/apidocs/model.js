/** Everything that is shown of the API's description, worked out without the page. */

const METHODS = ['get', 'post', 'put', 'delete'];

/** All operations, by path. @param {any} description as OpenAPI 3.1 has it */
export const operations = (description) =>
  Object.entries(description.paths).flatMap(([path, byMethod]) =>
    METHODS.filter((method) => byMethod[method]).map((method) => ({
      ...byMethod[method],
      id: byMethod[method].operationId,
      method: method.toUpperCase(),
      path,
      section: byMethod[method].tags[0],
    })),
  );

/** The parts of the API, each with how many operations it has. */
export function sections(all) {
  const counts = new Map();
  for (const { section } of all) counts.set(section, (counts.get(section) ?? 0) + 1);
  return [...counts].map(([name, many]) => ({ name, many })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Those in whose address, summary or codes every word is found; all of a section without words. */
export function found(all, { section, words }) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return all.filter((each) => each.section === section);
  return all.filter((each) => {
    const text = `${each.method} ${each.path} ${each.summary} ${codes(each).map(({ code }) => code).join(' ')}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** The problems that are listed, those that hold every word. */
export function problems(description, words = '') {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return description['x-problems'].filter(({ code, sentences }) => {
    const text = `${code} ${sentences.join(' ')}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** What one operation refuses, with the status. */
export const codes = ({ responses }) =>
  Object.entries(responses).flatMap(([status, answer]) => (answer['x-codes'] ?? []).map((code) => ({ status, code })));

/** What one operation answers when it does what was asked. */
export function success({ responses }) {
  const [status, answer] = Object.entries(responses).find(([each]) => each.startsWith('2'));
  const types = Object.keys(answer.content ?? {});
  return { status, types, schema: answer.content?.['application/json']?.schema ?? null };
}

const ROLES = {
  anybody: 'Anybody',
  'read-only': 'Everybody who may sign in',
  agent: 'Agents, admins and owners',
  admin: 'Admins and owners',
  owner: 'Owners',
};

/** Who may, in words. */
export function who({ 'x-role': role, security }) {
  const byToken = role === 'anybody' || security.some((way) => way.token);
  return `${ROLES[role] ?? role}${byToken ? '' : ', signed in as a person'}`;
}

const resolved = (description, schema) =>
  schema?.$ref ? description.components.schemas[schema.$ref.split('/').at(-1)] : schema;

/** A type in a few words. */
export function typeName(description, schema) {
  if (!schema) return 'anything';
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.anyOf) return schema.anyOf.map((each) => typeName(description, each)).join(' or ');
  const types = [schema.type].flat().filter(Boolean);
  const named = types.map((type) => {
    if (type === 'array') return `list of ${typeName(description, schema.items)}`;
    return type === 'string' && schema.format ? schema.format : type;
  });
  return named.join(' or ') || 'anything';
}

/** The members of an object, one line each; none when it has none. */
export function members(description, schema) {
  const whole = resolved(description, schema);
  const inner = whole?.anyOf ? whole.anyOf.map((each) => resolved(description, each)).find((each) => each?.properties) : whole;
  const required = new Set(inner?.required ?? []);
  return Object.entries(inner?.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeName(description, property),
    required: required.has(name),
    limits: limits(property),
    inner: innerOf(property),
  }));
}

/** The object within a property, to be looked at by itself. */
function innerOf(property) {
  if (property.$ref) return property;
  if (property.items?.$ref) return property.items;
  return property.anyOf?.find((each) => each.$ref) ?? null;
}

/** What a value has to be, in a few words. */
export function limits({ minLength, maxLength, minimum, maximum, pattern, maxItems, default: usual, enum: words }) {
  return [
    words && words.join(', '),
    minLength === 1 && 'not empty',
    maxLength && `at most ${maxLength} characters`,
    maxItems && `at most ${maxItems}`,
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : minimum !== undefined && `at least ${minimum}`,
    pattern && pattern.replace(/^\^\(\?:|\)\$$/g, ''),
    usual !== undefined && `${usual} when left out`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** A request for the shell; null where there is no example. @param {string} origin such as http://localhost:8080 */
export function curl({ method, 'x-example': example }, origin) {
  if (!example) return null;
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(origin + example.path)}`, `-H "Authorization: Bearer $TOKEN"`];
  if (example.body) lines.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(example.body))}`);
  return lines.join(' \\\n  ');
}
