/** The parts of Settings. */
export const SECTIONS = [
  { id: 'business', name: 'Business', symbol: 'building-2', tone: 'blue' },
  { id: 'messages', name: 'Messages', symbol: 'message-circle', tone: 'green' },
  { id: 'calls', name: 'Calls', symbol: 'phone', tone: 'green' },
  { id: 'knowledge', name: 'Knowledge', symbol: 'sparkles', tone: 'purple' },
  { id: 'receptionist', name: 'Receptionist', symbol: 'ear', tone: 'indigo' },
  { id: 'compliance', name: 'Compliance', symbol: 'shield-check', tone: 'orange' },
  { id: 'carrier', name: 'Carrier', symbol: 'route', tone: 'red' },
  { id: 'storage', name: 'Storage', symbol: 'hard-drive', tone: 'indigo' },
  { id: 'people', name: 'People & Roles', symbol: 'users-round', tone: 'blue' },
  { id: 'security', name: 'Security', symbol: 'shield-check', tone: 'green' },
  { id: 'notifications', name: 'Notifications', symbol: 'bell', tone: 'red' },
  { id: 'tokens', name: 'API Tokens', symbol: 'key-round', tone: 'orange' },
  { id: 'webhooks', name: 'Webhooks', symbol: 'upload', tone: 'blue' },
  { id: 'audit', name: 'Audit Log', symbol: 'list-filter', tone: 'purple' },
  { id: 'appearance', name: 'Appearance', symbol: 'sun-moon', tone: 'indigo' },
  { id: 'account', name: 'You', symbol: 'user-round', tone: 'green' },
];

/** The section an address names; the first when it names none. */
export const sectionOf = (id) => SECTIONS.find((section) => section.id === id) ?? SECTIONS[0];
