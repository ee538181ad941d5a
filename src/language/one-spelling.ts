/** Lower case, and one spelling for what keyboards and scripts write differently: marks that are not seen, apostrophes, Arabic letters, digits. */
export function oneSpelling(text: string, language: string): string {
  const turkic = language === 'tr' || language === 'az'
  if (!turkic && ASCII.test(text)) return text.toLowerCase()
  const composed = text.normalize('NFKC')
  const lower = turkic ? composed.toLocaleLowerCase('tr') : composed.toLowerCase()
  if (ASCII.test(lower)) return lower
  return (
    lower
      .replace(INVISIBLE, '')
      // The non-joiner parts a Persian word from its endings; elsewhere it only shapes letters.
      .replace(/\u200c/gu, language === 'fa' || language === 'und' ? ' ' : '')
      .replace(/[\u2018\u2019\u02bc\uff07]/gu, "'")
      .replace(/[آأإٱىیكکہھ]/gu, (letter) => ARABIC_LETTERS.get(letter) ?? letter)
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, asciiDigits)
  )
}

/** Soft hyphen, zero-width and direction marks, tatweel, vowel signs of Arabic and Hebrew, the dot that lower-casing İ leaves. */
const INVISIBLE = new RegExp(
  String.raw`[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0640]|` +
    String.raw`[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|[\u0591-\u05bd]|[\u05bf-\u05c7]|\u0307`,
  'gu',
)

/** One spelling for what keyboards of Arabic, Persian and Urdu write differently. */
const ARABIC_LETTERS: ReadonlyMap<string, string> = new Map([
  ['آ', 'ا'],
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
])

/** Arabic and Persian digits end in the hexadecimal digit that they mean. */
function asciiDigits(digits: string): string {
  return digits.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 15))
}

const ASCII = /^[\u0000-\u007f]*$/
