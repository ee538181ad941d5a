/** Accents off Latin and Greek letters, spelling variants of Arabic, Persian and Cyrillic letters unified: "Erdoğan" and "Erdogan" meet. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word
  let folded = word
  if (LATIN_OR_GREEK.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(/[\u0300-\u036f]+/gu, '')
      .normalize('NFC')
      .replace(/[ßæœøłđðþıəς]/gu, (letter) => LETTERS.get(letter) ?? letter)
  }
  return folded.replace(/[ёґؤئةۃۀ]/gu, (letter) => LETTERS.get(letter) ?? letter)
}

const ASCII = /^[\u0000-\u007f]*$/
const LATIN_OR_GREEK = /[\p{Script=Latin}\p{Script=Greek}]/u

/** Letters that Unicode does not decompose, or not to what readers type. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ə', 'e'],
  ['ς', 'σ'],
  ['ё', 'е'],
  ['ґ', 'г'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ة', 'ه'],
  ['ۃ', 'ه'],
  ['ۀ', 'ه'],
])
