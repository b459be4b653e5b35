/** What each kind of place does, for who has never led calls. @type {Record<string, string>} */
export const KIND_WORDS = {
  menu: 'Callers hear the greeting once, then the choices, and press a key. Each key leads to another place. Whoever presses nothing hears the choices again, and then goes on by themselves.',
  hours: 'A fork in the way: callers go one way while you are open and another while you are closed. The hours are written once and can be used at several places.',
  ring: 'Several people’s phones ring, all at once or one after the other. Whoever answers hears who is wanted and takes the call by pressing 1, so that no call ends at somebody’s own voicemail.',
  queue: 'Callers wait in the order in which they came, with music, and hear where they stand, until somebody of the queue is free. They can press 1 to be called back, where that is on, and 0 for the operator.',
  receptionist: 'An automated assistant listens to what the caller wants, answers questions from what you wrote under Knowledge, and connects them. 0 always leads to a person.',
  names: 'Callers spell the first letters of a name on their keypad and are connected with that person.',
  outside: 'Rings a phone that is not one of your extensions, such as an answering service.',
  extension: 'Rings one person’s phone, who takes the call by pressing 1: that way no call ends at the phone’s own voicemail. These rules hold whichever way a caller came.',
};

/** The same of single fields. @type {Record<string, string>} */
export const FIELD_WORDS = {
  strategy: '“Everybody at once” is quickest for callers. “One after the other” keeps to the order of the list, and the two others share the calls out fairly.',
  longest: 'Whoever has waited this long goes on to the next place, so that nobody waits for ever.',
};
