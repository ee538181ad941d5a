import type { Development } from '../../records/briefing.ts'
import { type Figure, TOLLS, type Toll } from '../../records/finding.ts'
import type { KeptFinding } from '../../records/ports/findings.ts'
import type { PlacedArticle } from '../../records/story.ts'
import { LONGEST_NAME, outletOf, type Update } from './update.ts'

interface Told {
  readonly figure: Figure
  readonly value: number
  readonly article: PlacedArticle
  /** It stands in the headline. */
  readonly isLeading: boolean
}

/** A number is sure that several outlets tell, or one in its headline, or one that told a smaller one before, unless it grew by more than this. */
const SEVERAL = 2
const MOST_GROWTH = 2

/**
 * Tolls that are higher than any that the reader was told of, with who counted. Never a sum, and no lower one: that is a part of them as often as a correction, which
 * its outlet's edit tells. Nor one in whose article the old number stands beside it, or that newer reports of as many outlets do not have.
 */
export function newFigures(update: Update): readonly Development[] {
  return TOLLS.flatMap((what): Development[] => {
    const [known, fresh] = [update.known, update.fresh].map((articles) =>
      toldIn(articles, what, update.findings),
    )
    if (known === undefined || fresh === undefined) return []
    const before = highest(known)
    const now = highest(
      fresh.filter((one) => before !== null && one.value > before.value && isSure(one, fresh, known)),
    )
    if (before === null || now === null) return []
    const witnesses = fresh.filter(({ value }) => value === now.value)
    const [first = now] = witnesses.toSorted((one, other) => datedAt(one) - datedAt(other))
    const doubters = fresh.filter((one) => one.value === before.value && datedAt(one) > datedAt(first))
    if (outletsOf(doubters) >= outletsOf(witnesses)) return []
    if (witnesses.some(({ article }) => isBeside(before, now, toldIn([article], what, update.findings))))
      return []
    const counted = witnesses.map((one) => ({ one, by: counterOf(one, update.findings) }))
    const { one, by } = counted.find((each) => each.by !== null) ?? { one: now, by: null }
    const [outlet, toldBy] = [outletOf(update, one.article), outletOf(update, before.article)]
    if (outlet < 0 || toldBy < 0) return []
    return [
      {
        kind: 'figure',
        what,
        before: { value: before.value, qualifier: before.figure.qualifier },
        now: { value: one.value, qualifier: one.figure.qualifier },
        toldBy,
        countedBy: by,
        words: one.figure.words.trim(),
        articleId: one.article.id,
        outlet,
        url: one.article.url,
      },
    ]
  })
}

/** What these reports count of one kind; no copies, which are no witnesses. */
function toldIn(
  articles: readonly PlacedArticle[],
  what: Toll,
  findings: readonly KeptFinding[],
): readonly Told[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return findings.flatMap(({ finding, article: { id, copyOf } }): Told[] => {
    const article = byId.get(id)
    if (article === undefined || copyOf !== null) return []
    if (finding.kind !== 'figure' || finding.what !== what || finding.value === null) return []
    return [
      { figure: finding, value: finding.value, article, isLeading: finding.end <= article.title.length },
    ]
  })
}

const highest = (told: readonly Told[]): Told | null =>
  told.reduce<Told | null>((most, one) => (most === null || one.value > most.value ? one : most), null)

const isSure = (
  { value, isLeading, article }: Told,
  fresh: readonly Told[],
  known: readonly Told[],
): boolean =>
  isLeading ||
  outletsOf(fresh.filter((one) => one.value === value)) >= SEVERAL ||
  known.some((one) => one.article.sourceId === article.sourceId && value <= one.value * MOST_GROWTH)

const outletsOf = (told: readonly Told[]): number => new Set(told.map(({ article }) => article.sourceId)).size

const datedAt = ({ article: { publishedAt, seenAt } }: Told): number =>
  Math.min(publishedAt ?? seenAt, seenAt)

/** UTF-16 units: "rises from 19 to 23". */
const IN_ONE_PHRASE = 12

/** "80 killed, 32 Cubans among them": the old number is a part of the new one. */
const isBeside = (before: Told, now: Told, own: readonly Told[]): boolean => {
  const [parts, whole] = [before.value, now.value].map((value) => own.filter((one) => one.value === value))
  return (parts ?? []).some(
    ({ figure }) =>
      !(whole ?? []).some(
        (one) => one.figure.start >= figure.end && one.figure.start - figure.end <= IN_ONE_PHRASE,
      ),
  )
}

/** Who says it in the article, where somebody does. */
function counterOf({ figure, article }: Told, findings: readonly KeptFinding[]): string | null {
  for (const {
    finding,
    article: { id },
  } of findings)
    if (
      id === article.id &&
      finding.kind === 'saying' &&
      finding.start <= figure.start &&
      figure.end <= finding.end &&
      finding.speaker.words !== '' &&
      finding.speaker.words.length <= LONGEST_NAME &&
      finding.speaker.side !== 'other' &&
      finding.speaker.namedBy !== 'pronoun'
    )
      return finding.speaker.words
  return null
}
