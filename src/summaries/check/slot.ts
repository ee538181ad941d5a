import { type CitedText, weightOf } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { coverage, presence } from './find-evidence.ts'
import { isOffice } from './name-kind.ts'
import type { Word } from './read-words.ts'
import { isSpeech } from './speech.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

/** The place of a name in a claim: what any name must agree with to stand there. */
export interface Slot {
  readonly around: Surroundings
  /** How much of the rest of the claim each cited sentence carries, and the most. */
  readonly covered: readonly number[]
  readonly best: number
  /** The sentences that carry about the most. */
  readonly bestSentences: readonly number[]
  /** Telling words of the claim within `REACH` that the cited text has, with what each weighs. */
  readonly near: readonly { readonly word: Word; readonly weight: number }[]
  readonly nearTotal: number
  readonly before: Word | undefined
  readonly behind: Word | undefined
  readonly isAfterComma: boolean
  readonly contextBefore: string
  readonly contextBehind: string
  /** For each other name of the claim, the cited sentences that hold it. */
  readonly others: readonly ReadonlySet<number>[]
  /** It opens the claim, an article aside. */
  readonly opens: boolean
}

/** In words. */
const REACH = 8

/** Of the most, from which a sentence carries as much. */
const ABOUT_MOST = 0.97

export function readSlot(
  name: readonly Word[],
  names: readonly (readonly Word[])[],
  claim: Claim,
  cited: CitedText,
): Slot {
  const { words, content } = claim
  const first = name[0]?.index ?? 0
  const last = name.at(-1)?.index ?? 0
  const covered = coverage(
    content.filter((word) => !name.includes(word)),
    cited,
  )
  const best = Math.max(0, ...covered)
  const distance = ({ index }: Word): number => (index < first ? first - index : index - last)
  const near = content
    .filter(
      (word) =>
        !name.includes(word) &&
        distance(word) <= REACH &&
        (cited.keys.has(word.key) || cited.lowers.has(word.lower)),
    )
    .map((word) => ({ word, weight: weightOf(word, cited) / (1 + 0.12 * distance(word)) }))
  return {
    around: surroundingsOf(name, words),
    covered,
    best,
    bestSentences: [...covered.keys()].filter((i) => (covered[i] ?? 0) >= best * ABOUT_MOST),
    near,
    nearTotal: near.reduce((sum, { weight }) => sum + weight, 0),
    before: words[first - 1],
    behind: words[last + 1],
    isAfterComma: words[first]?.gap.includes(',') ?? false,
    contextBefore: contextBefore(words, first),
    contextBehind: contextBehind(words, last),
    others: names.filter((other) => other !== name).map((other) => sentencesWith(other, cited)),
    opens: first <= 1,
  }
}

function sentencesWith(name: readonly Word[], cited: CitedText): ReadonlySet<number> {
  const held = name.map((word) => presence(word, cited))
  return new Set(cited.sentences.keys().filter((i) => held.some((there) => there[i])))
}

/** What kind of thing stands before a word, or which function word: it tells a doer from a place from an owner. */
export function contextBefore(words: readonly Word[], index: number): string {
  const before = words[index - 1]
  const gap = words[index]?.gap ?? ''
  if (before === undefined || (words[index]?.first === true && !/["“«‘]\s*$/u.test(gap))) return '<start>'
  if (/[,;:()–—-]\s*["“]?$/u.test(gap)) return '<comma>'
  if (/["“‘]\s*$/u.test(gap)) return '<quote>'
  if (isOffice(before)) return '<office>'
  return kindOfNeighbour(before)
}

/** The same of what stands behind it. */
export function contextBehind(words: readonly Word[], index: number): string {
  const behind = words[index + 1]
  if (/['’]s?$/u.test(words[index]?.text ?? '') || /^['’]/u.test(behind?.gap ?? '')) return '<owner>'
  if (behind === undefined || /[.?!]/u.test(behind.gap)) return '<end>'
  if (/[,;:()–—-]/u.test(behind.gap)) return behind.number === undefined ? '<comma>' : '<age>'
  return kindOfNeighbour(behind)
}

function kindOfNeighbour(word: Word): string {
  if (isSpeech(word.lower)) return '<speech>'
  if (word.empty) return word.lower
  if (word.number !== undefined) return '<number>'
  if (word.capital) return '<capital>'
  const ending = /ed$|ing$/u.exec(word.lower)?.[0]
  return ending === undefined ? (/[^s]s$/u.test(word.lower) ? '<s>' : '<word>') : `<${ending}>`
}
