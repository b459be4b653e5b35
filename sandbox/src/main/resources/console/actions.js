import { nextTheme } from '../phone/theme.js';
import { tell } from './api.js';

/**
 * What a person can do on the page.
 *
 * @param {import('../phone/store.js').Store<any>} store
 * @param {() => Promise<void>} refresh
 */
export function actions(store, refresh) {
  async function change(method, path, body, done) {
    const refusal = await tell(method, path, body);
    store.set({ notice: refusal || done });
    await refresh();
  }
  return {
    nextTheme: () => store.set({ theme: nextTheme(store.state.theme) }),
    dismiss: () => store.set({ notice: '' }),
    addFault: (rule) => change('POST', 'faults', rule, 'Fault added.'),
    removeFault: (id) => change('DELETE', `faults/${id}`, undefined, 'Fault removed.'),
    clearFaults: () => change('DELETE', 'faults', undefined, 'All faults removed.'),
    setTime: (setting) => change('PUT', 'time', setting, setting.mode === 'stepped' ? 'The clock stands.' : 'The clock runs.'),
    advance: (seconds) => change('POST', 'time/advance', { seconds }, `The clock was moved by ${seconds} s.`),
  };
}
