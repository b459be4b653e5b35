// What a newcomer cannot know of sending to many.

export const KIND_WORDS =
  'Marketing reaches only who agreed to offers from you in writing. Information, such as a change of hours, reaches also who agreed to that alone.';

export const SPEED_WORDS = 'How many texts leave in a second, all your numbers together. The networks refuse what comes faster; with more numbers it is done sooner.';

export const NUMBERS_WORDS =
  'Phone networks deliver texts to many people only from numbers that are registered for it at the carrier. How far each is stands under Numbers.';
