import { anyOf } from '../language/any-of.ts'
import { headlineLabelsOfAll } from '../language/parts.ts'
import { splitSentences } from '../language/sentences.ts'
import type { Article } from '../records/article.ts'
import type { OutletEdit } from '../records/briefing.ts'
import { compareWords } from '../text/compare-words.ts'
import { type ChangeWeight, WEIGHT, weighChange } from './weigh-change.ts'

export type TextVersion = Pick<Article, 'title' | 'text'>

/** What an outlet changed, in its own words. */
export interface Edit {
  /** `correction` only where the outlet says so itself. */
  readonly kind: 'correction' | 'edit'
  /**
   * The headline, where it was rewritten, and of the sentences the one that says most otherwise, unless the headline changed in the same words; none where only the note came.
   */
  readonly rewritten: readonly Rewriting[]
  /** The sentence in which the outlet owns up to it. */
  readonly note: string | null
}

interface Rewriting {
  readonly before: string
  readonly after: string
}

/** Words with which outlets own up to a correction, in the languages we read: a label at the beginning of a sentence or in brackets, or a phrase anywhere. */
const LABEL = anyOf(headlineLabelsOfAll('correction'))
const CORRECTION = new RegExp(
  String.raw`^\P{L}*${LABEL}(?:\s+\S+){0,3}?\s*[:：—–(-]|[([]\s*${LABEL}\s*[)\]]|(?<!\p{L})${anyOf(headlineLabelsOfAll('corrected'))}`,
  'iu',
)

/** Labels that agencies put before a headline when they send it again: "UPDATE 1-", "RPT-", "LEAD". */
const RESEND_LABEL = new RegExp(
  String.raw`^(?:${anyOf(headlineLabelsOfAll('resent'))}\s*\d*\s*[-:–—]\s*)+`,
  'iu',
)

/**
 * Says what changed between two versions of an article, or null when nothing a reader would care about did
 * (spelling, an agency's resend label). Text that was only added is no edit: it is told as news.
 */
export function describeEdit(before: TextVersion, after: TextVersion, language: string): Edit | null {
  const [old, now] = [sentencesOf(before.text, language), sentencesOf(after.text, language)]
  const [known, standing] = [old, now].map((all) => new Set(all.map(({ plain }) => plain)))
  const gone = old.filter(({ plain }) => standing?.has(plain) === false)
  const come = now.filter(({ plain }) => known?.has(plain) === false)
  const note = noteAmong(come)
  const isOwned = note !== null || (CORRECTION.test(after.title) && !CORRECTION.test(before.title))
  const title = { before: before.title, after: after.title }
  const isRetitled =
    plainOf(before.title) !== plainOf(after.title) &&
    weighChange(before.title, after.title, language) > WEIGHT.spelling
  const sentence = weightiest(
    gone,
    come.filter(({ text }) => note?.includes(text) !== true),
    language,
  )
  const rewritten = eachChangeOnce(
    [...(isRetitled ? [title] : []), ...(sentence === null ? [] : [sentence])],
    language,
  )
  if (rewritten.length === 0 && !isOwned) return null
  return { kind: isOwned ? 'correction' : 'edit', rewritten, note }
}

/** Rewritings without those that put the same words in place of the same words as one before them: a headline and its sentence are often corrected alike. */
export function eachChangeOnce(rewritten: readonly Rewriting[], language: string): readonly Rewriting[] {
  const told = new Set<string>()
  return rewritten.filter(({ before, after }) => {
    const changed = compareWords(before, after, language).filter(({ of }) => of !== 'both')
    const key = changed.map(({ of, text }) => `${of} ${plainOf(text)}`).join('\n')
    return told.size < told.add(key).size
  })
}

/** An edit as its story tells it: outlet is its index there, `at` when it was seen, in milliseconds since 1970. */
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

/** Letters and digits only, so that typography is no edit. */
const plainOf = (text: string): string =>
  text
    .replace(RESEND_LABEL, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** UTF-16 units: a shorter one names the day alone, and the next says what was wrong. */
const SHORT_NOTE = 80

function noteAmong(come: readonly Sentence[]): string | null {
  const at = come.findIndex(({ text }) => CORRECTION.test(text))
  const [first, next] = at < 0 ? [] : come.slice(at)
  if (first === undefined) return null
  return first.text.length < SHORT_NOTE && next !== undefined ? `${first.text} ${next.text}` : first.text
}

/** Two sentences must share this share of their words to be versions of each other. */
const SAME_SENTENCE = 0.5

/** Of the sentences that were rewritten the one that says most otherwise, of equals the likest; null where none says anything otherwise. */
function weightiest(
  gone: readonly Sentence[],
  come: readonly Sentence[],
  language: string,
): Rewriting | null {
  let best: Rewriting | null = null
  let most: ChangeWeight = WEIGHT.spelling
  let bestShare = 0
  for (const before of gone) {
    const likest = likestOf(before, come)
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

/** Of equals the first: behind it stands what an outlet says about its correction. */
function likestOf(
  { words }: Sentence,
  come: readonly Sentence[],
): { readonly sentence: Sentence; readonly share: number } | null {
  let likest: { readonly sentence: Sentence; readonly share: number } | null = null
  for (const sentence of come) {
    const share =
      words.intersection(sentence.words).size / Math.max(1, Math.min(words.size, sentence.words.size))
    if (share >= SAME_SENTENCE && share > (likest?.share ?? 0)) likest = { sentence, share }
  }
  return likest
}
