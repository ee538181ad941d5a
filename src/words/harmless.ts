/**
 * Makes a text safe to print: removes terminal escapes, control characters, bidi overrides and isolates, and
 * turns blanks into single spaces. Joiners and direction marks stay because Persian and emoji need them.
 * Linear in the length.
 */
export function harmless(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toWellFormed()
    .replace(ESCAPE_SEQUENCE, '')
    .replace(BLANKS, ' ')
    .replace(HIDDEN, '')
    .replace(STACKED_MARKS, '$1')
}

const PLAIN = /^(?:[!-~]| (?! ))*$/

/**
 * A whole control string (OSC, DCS, SOS, PM, APC) with its terminator, or a CSI sequence (ECMA-48, 5.4 and
 * 5.6). A control string without a terminator loses only its introducer: what follows is text.
 * `stripVTControlCharacters` of node:util needs quadratic time here.
 */
const CONTROL_STRING = String.raw`(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c)`
const CSI_SEQUENCE = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`
const ESCAPE_SEQUENCE = new RegExp(`${CONTROL_STRING}|${CSI_SEQUENCE}`, 'g')

const BLANKS = /[ \t-\r\u0085\u2028\u2029]+/g

/**
 * Controls, soft hyphen, embeddings, overrides, isolates, deprecated format characters, byte order mark,
 * annotations.
 */
const HIDDEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g

/** No script stacks more than a few marks on a letter. A hundred of them paint over the lines above. */
const STACKED_MARKS = /(\p{M}{8})\p{M}+/gu
