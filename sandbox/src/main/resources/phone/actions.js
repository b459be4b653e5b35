import { readNumber } from './model/numbers.js';
import { nameOf } from './directory.js';
import { playDigit } from './sound/tones.js';
import { wake } from './sound/audio.js';
import { nextTheme } from './theme.js';

/**
 * What a person can do on this page; views call these and nothing else.
 *
 * @param {import('./store.js').Store<any>} store
 * @param {() => import('./telephone.js').Telephone} telephone
 * @param {() => void} refreshDirectory
 */
export function actions(store, telephone, refreshDirectory) {
  const act = {
    ...idle(store, telephone, refreshDirectory),
    ...talking(store, telephone),
    follow: (suggestion) => follow(act, suggestion),
  };
  return act;
}

function idle(store, telephone, refreshDirectory) {
  const set = (change) => store.set(change);
  const dial = (number) => {
    telephone().dial(number, nameOf(store.state.directory, number));
    set({ keysShown: false, refusal: null });
  };
  return {
    dial,
    addressOf,
    type: (text) => set({ typed: text.replace(/[^\d+*#]/g, ''), refusal: null }),
    key(digit) {
      wake().then(() => playDigit(digit));
      set({ typed: prefilled(store.state) ? digit : store.state.typed + digit, refusal: null });
    },
    erase: () => set({ typed: prefilled(store.state) ? '' : store.state.typed.slice(0, -1), refusal: null }),
    call() {
      const read = readNumber(store.state.typed);
      if ('number' in read) dial(read.number);
      else set({ refusal: read.refusal });
    },
    choose: (number) => set({ typed: number, tab: 'keypad', refusal: null }),
    show(tab) {
      set({ tab, refusal: null, ownRefusal: null });
      if (tab === 'business' || tab === 'people') refreshDirectory();
    },
    become(text) {
      const read = readNumber(text);
      if ('number' in read) location.assign(addressOf(read.number));
      else set({ ownRefusal: read.refusal });
    },
    takeBack: () => telephone().line.open(),
    dismissProblem: () => telephone().dismissProblem(),
    showHood: (hoodTab) => set({ hoodTab }),
    nextTheme: () => set({ theme: nextTheme(store.state.theme) }),
  };
}

function talking(store, telephone) {
  return {
    answer: () => telephone().answer(),
    hangUp: () => telephone().hangUp(),
    dismiss: () => telephone().dismiss(),
    press: (digits) => telephone().press(digits),
    sayText: (text) => telephone().say(text),
    say(event) {
      event.preventDefault();
      telephone().say(event.target.elements.words.value);
      event.target.reset();
    },
    toggleKeys: () => store.set({ keysShown: !store.state.keysShown }),
    toggleAloud: () => telephone().setAloud(!store.state.aloud),
    openMicrophone: () => telephone().voice.open(),
    closeMicrophone: () => telephone().voice.close(),
    toggleMicrophone() {
      const { voice } = telephone();
      if (store.state.microphone.state === 'on') voice.close();
      else voice.open();
    },
  };
}

function follow(act, suggestion) {
  switch (suggestion.type) {
    case 'dial':
      return act.dial(suggestion.to);
    case 'press':
      return act.press(suggestion.digits);
    case 'say':
      return act.sayText(suggestion.text);
    case 'show':
      act.dismiss();
      return act.show(suggestion.tab);
    case 'hangup':
      return act.hangUp();
  }
}

/** The address of a number's phone; keeps what else the page was opened with. @param {string} number */
function addressOf(number) {
  const address = new URL(location.href);
  address.searchParams.set('number', number);
  return address.pathname + address.search.replace('embed=', 'embed');
}

/** A chosen number is replaced by the first key, a typed one is continued. */
const prefilled = ({ typed, directory }) => directory?.business.some(({ number }) => number === typed) ?? false;
