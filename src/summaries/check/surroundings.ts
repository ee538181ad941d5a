import { type CitedText, weightOf } from './cited-text.ts'
import { MOST_MENTIONS, type NameMention } from './name-mentions.ts'
import type { Word } from './read-words.ts'

/** The words round a name in a claim, the nearest first. */
export interface Surroundings {
  readonly left: readonly Word[]
  readonly right: readonly Word[]
}

const WINDOW = 5

export function surroundingsOf(name: readonly Word[], words: readonly Word[]): Surroundings {
  const first = name[0]?.index ?? 0
  const last = name.at(-1)?.index ?? 0
  return {
    left: words.slice(Math.max(0, first - WINDOW), first).reverse(),
    right: words.slice(last + 1, last + 1 + WINDOW),
  }
}

/** How near to one of the mentions the cited text has the three nearest words on both sides that say something, 0..1 by their weight. */
export function closeness(
  { left, right }: Surroundings,
  mentions: readonly NameMention[],
  cited: CitedText,
): number {
  let sum = 0
  let total = 0
  for (const side of [left, right]) {
    for (const word of side.filter(({ empty }) => !empty).slice(0, 3)) {
      const places = placesOf(word, cited)
      if (places.length === 0) continue
      const weight = weightOf(word, cited)
      total += weight
      sum += weight * nearest(places, mentions)
    }
  }
  return total > 0 ? sum / total : 0
}

/** How many of the four nearest words on each side stand on the same side of one mention, about as far; a nearer one counts more. */
export function alignment(
  { left, right }: Surroundings,
  mentions: readonly NameMention[],
  cited: CitedText,
): number {
  let best = 0
  for (const { words, sentence } of mentions) {
    const there = cited.sentences[sentence]?.words ?? []
    const first = words[0]?.index ?? 0
    const last = words.at(-1)?.index ?? 0
    best = Math.max(
      best,
      aligned(left, (step) => there[first - step]) + aligned(right, (step) => there[last + step]),
    )
  }
  return best
}

function aligned(side: readonly Word[], at: (step: number) => Word | undefined): number {
  let score = 0
  for (const [i, word] of side.slice(0, 4).entries()) {
    for (let step = 1; step <= WINDOW; step++) {
      const other = at(step)
      if (other === undefined || (other.key !== word.key && other.lower !== word.lower)) continue
      score += ((word.empty ? 0.3 : 1) * (Math.abs(step - 1 - i) <= 1 ? 1 : 0.7)) / (1 + 0.3 * i)
      break
    }
  }
  return score
}

interface Place {
  readonly sentence: number
  readonly index: number
}

/** How near the mentions come to a word, by the distance within a sentence; what is told in the sentences behind a name is still told of it. */
function nearest(places: readonly Place[], mentions: readonly NameMention[]): number {
  let known = nearestKnown.get(mentions)
  if (known === undefined) nearestKnown.set(mentions, (known = new Map()))
  let best = known.get(places)
  if (best !== undefined) return best
  best = 0
  for (const { sentence, index } of places) {
    for (const mention of mentions) {
      const behind = sentence - mention.sentence
      if (behind < -1 || behind > 3) continue
      const distance = Math.abs(index - (mention.words.at(-1)?.index ?? 0))
      best = Math.max(best, nearness(behind, distance))
    }
    if (best === 1) break
  }
  known.set(places, best)
  return best
}

/** The names of a text are held against the same words in each place of a claim. */
const nearestKnown = new WeakMap<readonly NameMention[], Map<readonly Place[], number>>()

function nearness(sentences: number, words: number): number {
  if (sentences === 0) return words <= 3 ? 1 : words <= 7 ? 0.9 : words <= 15 ? 0.75 : 0.6
  return NEARNESS_BEHIND[sentences + 1] ?? 0
}

/** In the sentence before the mention, its own (see above), and the next three. */
const NEARNESS_BEHIND = [0.3, 0, 0.5, 0.35, 0.2]

function placesOf(word: Word, cited: CitedText): readonly Place[] {
  let places = known.get(cited)
  if (places === undefined) known.set(cited, (places = readPlaces(cited)))
  return (
    (word.number === undefined ? places.get(word.key) : places.get(`#${word.number}`)) ??
    places.get(word.lower) ??
    []
  )
}

const known = new WeakMap<CitedText, ReadonlyMap<string, readonly Place[]>>()

function readPlaces(cited: CitedText): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const [sentence, { words }] of cited.sentences.entries()) {
    for (const { index, key, lower, number } of words) {
      const names = new Set([key, lower])
      if (number !== undefined) names.add(`#${number}`)
      for (const name of names) {
        const list = places.get(name)
        if (list === undefined) places.set(name, [{ sentence, index }])
        else if (list.length < MOST_MENTIONS) list.push({ sentence, index })
      }
    }
  }
  return places
}
