import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { coverage, indexOfBest, presence } from './find-evidence.ts'
import { isTitle } from './names.ts'
import type { Word } from './read-words.ts'
import { isSpeech } from './speech.ts'

/** Who says it here must be who says it in the cited text. */
export function checkSpeaker(claim: Claim, cited: CitedText): readonly string[] {
  const speaker = speakerOf(claim.words)
  if (speaker.length === 0) return []
  const said = claim.content.filter((word) => !speaker.includes(word) && !isSpeech(word.lower))
  const covered = coverage(said, cited)
  if (said.length < 2 || Math.max(0, ...covered) < ENOUGH) return []
  const at = indexOfBest(covered)
  const other = speakerOf(cited.sentences[at]?.words ?? [])
  return other.length > 0 && !speaker.some((word) => presence(word, cited)[at])
    ? [`the cited text has ${other.map(({ text }) => text).join(' ')} say this`]
    : []
}

/** How much of what is said a cited sentence must carry to be where it was said. */
const ENOUGH = 0.55

const isPart = (word: Word): boolean =>
  word.capital &&
  !word.first &&
  !word.empty &&
  !word.acronym &&
  !isTitle(word) &&
  word.number === undefined &&
  !/['’]/u.test(word.text)

/**
 * The name right before or behind the first word of speech: "Kari Moen said", "said Kari Moen". Nobody is named in "Moen's deputy said" and in
 * "a neighbour who knew Moen said".
 */
function speakerOf(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ lower }) => isSpeech(lower))
  if (at < 0) return []
  const isRelative = words
    .slice(Math.max(0, at - 4), Math.max(0, at - 1))
    .some(({ lower }) => lower === 'who')
  const before = words
    .slice(Math.max(0, at - 2), at)
    .filter((word) => isPart(word) && !isOwner(word, words) && !isRelative)
  return before.length > 0 ? before : words.slice(at + 1, at + 3).filter(isPart)
}

/** The names of a plural end so: "the Moens' daughter". */
const isOwner = ({ index }: Word, words: readonly Word[]): boolean =>
  /^['’]\s/u.test(words[index + 1]?.gap ?? '')
