import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { Mention } from './mention.ts'
import { THINGS } from './other-meaning.ts'

/**
 * Drops the name of a country that means a thing in this text: the text first uses the word as one, has it
 * afterwards only bare at the start of sentences, and names the country in no other way. "Mısır hasadı
 * başladı. Mısır bu yıl bol." is about maize.
 */
export function repeatThings(words: Words, mentions: readonly Mention[], language: string): void {
  const seen = new Set<string>()
  for (const { key, verdict, senses } of mentions) {
    if (!THINGS.has(key) || seen.has(key) || verdict !== undefined) continue
    seen.add(key)
    const country = senses.find(({ kind }) => kind === 'n')?.country
    if (country === undefined || !beginsAsThing(words, mentions, key)) continue
    const isMeant = mentions.some(
      (other) =>
        !(other.verdict !== undefined && 'dropped' in other.verdict) &&
        other.senses.some((sense) => sense.country === country) &&
        !mayBeThing(words, other, key, language),
    )
    if (isMeant) continue
    for (const other of mentions)
      if (other.key === key && other.verdict === undefined)
        other.verdict = { dropped: 'also an ordinary word' }
  }
}

/** Whether the word is first written small, or in a phrase that is no place. */
function beginsAsThing(words: Words, mentions: readonly Mention[], key: string): boolean {
  const at = words.folded.indexOf(key)
  if (isSmall(words, at)) return true
  const phrase = mentions.find(({ first, last }) => first <= at && at <= last)
  if (phrase === undefined || !phrase.senses.some(({ kind }) => kind === 'x')) return false
  // "Turkey prices" has small words, or "turkey" follows; "South China Sea" and "Air China" are the
  // country's.
  for (let other = phrase.first; other <= phrase.last; other++) if (isSmall(words, other)) return true
  return words.folded.some((word, other) => word === key && isSmall(words, other))
}

/** A bare name at the start of a sentence, without a Turkish ending behind an apostrophe. */
function mayBeThing(words: Words, { first, last }: Mention, key: string, language: string): boolean {
  const isBare = first === last && words.folded[first] === key
  const starts = first === 0 || hasMark(words, first, MARK.sentenceStart | MARK.afterBreak)
  const hasEnding = language === 'tr' && hasMark(words, last + 1, MARK.afterApostrophe)
  return isBare && starts && !hasEnding
}

const isSmall = (words: Words, at: number): boolean =>
  words.marks[at] !== undefined && !hasMark(words, at, MARK.capital)
