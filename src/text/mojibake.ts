import { isUtf8 } from 'node:buffer'

/**
 * Puts right what a publisher's software spoiled before us: UTF-8 that was read as Windows-1252 or Latin-1 ("cafÃ©", "donâ€™t"), also twice
 * over, or as Windows-1251 ("РџСЂРё"), and the bytes of Windows-1252 that were taken for control characters. Passages are mended one by
 * one, since pages mix good and spoiled text; what could also be meant ("«IRMÃ»", "à «") stays. Linear in the text's length.
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

/** Can this text not be read: characters that were replaced or are still in the wrong encoding? */
export const isSpoiled = (text: string): boolean => text.includes('\ufffd') || mendMojibake(text) !== text

/** Twice happens where a text passes through two systems; more was not seen. */
const MOST_TIMES = 2

const FROM_1252 = new TextDecoder('windows-1252')
const FROM_1251 = new TextDecoder('windows-1251')
const toByte = (character: string): Uint8Array => Uint8Array.of(character.charCodeAt(0))

/** Characters of a code page, each with its byte; those that go on a UTF-8 sequence (0x80–0xbf) as the inside of a character class. */
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

/** One look that most texts pass. */
const SUSPECT = new RegExp(`[Â-ô][${WESTERN.tail}]|[РС][${CYRILLIC.tail}]|[\\u0080-\\u009f]`, 'u')

const B = `[${WESTERN.tail}]`
/** What may also stand behind a letter: marks that close a quotation, dashes, powers. */
const MEANT = '[«»‹›‘’‚“”„–—…¹²³]'
/**
 * Sequences that are surely no text. A capital before a closing mark may be the end of a word in capitals; letters of other scripts must
 * follow one another, since one alone is often meant.
 */
const SEQUENCES = new RegExp(
  [
    `â${B}{2}`,
    `ð${B}{3}`,
    'ï»¿',
    `[Â-Å](?!${MEANT})${B}`,
    `(?<!\\p{Lu})[ÂÃ]${B}`,
    `(?:(?<=\\p{Ll})[ÄÅ]${B}|(?<!\\p{Lu})[ÄÅ]${B}(?=\\p{Ll}))`,
    `(?:[Î-Û]${B}[ ,.]{0,2}){3,}`,
    `(?:[à-ï]${B}{2}){2,}`,
  ].join('|'),
  'gu',
)
const CYRILLIC_SEQUENCES = new RegExp(`(?:[РС][${CYRILLIC.tail}][ ,.]{0,2}){3,}`, 'gu')

const mendOnce = (text: string): string =>
  text
    .replace(SEQUENCES, (found) => reread(found, WESTERN.bytes))
    .replace(CYRILLIC_SEQUENCES, (found) => reread(found, CYRILLIC.bytes))

/** The characters as bytes, read as UTF-8; as they were where that makes no text. */
function reread(found: string, bytes: ReadonlyMap<string, number>): string {
  const raw = Uint8Array.from(found, (character) => bytes.get(character) ?? character.charCodeAt(0))
  return isUtf8(raw) ? Buffer.from(raw).toString('utf8').replaceAll('\ufeff', '') : found
}
