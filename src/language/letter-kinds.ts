/** What a UTF-16 unit is to the word splitter. */
export const KIND = {
  other: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  ideograph: 4,
  apostrophe: 5,
  hyphen: 6,
  stop: 7,
  comma: 8,
  space: 9,
} as const

const STOPS = new Set('.!?؟。！？।\n\r')
const COMMAS = new Set(',،、，')
const HYPHENS = new Set('-‐‑–\u200c')
const APOSTROPHES = new Set("'’ʼ‘`´")

function kindOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return KIND.other
  if (code >= 0x3400 && code <= 0x9fff) return KIND.ideograph
  if (code >= 0xac00 && code <= 0xd7a3) return KIND.lower
  const unit = String.fromCharCode(code)
  if (APOSTROPHES.has(unit)) return KIND.apostrophe
  if (HYPHENS.has(unit)) return KIND.hyphen
  if (STOPS.has(unit)) return KIND.stop
  if (COMMAS.has(unit)) return KIND.comma
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(unit)) return KIND.ideograph
  if (/\p{Lu}|\p{Lt}/u.test(unit)) return KIND.upper
  if (/[\p{L}\p{M}\u200d\u00ad]/u.test(unit)) return KIND.lower
  if (/\p{N}/u.test(unit)) return KIND.digit
  return /\s/u.test(unit) ? KIND.space : KIND.other
}

/** `KIND` of each UTF-16 unit: a table, because asking a regular expression for each letter costs half of the tagger's time. */
export const KINDS: Uint8Array = Uint8Array.from({ length: 65_536 }, (_, code) => kindOf(code))
