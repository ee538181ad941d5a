import { anyOf } from '../language/any-of.ts'
import { headlineLabelsOfAll } from '../language/parts.ts'
import { splitSentences } from '../language/sentences.ts'
import type { Article } from '../records/article.ts'
import type { OutletEdit } from '../records/briefing.ts'
import { compareWords } from '../text/compare-words.ts'
import { printedHeadline } from './printed-headline.ts'
import { type ChangeWeight, WEIGHT, weighChange } from './weigh-change.ts'

export type TextVersion = Pick<Article, 'title' | 'text'>

/** What an outlet changed, in its own words. */
export interface Edit {
  /** `correction` only where the outlet says so itself. */
  readonly kind: 'correction' | 'edit'
  /**
   * The headline, if it was rewritten, and the sentence whose meaning changed most, unless the headline
   * changed in the same words. Empty if the outlet only says that it made a correction.
   */
  readonly rewritten: readonly Rewriting[]
  /** What the outlet says about its correction: a sentence, or two if the first is short; null if nothing. */
  readonly note: string | null
}

interface Rewriting {
  readonly before: string
  readonly after: string
}

/**
 * Words with which outlets own up to a correction, in all languages we read: a label at the beginning of a
 * sentence or in brackets, or a phrase anywhere.
 */
const LABEL = anyOf(headlineLabelsOfAll('correction'))
const CORRECTION = new RegExp(
  String.raw`^\P{L}*${LABEL}(?:\s+\S+){0,3}?\s*[:：—–(-]|[([]\s*${LABEL}\s*[)\]]|(?<!\p{L})${anyOf(headlineLabelsOfAll('corrected'))}`,
  'iu',
)

/**
 * Returns what changed between two versions of an article; null if only spelling, a resend label or the like
 * did. Text that was only added is no edit: it is told as news.
 */
export function describeEdit(before: TextVersion, after: TextVersion, language: string): Edit | null {
  const [old, now] = [sentencesOf(before.text, language), sentencesOf(after.text, language)]
  const [known, standing] = [old, now].map((all) => new Set(all.map(({ plain }) => plain)))
  const removed = old.filter(({ plain }) => standing?.has(plain) === false)
  const added = now.filter(({ plain }) => known?.has(plain) === false)
  const note = noteAmong(added)
  const isOwned = note !== null || (CORRECTION.test(after.title) && !CORRECTION.test(before.title))
  const title = { before: before.title, after: after.title }
  const isRetitled =
    plainOf(before.title) !== plainOf(after.title) &&
    weighChange(before.title, after.title, language) > WEIGHT.spelling
  const sentence = weightiestRewriting(
    removed,
    added.filter(({ text }) => note?.includes(text) !== true),
    language,
  )
  const rewritten = eachChangeOnce(
    [...(isRetitled ? [title] : []), ...(sentence === null ? [] : [sentence])],
    language,
  )
  if (rewritten.length === 0 && !isOwned) return null
  return { kind: isOwned ? 'correction' : 'edit', rewritten, note }
}

/**
 * Returns the rewritings without those that replace the same words by the same words as an earlier one: a
 * headline and its sentence are often corrected alike.
 */
export function eachChangeOnce(rewritten: readonly Rewriting[], language: string): readonly Rewriting[] {
  const known = new Set<string>()
  return rewritten.filter(({ before, after }) => {
    const changed = compareWords(before, after, language).filter(({ of }) => of !== 'both')
    const key = changed.map(({ of, text }) => `${of} ${plainOf(text)}`).join('\n')
    return known.size < known.add(key).size
  })
}

/**
 * Returns an edit as the changes of its story. `outlet`: index among the outlets of the story. `at`: when the
 * edit was seen, in milliseconds since 1970.
 */
export const toChanges = (
  { kind, rewritten, note }: Edit,
  outlet: number,
  at: number,
): readonly OutletEdit[] => [
  ...rewritten.map((one): OutletEdit => ({ kind, outlet, ...one, at })),
  ...(note === null ? [] : [{ kind: 'note' as const, outlet, before: null, after: note, at }]),
]

interface Sentence {
  readonly text: string
  readonly plain: string
  readonly words: ReadonlySet<string>
}

const sentencesOf = (text: string, language: string): readonly Sentence[] =>
  splitSentences(text, language).map(({ start, end }) => {
    const sentence = text.slice(start, end)
    const plain = plainOf(sentence)
    return { text: sentence, plain, words: new Set(plain.split(' ')) }
  })

/**
 * Returns letters and digits only, in lower case and without hours and labels for the outlet's own lists:
 * typography is no edit.
 */
const plainOf = (text: string): string =>
  printedHeadline(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** UTF-16 units. A shorter note only names the day, and the next sentence says what was wrong. */
const SHORT_NOTE = 80

function noteAmong(added: readonly Sentence[]): string | null {
  const at = added.findIndex(({ text }) => CORRECTION.test(text))
  const [first, next] = at < 0 ? [] : added.slice(at)
  if (first === undefined) return null
  return first.text.length < SHORT_NOTE && next !== undefined ? `${first.text} ${next.text}` : first.text
}

/** Two sentences are versions of each other if they share this part of the shorter one's words. */
const SAME_SENTENCE = 0.5

/**
 * Returns the rewritten sentence whose meaning changed most; of equals, the pair that is most alike. Null if
 * no meaning changed.
 */
function weightiestRewriting(
  removed: readonly Sentence[],
  added: readonly Sentence[],
  language: string,
): Rewriting | null {
  let best: Rewriting | null = null
  let most: ChangeWeight = WEIGHT.spelling
  let bestShare = 0
  for (const before of removed) {
    const likest = mostSimilar(before, added)
    if (likest === null) continue
    const weight = weighChange(before.text, likest.sentence.text, language)
    if (weight < most || weight === WEIGHT.spelling || (weight === most && likest.share <= bestShare))
      continue
    most = weight
    bestShare = likest.share
    best = { before: before.text, after: likest.sentence.text }
  }
  return best
}

/**
 * Returns the sentence that is most alike; of equals the first, as remarks on a correction come after it.
 * Null if none is alike enough.
 */
function mostSimilar(
  { words }: Sentence,
  added: readonly Sentence[],
): { readonly sentence: Sentence; readonly share: number } | null {
  let likest: { readonly sentence: Sentence; readonly share: number } | null = null
  for (const sentence of added) {
    const share =
      words.intersection(sentence.words).size / Math.max(1, Math.min(words.size, sentence.words.size))
    if (share >= SAME_SENTENCE && share > (likest?.share ?? 0)) likest = { sentence, share }
  }
  return likest
}
