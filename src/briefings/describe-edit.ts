import { anyOf } from '../language/any-of.ts'
import { headlineLabelsOfAll } from '../language/parts.ts'
import { splitSentences } from '../language/sentences.ts'
import type { Article } from '../records/article.ts'

export type TextVersion = Pick<Article, 'title' | 'text'>

/** What an outlet changed, in its own words. */
export interface Edit {
  /** `correction` only where the outlet says so itself. */
  readonly kind: 'correction' | 'edit'
  readonly before: string
  readonly after: string
}

/** Words with which outlets own up to a correction, in the languages we read. */
const CORRECTION = new RegExp(String.raw`(?<!\p{L})${anyOf(headlineLabelsOfAll('correction'))}`, 'iu')

/** Labels that agencies put before a headline when they send it again: "UPDATE 1-", "RPT-", "LEAD". */
const RESEND_LABEL = new RegExp(
  String.raw`^(?:${anyOf(headlineLabelsOfAll('resent'))}\s*\d*\s*[-:–—]\s*)+`,
  'iu',
)

/**
 * Says what changed between two versions of an article, or null when nothing a reader would care about did
 * (case, punctuation, an agency's resend label). Text that was only added is no edit: it is told as news.
 */
export function describeEdit(before: TextVersion, after: TextVersion, language: string): Edit | null {
  const kind = CORRECTION.test(after.title) || admits(before, after) ? 'correction' : 'edit'
  if (plain(before.title) !== plain(after.title)) return { kind, before: before.title, after: after.title }

  const old = sentences(before.text, language)
  const now = sentences(after.text, language)
  const gone = old.filter((sentence) => !now.some((other) => plain(other) === plain(sentence)))
  const come = now.filter((sentence) => !old.some((other) => plain(other) === plain(sentence)))
  const pair = closestPair(gone, come)
  return pair === null ? null : { kind, ...pair }
}

function admits(before: TextVersion, after: TextVersion): boolean {
  return CORRECTION.test(after.text) && !CORRECTION.test(before.text)
}

function sentences(text: string, language: string): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end))
}

/** Letters and digits only, so that typography is no edit. */
function plain(text: string): string {
  return text
    .replace(RESEND_LABEL, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Two sentences must share this share of their words to be versions of each other. */
const SAME_SENTENCE = 0.5

function closestPair(
  gone: readonly string[],
  come: readonly string[],
): { before: string; after: string } | null {
  let best: { before: string; after: string } | null = null
  let bestShare = 0
  for (const before of gone) {
    const words = new Set(plain(before).split(' '))
    for (const after of come) {
      const others = new Set(plain(after).split(' '))
      const share = words.intersection(others).size / Math.max(1, Math.min(words.size, others.size))
      // Of equals the first: behind it stands what an outlet says about its correction.
      if (share >= SAME_SENTENCE && share > bestShare) {
        bestShare = share
        best = { before, after }
      }
    }
  }
  return best
}
