import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { containsPlace } from './contains-place.ts'
import { joins, nameMentions } from './name-mentions.ts'
import { isTitle } from './names.ts'
import type { Word } from './read-words.ts'
import { isSame } from './is-same.ts'
import { isSpeech } from './speech.ts'

/** Every name must be in the cited text, its words together. */
export function checkNames(claim: Claim, cited: CitedText): readonly string[] {
  const unknown = claim.names.filter(
    ({ word, known }) => !known && !isAuthorOf(word, claim, cited) && !isWiderPlace(word, cited),
  )
  if (unknown.length > 0) return unknown.map(({ word }) => `"${word.text}" is not in the cited text`)
  return together(claim).flatMap((name) => {
    const text = name.map((word) => word.text).join(' ')
    return !labels(name, claim) && isPatchedTogether(name, cited) ? [`the cited text has no "${text}"`] : []
  })
}

/** "Wichita, Kansas", where the text has Wichita only. */
const isWiderPlace = ({ lower }: Word, cited: CitedText): boolean =>
  containsPlace(
    lower,
    nameMentions(cited).map(({ words }) => words.map((word) => word.lower).join(' ')),
  )

/** First persons that show that an author writes about his own view, and about what happened to himself. */
const WRITTEN_AS_I = 6
const WRITTEN_OF_HIMSELF = 40

/** "Jane Roe: We should …": the author of a text in the first person, who does not name himself in it. */
function isAuthorOf(word: Word, claim: Claim, cited: CitedText): boolean {
  if (cited.firstPerson < WRITTEN_AS_I) return false
  if (labels([word], claim)) return true
  if (cited.firstPerson >= WRITTEN_OF_HIMSELF && isSubject(word, claim)) return true
  const isFull = [claim.words[word.index - 1], claim.words[word.index + 1]].some(
    (next) => next?.capital === true,
  )
  const around = claim.words.slice(Math.max(0, word.index - 3), word.index + 4)
  return isFull && !/['’]/u.test(word.text) && around.some(({ lower }) => isSpeech(lower))
}

/** Is it part of the name that opens the sentence, but for its outlet ("CNN's Jane Roe")? */
const isSubject = ({ index }: Word, { words }: Claim): boolean =>
  words.slice(0, index + 1).every(({ capital }) => capital)

/** Does it stand before the colon that opens the sentence ("Jane Roe: …")? */
const labels = (name: readonly Word[], { text }: Claim): boolean =>
  (name[0]?.start ?? 0) < (/^[^:"“]{1,60}:/u.exec(text)?.[0].length ?? 0)

/** Names of several words: capitals with one space between. */
function together(claim: Claim): readonly (readonly Word[])[] {
  const names: Word[][] = []
  for (const { word } of claim.names) {
    const last = names.at(-1)?.at(-1)
    if (last !== undefined && joins(last, word)) names.at(-1)?.push(word)
    else names.push([word])
  }
  return names
}

/** "Cadillac Holmes": two words of the text that never stand together there, although each stands beside other names. */
function isPatchedTogether(name: readonly Word[], cited: CitedText): boolean {
  return name.slice(1).some((second, i) => {
    const first = name[i]
    if (
      first === undefined ||
      isTitle(first) ||
      isTitle(second) ||
      (first.first && cited.small.has(first.lower))
    )
      return false
    let hasOther = false
    for (const { words } of cited.sentences) {
      for (const word of words) {
        if (isSame(word, first)) {
          if ([1, 2, 3].some((step) => isSame(words[word.index + step], second))) return false
          hasOther ||= isBeside(words[word.index + 1], words[word.index + 1])
        }
        if (isSame(word, second)) hasOther ||= isBeside(words[word.index - 1], word)
      }
    }
    return hasOther
  })
}

const isBeside = (other: Word | undefined, right: Word | undefined): boolean =>
  other?.capital === true && right !== undefined && /^\s$/u.test(right.gap)
