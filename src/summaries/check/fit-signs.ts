import type { CitedSentence, CitedText } from './cited-text.ts'
import type { NameMention } from './name-mentions.ts'
import type { Word } from './read-words.ts'
import { contextBefore, contextBehind, type Slot } from './slot.ts'
import { spokenOf } from './spoken-of.ts'
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
  /** By how much the next three are better where it is meant without its name: see `spokenOf`. */
  'overlapMeant',
  'wordBehindMeant',
  'coverageMeant',
  'timesMeant',
  'opensMeant',
  /** It stands in the cited sentence that carries most of the claim; it stands or is meant there, or stands in the one before. */
  'inBest',
  'besideBest',
  /** Words on both sides that are the same without a gap. */
  'run',
] as const
export type FitSigns = Readonly<Record<(typeof FIT_SIGNS)[number], number>>

/** How well the mentions of a name agree with a place: the more, the better. */
export function fitSigns(mentions: readonly NameMention[], slot: Slot, cited: CitedText): FitSigns {
  const sentences = new Set(mentions.map(({ sentence }) => sentence))
  const meant = spokenOf(mentions, cited)
  const meantIn = new Set(meant.map(({ sentence }) => sentence))
  const near = agreement(mentions, slot, cited)
  const nearMeant = agreement(meant, slot, cited)
  const count = mentions.length
  const beside = slot.others.filter((other) => !other.isDisjointFrom(sentences)).length
  const coverage = slot.best > 0 ? covered(slot.covered, sentences) / slot.best : 1
  const coverageMeant =
    slot.best > 0 ? Math.max(0, ...[...meantIn].map((i) => slot.covered[i] ?? 0)) / slot.best : 1
  const isInBest = slot.bestSentences.some((i) => sentences.has(i))
  return {
    closeness: closeness(slot.around, mentions, cited),
    alignment: Math.min(MOST_ALIGNED, alignment(slot.around, mentions, cited)),
    coverage,
    overlap: near.overlap,
    emptyBefore: near.emptyBefore,
    wordBefore: near.wordBefore,
    emptyBehind: near.emptyBehind,
    wordBehind: near.wordBehind,
    // Add-one smoothing: a name mentioned once proves little.
    contextBefore: Math.log((near.sameBefore + 1) / (count + 2) + 0.1),
    contextBehind: Math.log((near.sameBehind + 1) / (count + 2) + 0.1),
    mentions: Math.log(1 + count),
    inLead: Number(sentences.has(0) || sentences.has(1)),
    withOthers: slot.others.length > 0 ? beside / slot.others.length : 0.5,
    opens: slot.opens && count > 0 ? near.opening / count : 0,
    overlapMeant: Math.max(0, nearMeant.overlap - near.overlap),
    wordBehindMeant: Math.max(0, nearMeant.wordBehind - near.wordBehind),
    coverageMeant: Math.max(0, coverageMeant - coverage),
    timesMeant: Math.log(1 + meant.length),
    opensMeant: slot.opens && meant.length > 0 ? nearMeant.opening / meant.length : 0,
    inBest: Number(isInBest),
    besideBest: Number(isInBest || slot.bestSentences.some((i) => meantIn.has(i) || sentences.has(i - 1))),
    run: Math.min(LONGEST_RUN, near.run),
  }
}

interface Agreement {
  overlap: number
  emptyBefore: number
  wordBefore: number
  emptyBehind: number
  wordBehind: number
  /** How many mentions have the same kind of word before them, behind them, and open a sentence. */
  sameBefore: number
  sameBehind: number
  opening: number
  run: number
}

/** The most that any mention has in common with the place, and how many have. */
function agreement(mentions: readonly NameMention[], slot: Slot, cited: CitedText): Agreement {
  const found: Agreement = {
    overlap: 0,
    emptyBefore: 0,
    wordBefore: 0,
    emptyBehind: 0,
    wordBehind: 0,
    sameBefore: 0,
    sameBehind: 0,
    opening: 0,
    run: 0,
  }
  for (const { words, sentence } of mentions) {
    const around = cited.sentences[sentence]
    if (around === undefined) continue
    const there = around.words
    const first = words[0]?.index ?? 0
    const last = words.at(-1)?.index ?? 0
    found.overlap = Math.max(found.overlap, overlapOf(slot, around, first, last))
    const isAfterComma = there[first]?.gap.includes(',') ?? false
    if (isAfterComma === slot.isAfterComma && isWord(there[first - 1], slot.before)) {
      if (slot.before?.empty === true) found.emptyBefore = 1
      else found.wordBefore = 1
    }
    if (isWord(there[last + 1], slot.behind)) {
      if (slot.behind?.empty === true) found.emptyBehind = 1
      else found.wordBehind = 1
    }
    if (contextBefore(there, first) === slot.contextBefore) found.sameBefore++
    if (contextBehind(there, last) === slot.contextBehind) found.sameBehind++
    if (first === 0) found.opening++
    found.run = Math.max(found.run, runOf(slot, there, first, last))
  }
  return found
}

const LONGEST_RUN = 5

function runOf(
  { around: { left, right } }: Slot,
  there: readonly Word[],
  first: number,
  last: number,
): number {
  const before = left.findIndex(({ key }, i) => there[first - 1 - i]?.key !== key)
  const behind = right.findIndex(({ key }, i) => there[last + 1 + i]?.key !== key)
  return (before < 0 ? left.length : before) + (behind < 0 ? right.length : behind)
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
