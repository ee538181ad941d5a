import type { CitedSentence, CitedText } from './cited-text.ts'
import type { NameMention } from './name-mentions.ts'
import type { Word } from './read-words.ts'
import { contextBefore, contextBehind, type Slot } from './slot.ts'
import { alignment, closeness } from './surroundings.ts'

/** What speaks for a name of the cited text in a place of a claim; see `fitSigns`. */
export const FIT_SIGNS = [
  'closeness',
  'alignment',
  'coverage',
  'overlap',
  'emptyBefore',
  'wordBefore',
  'emptyBehind',
  'wordBehind',
  'contextBefore',
  'contextBehind',
  'mentions',
  'inLead',
  'withOthers',
  'opens',
] as const
export type FitSigns = Readonly<Record<(typeof FIT_SIGNS)[number], number>>

/** How well the mentions of a name agree with a place: the more, the better. */
export function fitSigns(mentions: readonly NameMention[], slot: Slot, cited: CitedText): FitSigns {
  const sentences = new Set(mentions.map(({ sentence }) => sentence))
  let overlap = 0
  let emptyBefore = 0
  let wordBefore = 0
  let emptyBehind = 0
  let wordBehind = 0
  let sameBefore = 0
  let sameBehind = 0
  let opening = 0
  for (const { words, sentence } of mentions) {
    const around = cited.sentences[sentence]
    if (around === undefined) continue
    const there = around.words
    const first = words[0]?.index ?? 0
    const last = words.at(-1)?.index ?? 0
    overlap = Math.max(overlap, overlapOf(slot, around, first, last))
    const isAfterComma = there[first]?.gap.includes(',') ?? false
    if (isAfterComma === slot.isAfterComma && isWord(there[first - 1], slot.before)) {
      if (slot.before?.empty === true) emptyBefore = 1
      else wordBefore = 1
    }
    if (isWord(there[last + 1], slot.behind)) {
      if (slot.behind?.empty === true) emptyBehind = 1
      else wordBehind = 1
    }
    if (contextBefore(there, first) === slot.contextBefore) sameBefore++
    if (contextBehind(there, last) === slot.contextBehind) sameBehind++
    if (first === 0) opening++
  }
  const count = mentions.length
  const beside = slot.others.filter((other) => !other.isDisjointFrom(sentences)).length
  return {
    closeness: closeness(slot.around, mentions, cited),
    alignment: Math.min(MOST_ALIGNED, alignment(slot.around, mentions, cited)),
    coverage: slot.best > 0 ? covered(slot.covered, sentences) / slot.best : 1,
    overlap,
    emptyBefore,
    wordBefore,
    emptyBehind,
    wordBehind,
    // Add-one smoothing: a name mentioned once proves little.
    contextBefore: Math.log((sameBefore + 1) / (count + 2) + 0.1),
    contextBehind: Math.log((sameBehind + 1) / (count + 2) + 0.1),
    mentions: Math.log(1 + count),
    inLead: Number(sentences.has(0) || sentences.has(1)),
    withOthers: slot.others.length > 0 ? beside / slot.others.length : 0.5,
    opens: slot.opens && count > 0 ? opening / count : 0,
  }
}

const MOST_ALIGNED = 4

const isWord = (one: Word | undefined, other: Word | undefined): boolean =>
  one !== undefined && one.lower === other?.lower

/** What the sentences about a name carry of the rest; those beside them may mean it by "he" or "there". */
function covered(values: readonly number[], sentences: ReadonlySet<number>): number {
  let best = 0
  for (const [i, value] of values.entries()) {
    const isBeside = sentences.has(i - 2) || sentences.has(i + 1)
    const factor = sentences.has(i) ? 1 : sentences.has(i - 1) ? 0.9 : isBeside ? 0.75 : 0
    best = Math.max(best, value * factor)
  }
  return best
}

/** In words on both sides of a mention. */
const WINDOW = 10

/** The part of the words near the place that stands near the mention, by weight. */
function overlapOf({ near, nearTotal }: Slot, sentence: CitedSentence, first: number, last: number): number {
  const { words: there, keys, lowers, numbers } = sentence
  let sum = 0
  for (const { word, weight } of near) {
    const { key, lower, number } = word
    if (!keys.has(key) && !lowers.has(lower) && (number === undefined || !numbers.has(number))) continue
    let nearest = Infinity
    for (let i = Math.max(0, first - WINDOW); i <= last + WINDOW && i < there.length; i++) {
      const other = there[i]
      if (other === undefined || (i >= first && i <= last)) continue
      const isIt =
        other.key === key || other.lower === lower || (number !== undefined && other.number === number)
      if (isIt) nearest = Math.min(nearest, i < first ? first - i : i - last)
    }
    if (nearest < Infinity) sum += weight * (nearest <= 3 ? 1 : nearest <= 6 ? 0.8 : 0.6)
  }
  return nearTotal > 0 ? sum / nearTotal : 0
}
