import { oneSpelling, UNSPACED, UNSPACED_SCRIPTS } from './letters.ts'

/**
 * Splits a text into words, in order, in lower case and unified spelling, not yet stemmed. Chinese, Japanese,
 * Korean and other scripts without spaces yield overlapping pairs of characters. Words contain letters, marks
 * and digits only.
 */
export function cutWords(text: string, language: string): string[] {
  const read = oneSpelling(text, language)
  const isAscii = ASCII.test(read)
  if (isAscii && !MARK_INSIDE.test(read)) return read.match(PLAIN_WORD) ?? []
  const words: string[] = []
  for (const word of read.match(isAscii ? ASCII_WORD : WORD) ?? []) {
    if (PLAIN.test(word)) words.push(word)
    else if (UNSPACED.test(word)) pushPairs(word, words)
    else if (GROUPS.test(word)) words.push(word.replace(/[.,]/gu, ''))
    else pushParts(word, language, words)
  }
  return words
}

/**
 * Groups of thousands form one number; at most five, which bounds the backtracking. An apostrophe or
 * gershayim inside a word belongs to the word.
 */
const WORD =
  /\p{Nd}{1,3}(?:[.,]\p{Nd}{3}){1,5}(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]{1,64}(?:['"\u05f3\u05f4\u02bc][\p{L}\p{M}]{1,64})*/gu
/** The same for text in ASCII only, as most texts are: no look-up of Unicode properties. */
const ASCII_WORD = /[0-9]{1,3}(?:[.,][0-9]{3}){1,5}(?![a-z0-9])|[a-z0-9]{1,64}(?:['"][a-z]{1,64})*/g
/** Without a mark inside a word, nothing has to be split. */
const MARK_INSIDE = /[a-z0-9](?:['"][a-z]|[.,][0-9])/
const PLAIN_WORD = /[a-z0-9]{1,64}/g
const ASCII = /^[\u0000-\u007f]*$/
const PLAIN = /^[a-z0-9]+$/
const GROUPS = /[.,]/u
const UNSPACED_LETTER = String.raw`${UNSPACED_SCRIPTS}\p{M}ー`
const UNSPACED_RUN = new RegExp(`[${UNSPACED_LETTER}]+|[^${UNSPACED_LETTER}]+`, 'gu')

/**
 * Splits a word at its apostrophes. "ankara'da" and "2026'da" are ankara and 2026 with a Turkish ending;
 * "l'accord" and "iran's" lose their single letter; "п'ять" and צה"ל are one word.
 */
function pushParts(word: string, language: string, words: string[]): void {
  const parts = word.split(/['"\u05f3\u05f4]/u)
  const [first = ''] = parts
  if (parts.length === 1) words.push(word)
  else if (/[\p{Script=Cyrillic}\p{Script=Hebrew}]/u.test(first)) words.push(parts.join(''))
  else if (language === 'tr' || language === 'az') words.push(first)
  else {
    const shortest = parts.every((part) => part.length === 1) ? 1 : 2
    for (const part of parts) if (part.length >= shortest) words.push(part)
  }
}

function pushPairs(word: string, words: string[]): void {
  for (const run of word.match(UNSPACED_RUN) ?? []) {
    if (!UNSPACED.test(run)) {
      words.push(...run.split(/['"\u05f3\u05f4]/u).filter((part) => part !== ''))
      continue
    }
    const characters = Array.from(run)
    if (characters.length === 1) words.push(run)
    for (let i = 1; i < characters.length; i++) words.push(`${characters[i - 1]}${characters[i]}`)
  }
}
