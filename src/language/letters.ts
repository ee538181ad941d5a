/** The kinds of UTF-16 units as the tagger sees them. */
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

/** Layout of `unitOf`: the low bits are the `KIND`, the others hold in every language and spelling. */
export const UNIT = {
  kind: 0b1111,
  /** Separates words, like a space. */
  border: 1 << 4,
  /** Separates words only at the edge of a word or number, not inside ("iran's", "1,000"). */
  edge: 1 << 5,
  /** Belongs to a script that is written without spaces, or with spaces between phrases. */
  unspaced: 1 << 6,
  /** A letter or digit that `oneSpelling` maps to one unit, whatever stands beside it. */
  plain: 1 << 7,
  /** A letter, mark or digit that is not a word by itself. */
  letter: 1 << 8,
  /** A small letter that `foldUnit` does not change. */
  folded: 1 << 9,
} as const

/**
 * From this bit of `unitOf` on: the lower case of the unit, if it is one unit and does not depend on its
 * neighbours.
 */
export const LOWER_CASE = 11

// Tables by UTF-16 unit, filled as units occur: testing every letter of a text with an expression would cost
// more than everything else.
const UNITS = 65_536
const units = new Int32Array(UNITS)
const SEEN = 1 << 10

/**
 * Returns the `KIND`, the bits of `UNIT` and the lower case of a UTF-16 unit. The argument must be one: an
 * access out of bounds would make the table slow for good.
 */
export function unitOf(unit: number): number {
  const known = units[unit] ?? 0
  return known !== 0 ? known : (units[unit] = findUnit(unit))
}

function findUnit(unit: number): number {
  const part = findPart(unit)
  const found = findKind(unit)
  // No word contains a border: this excludes the hexagrams among the Chinese characters.
  const kind = found <= KIND.ideograph && (part & UNIT.border) !== 0 ? KIND.other : found
  const isLetter = kind === KIND.lower || kind === KIND.upper || kind === KIND.digit
  const isFolded = kind === KIND.lower && foldUnit(unit) === unit
  return SEEN | part | kind | (isLetter ? UNIT.letter : 0) | (isFolded ? UNIT.folded : 0)
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

const STOPS = new Set('.!?؟。！？।\n\r')
const COMMAS = new Set(',،、，')
const HYPHENS = new Set('-‐‑–\u200c')
const APOSTROPHES = new Set("'’ʼ‘`´")

/**
 * Spaces, and signs of direction or no width that editors leave beside them, as a class of a regular
 * expression.
 */
export const UNSEEN_SIGNS = String.raw`[\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]`
const UNSEEN = new RegExp(UNSEEN_SIGNS, 'u')

function findKind(unit: number): number {
  if (isSurrogate(unit)) return KIND.other
  if (unit >= 0x3400 && unit <= 0x9fff) return KIND.ideograph
  if (unit >= 0xac00 && unit <= 0xd7a3) return KIND.lower
  const character = String.fromCharCode(unit)
  if (APOSTROPHES.has(character)) return KIND.apostrophe
  if (HYPHENS.has(character)) return KIND.hyphen
  if (STOPS.has(character)) return KIND.stop
  if (COMMAS.has(character)) return KIND.comma
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)) return KIND.ideograph
  if (/\p{Lu}|\p{Lt}/u.test(character)) return KIND.upper
  if (/[\p{L}\p{M}\u200d\u00ad]/u.test(character)) return KIND.lower
  if (/\p{N}/u.test(character)) return KIND.digit
  return UNSEEN.test(character) ? KIND.space : KIND.other
}

function findPart(unit: number): number {
  const character = String.fromCharCode(unit)
  const asItIs = unit << LOWER_CASE
  if (isSurrogate(unit) || character === NON_JOINER) return asItIs
  const spelled = oneSpelling(character, 'und')
  if (/^['"\u05f3\u05f4.,]$/u.test(spelled)) return asItIs | UNIT.edge
  if (UNSPACED.test(spelled)) return asItIs | UNIT.unspaced
  if (!/[\p{L}\p{M}\p{N}'"\u05f3\u05f4]/u.test(spelled)) return spelled === '' ? asItIs : asItIs | UNIT.border
  if (spelled.length > 1 || !/[\p{L}\p{Nd}]/u.test(spelled)) return asItIs
  const lower = character.toLowerCase()
  // The lower case of a sigma depends on its position.
  const isAlone = lower.length === 1 && character !== 'Σ'
  return UNIT.plain | ((isAlone ? lower.charCodeAt(0) : unit) << LOWER_CASE)
}

/**
 * The scripts that are written without spaces, or with spaces between phrases, for use in a character class.
 */
export const UNSPACED_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')
export const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u')

const NON_JOINER = '\u200c'

/**
 * Soft hyphen, zero-width and direction marks, tatweel, vowel signs of Arabic and Hebrew, and the dot left by
 * lower-casing İ.
 */
const INVISIBLE = new RegExp(
  String.raw`[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0640]|` +
    String.raw`[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|[\u0591-\u05bd]|[\u05bf-\u05c7]|\u0307`,
  'gu',
)

const ASCII = /^[\u0000-\u007f]*$/

/**
 * Returns a text in lower case and in one spelling where keyboards and scripts differ: invisible marks,
 * apostrophes, Arabic letters, digits. Entries of the search index start from this form.
 */
export function oneSpelling(text: string, language: string): string {
  const turkic = language === 'tr' || language === 'az'
  if (!turkic && ASCII.test(text)) return text.toLowerCase()
  const composed = text.normalize('NFKC')
  const lower = turkic ? composed.toLocaleLowerCase('tr') : composed.toLowerCase()
  if (!RESPELLED.test(lower)) return lower
  return (
    lower
      .replace(INVISIBLE, '')
      // The non-joiner separates a Persian word from its endings; elsewhere it only shapes letters.
      .replaceAll(NON_JOINER, language === 'fa' || language === 'und' ? ' ' : '')
      .replace(/[\u2018\u2019\u02bc\uff07]/gu, "'")
      .replace(/[آأإٱىیكکہھ]/gu, (letter) => ARABIC_LETTERS[letter] ?? letter)
      // The low four bits of Arabic and Persian digits are their value.
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
  )
}

/** Matches the characters that are replaced below; most texts have none. */
const RESPELLED = new RegExp(
  String.raw`[\u00ad\u02bc\u200b-\u200f\u2018\u2019\u202a-\u202e\u2060-\u2069\ufeff\uff07آأإىک]|` +
    String.raw`\u0307|[\u0591-\u05c7]|[\u0640]|[\u064b-\u0671]|[\u06be-\u06f9]`,
  'u',
)

/** One spelling for letters that Arabic, Persian and Urdu keyboards write differently. */
const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
}

/**
 * Returns a word of `oneSpelling` without the accents of Latin and Greek letters and without variants of
 * Arabic and Cyrillic ones, so that "Erdoğan" and "Erdogan" match.
 */
export function fold(word: string): string {
  if (ASCII.test(word)) return word
  let folded = word
  if (/[\p{Script=Latin}\p{Script=Greek}]/u.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(/[\u0300-\u036f]+/gu, '')
      .normalize('NFC')
      .replace(/[ßæœøłđðþıəς]/gu, (letter) => FOLDED[letter] ?? letter)
  }
  return folded.replace(/[ёґؤئةۃۀ]/gu, (letter) => FOLDED[letter] ?? letter)
}

/** Letters that Unicode does not decompose, or not to what readers type. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'e',
  ς: 'σ',
  ё: 'е',
  ґ: 'г',
  ؤ: 'و',
  ئ: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ۀ: 'ه',
}

/**
 * Like `fold`, for the tagger: maps each UTF-16 unit to one unit, or to 0 if it is dropped, so that positions
 * in the text stay valid. A German ß becomes one s. й and ї keep their marks, which distinguish endings; the
 * tagger's table of places is written the same way. The vowel signs of Indic scripts are marks too, but
 * letters to a reader, and stay.
 */
export function foldUnit(unit: number): number {
  const known = folds[unit] ?? 0
  return known >= 0 ? known : (folds[unit] = findFold(unit))
}

const folds = new Int32Array(UNITS).fill(-1)

function findFold(unit: number): number {
  const character = String.fromCharCode(unit)
  if (isSilent(character)) return 0
  // Korean syllables and kana would be decomposed; Chinese characters have nothing to fold.
  if ((unit >= 0x3040 && unit <= 0x9fff) || (unit >= 0xa000 && unit <= 0xdfff)) return unit
  const lower = character.toLowerCase()
  const own = OWN_UNITS[lower]
  if (own !== undefined) return own.charCodeAt(0)
  const bare = Array.from(lower.normalize('NFKD')).find((mark) => !isSilent(mark)) ?? lower
  return (OWN_UNITS[bare] ?? bare).charCodeAt(0)
}

const isSilent = (character: string): boolean =>
  /^[\u0300-\u036f]/u.test(character) || character.replace(INVISIBLE, '') === ''

const OWN_UNITS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 't',
  ß: 's',
  æ: 'a',
  œ: 'o',
  й: 'й',
  ї: 'ї',
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ة: 'ه',
  ۀ: 'ه',
}
