/** What lies on the other server, in the order in which it is told of. */
export const FILES = [
  { name: 'calls.xml', part: 'calls', what: 'for callers' },
  { name: 'goodbye.xml', part: 'goodbye', what: 'after their message' },
  { name: 'texts.xml', part: 'texts', what: 'for texts' },
];

/** Where the documents are written that ring a phone first, or none. */
export const pathOf = (ringFirst) =>
  `/api/settings/carrier/fallback${ringFirst.trim() ? `?${new URLSearchParams({ ringFirst: ringFirst.trim() })}` : ''}`;

/** A link by which a browser saves one as a file. */
export const addressOf = (text) => `data:application/xml;charset=utf-8,${encodeURIComponent(text)}`;
