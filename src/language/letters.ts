/** What a UTF-16 unit is to the tagger. */
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

/** What `unitOf` tells of a UTF-16 unit: above its `KIND` bits that hold in every language and spelling. */
export const UNIT = {
  kind: 0b1111,
  /** Parts words, such as a space. */
  border: 1 << 4,
  /** A border at the edge of a word or a number, not inside ("iran's", "1,000"). */
  edge: 1 << 5,
  /** Of a script that is written without spaces, or with spaces between phrases. */
  unspaced: 1 << 6,
  /** A letter or digit that `oneSpelling` leaves one, whatever stands beside it. */
  plain: 1 << 7,
  /** A letter, mark or digit, and no character that is a word by itself. */
  letter: 1 << 8,
  /** A small letter that `foldUnit` leaves as it is. */
  folded: 1 << 9,
} as const

/** From this bit of `unitOf` on: the small letter of the unit, where that is one unit and does not depend on others. */
export const LOWER_CASE = 11

// Tables by UTF-16 unit, filled as units are met: to ask an expression for each letter of a text costs more than all else.
const UNITS = 65_536
const units = new Int32Array(UNITS)
const MET = 1 << 10

/** `KIND`, bits of `UNIT` and the small letter of a UTF-16 unit, which must be one: out of bounds the table would be slow ever after. */
export function unitOf(unit: number): number {
  const known = units[unit] ?? 0
  return known !== 0 ? known : (units[unit] = findUnit(unit))
}

function findUnit(unit: number): number {
  const part = findPart(unit)
  const found = findKind(unit)
  // No word holds a border: not the hexagrams among the Chinese characters.
  const kind = found <= KIND.ideograph && (part & UNIT.border) !== 0 ? KIND.other : found
  const isLetter = kind === KIND.lower || kind === KIND.upper || kind === KIND.digit
  const isFolded = kind === KIND.lower && foldUnit(unit) === unit
  return MET | part | kind | (isLetter ? UNIT.letter : 0) | (isFolded ? UNIT.folded : 0)
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

const STOPS = new Set('.!?؟。！？।\n\r')
const COMMAS = new Set(',،、，')
const HYPHENS = new Set('-‐‑–\u200c')
const APOSTROPHES = new Set("'’ʼ‘`´")

/** Spaces, and signs of direction or no width that editors leave beside them, as a class of a regular expression. */
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
  // What a sigma becomes depends on its place.
  const isAlone = lower.length === 1 && character !== 'Σ'
  return UNIT.plain | ((isAlone ? lower.charCodeAt(0) : unit) << LOWER_CASE)
}

/** The scripts that are written without spaces, or with spaces between phrases, for the inside of a character class. */
export const UNSPACED_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')
export const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u')

const NON_JOINER = '\u200c'

/** Soft hyphen, zero-width and direction marks, tatweel, vowel signs of Arabic and Hebrew, the dot that lower-casing İ leaves. */
const INVISIBLE = new RegExp(
  String.raw`[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0640]|` +
    String.raw`[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|[\u0591-\u05bd]|[\u05bf-\u05c7]|\u0307`,
  'gu',
)

const ASCII = /^[\u0000-\u007f]*$/

/**
 * Lower case, and one spelling for what keyboards and scripts write differently: marks that are not seen, apostrophes, Arabic letters, digits. What goes
 * into the search index starts from it.
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
      // The non-joiner parts a Persian word from its endings; elsewhere it only shapes letters.
      .replaceAll(NON_JOINER, language === 'fa' || language === 'und' ? ' ' : '')
      .replace(/[\u2018\u2019\u02bc\uff07]/gu, "'")
      .replace(/[آأإٱىیكکہھ]/gu, (letter) => ARABIC_LETTERS[letter] ?? letter)
      // Arabic and Persian digits end in the hexadecimal digit that they mean.
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
  )
}

/** What is spelled otherwise below: most texts have none of it. */
const RESPELLED = new RegExp(
  String.raw`[\u00ad\u02bc\u200b-\u200f\u2018\u2019\u202a-\u202e\u2060-\u2069\ufeff\uff07آأإىک]|` +
    String.raw`\u0307|[\u0591-\u05c7]|[\u0640]|[\u064b-\u0671]|[\u06be-\u06f9]`,
  'u',
)

/** One spelling for what keyboards of Arabic, Persian and Urdu write differently. */
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

/** A word of `oneSpelling` without the accents of Latin and Greek letters and without variants of Arabic and Cyrillic ones: "Erdoğan" and "Erdogan" meet. */
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
 * `fold` for the tagger: one UTF-16 unit for each, 0 where it is dropped, so that places in the text stay valid. A German ß is one s, and й and ї keep their
 * marks, by which endings are told; its table of places is written so. Vowel signs of Indic scripts are marks too, but letters to a reader: they stay.
 */
export function foldUnit(unit: number): number {
  const known = folds[unit] ?? 0
  return known >= 0 ? known : (folds[unit] = findFold(unit))
}

const folds = new Int32Array(UNITS).fill(-1)

function findFold(unit: number): number {
  const character = String.fromCharCode(unit)
  if (isSilent(character)) return 0
  // Korean syllables and kana would fall apart into pieces; Chinese characters have nothing to fold.
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
