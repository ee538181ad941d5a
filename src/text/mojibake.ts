import { isUtf8 } from 'node:buffer'

/**
 * Repairs text that a publisher's software has garbled: UTF-8 decoded as Windows-1252 or Latin-1 ("cafÃ©",
 * "donâ€™t"), also twice, or as Windows-1251 ("РџСЂРё"), and bytes of Windows-1252 taken for control
 * characters. Each passage is repaired by itself, because pages mix good and garbled text; what may be
 * intended ("«IRMÃ»", "à «") stays. Takes linear time.
 */
export function mendMojibake(text: string): string {
  if (!SUSPECT.test(text)) return text
  let mended = text
  for (let times = 0; times < MOST_TIMES; times++) {
    const again = mendOnce(mended)
    if (again === mended) break
    mended = again
  }
  return mended.replace(/[\u0080-\u009f]/g, (control) => FROM_1252.decode(toByte(control)))
}

/** Whether a text is unreadable: with replacement characters, or still in the wrong encoding. */
export const isSpoiled = (text: string): boolean => text.includes('\ufffd') || mendMojibake(text) !== text

/** Twice happens when a text passes through two systems; more has not been seen. */
const MOST_TIMES = 2

const FROM_1252 = new TextDecoder('windows-1252')
const FROM_1251 = new TextDecoder('windows-1251')
const toByte = (character: string): Uint8Array => Uint8Array.of(character.charCodeAt(0))

/**
 * Reads a code page: each character with its byte, and `tail`, the continuation bytes of UTF-8 (0x80–0xbf) as
 * the inside of a character class.
 */
function readPage(decoder: TextDecoder): {
  readonly bytes: ReadonlyMap<string, number>
  readonly tail: string
} {
  const bytes = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte++) {
    bytes.set(decoder.decode(Uint8Array.of(byte)), byte)
    // Latin-1 has control characters where the code pages have letters and marks.
    if (byte < 0xa0) bytes.set(String.fromCharCode(byte), byte)
  }
  const tail = [...bytes].filter(([, byte]) => byte < 0xc0).map(([character]) => character)
  return { bytes, tail: tail.join('') }
}

const WESTERN = readPage(FROM_1252)
const CYRILLIC = readPage(FROM_1251)

/** A quick test that most texts pass. */
const SUSPECT = new RegExp(`[Â-ô][${WESTERN.tail}]|[РС][${CYRILLIC.tail}]|[\\u0080-\\u009f]`, 'u')

const CONTINUATION = `[${WESTERN.tail}]`
/** Marks that may be intended after a letter: closing quotation marks, dashes, powers. */
const MEANT = '[«»‹›‘’‚“”„–—…¹²³]'
/**
 * Sequences that are certainly not text. A capital before a closing mark may end a word in capitals. Letters
 * of other scripts must come in a row, because a single one is often intended.
 */
const SEQUENCES = new RegExp(
  [
    `â${CONTINUATION}{2}`,
    `ð${CONTINUATION}{3}`,
    'ï»¿',
    `[Â-Å](?!${MEANT})${CONTINUATION}`,
    `(?<!\\p{Lu})[ÂÃ]${CONTINUATION}`,
    `(?:(?<=\\p{Ll})[ÄÅ]${CONTINUATION}|(?<!\\p{Lu})[ÄÅ]${CONTINUATION}(?=\\p{Ll}))`,
    `(?:[Î-Û]${CONTINUATION}[ ,.]{0,2}){3,}`,
    `(?:[à-ï]${CONTINUATION}{2}){2,}`,
  ].join('|'),
  'gu',
)
const CYRILLIC_SEQUENCES = new RegExp(`(?:[РС][${CYRILLIC.tail}][ ,.]{0,2}){3,}`, 'gu')

const mendOnce = (text: string): string =>
  text
    .replace(SEQUENCES, (found) => reread(found, WESTERN.bytes))
    .replace(CYRILLIC_SEQUENCES, (found) => reread(found, CYRILLIC.bytes))

/** Decodes the characters as UTF-8 bytes; returns them unchanged if they are not valid UTF-8. */
function reread(found: string, bytes: ReadonlyMap<string, number>): string {
  const raw = Uint8Array.from(found, (character) => bytes.get(character) ?? character.charCodeAt(0))
  return isUtf8(raw) ? Buffer.from(raw).toString('utf8').replaceAll('\ufeff', '') : found
}
