/**
 * @typedef {import('./call.js').Call} Call
 */

/** The one word on the call's badge. @param {Call} call */
export function stateWord(call) {
  switch (call.state) {
    case 'dialing':
      return 'Calling…';
    case 'incoming':
      return 'Incoming call';
    case 'ringing':
      return 'Ringing…';
    case 'connected':
      return call.ringback ? 'Ringing…' : 'Connected';
    case 'recording':
      return 'Recording';
    default:
      return endWord(call);
  }
}

/** @param {{ reason: string | null, direction: 'in' | 'out', connectedAt?: number | null }} call */
export function endWord({ reason, direction }) {
  switch (reason) {
    case 'busy':
      return 'Busy';
    case 'no-answer':
      return direction === 'in' ? 'Missed call' : 'No answer';
    case 'failed':
      return 'Call failed';
    case 'canceled':
      return direction === 'in' ? 'Missed call' : 'Canceled';
    case 'declined':
      return 'Declined';
    case 'rejected':
      return 'Rejected';
    default:
      return 'Call ended';
  }
}

/** Why it ended, as a sentence. @param {Call} call */
export function endSentence(call) {
  if (call.detail) return call.detail;
  switch (call.reason) {
    case 'busy':
      return 'The other side is on another call.';
    case 'no-answer':
      return call.direction === 'in' ? 'It stopped ringing before you answered.' : 'Nobody picked up.';
    case 'failed':
      return 'The call could not be put through.';
    case 'canceled':
      return call.direction === 'in' ? 'The caller hung up before you answered.' : 'You hung up before anyone answered.';
    case 'declined':
      return 'You declined this call.';
    case 'rejected':
      return 'The number does not take this call.';
    default:
      return call.connectedAt === null ? 'The call is over.' : 'The other side hung up.';
  }
}
