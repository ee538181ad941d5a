import type { Development } from '../../records/briefing.ts'
import { type Figure, TOLLS, type Toll } from '../../records/finding.ts'
import type { KeptFinding } from '../../records/ports/findings.ts'
import type { PlacedArticle } from '../../records/story.ts'
import { LONGEST_NAME, outletOf, type Update } from './update.ts'

interface CountedFigure {
  readonly figure: Figure
  readonly value: number
  readonly article: PlacedArticle
  /** The figure is in the headline. */
  readonly isLeading: boolean
}

/**
 * A number is sure if so many outlets tell it, if a headline tells it, or if its outlet told a smaller one
 * before and it grew at most by this factor.
 */
const LEAST_OUTLETS = 2
const MOST_GROWTH = 2

/**
 * Returns tolls that are higher than any the reader was told of, with who counted; one of each kind at most.
 * Numbers are never added up. A lower number is left out: it is a part of the toll as often as a correction,
 * which is told as its outlet's edit. A number is also left out if its article tells the old one beside it,
 * or if newer reports of as many outlets still tell the old one.
 */
export function newFigures(update: Update): readonly Development[] {
  return TOLLS.flatMap((what): Development[] => {
    const [known, fresh] = [update.known, update.fresh].map((articles) =>
      countedIn(articles, what, update.findings),
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
    if (
      witnesses.some(({ article }) => isPartOfNew(before, now, countedIn([article], what, update.findings)))
    )
      return []
    const counted = witnesses.map((one) => ({ one, by: countedBy(one, update.findings) }))
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

/** Returns the figures of one kind in these reports. Copies are left out, because they are no witnesses. */
function countedIn(
  articles: readonly PlacedArticle[],
  what: Toll,
  findings: readonly KeptFinding[],
): readonly CountedFigure[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return findings.flatMap(({ finding, article: { id, copyOf } }): CountedFigure[] => {
    const article = byId.get(id)
    if (article === undefined || copyOf !== null) return []
    if (finding.kind !== 'figure' || finding.what !== what || finding.value === null) return []
    return [
      { figure: finding, value: finding.value, article, isLeading: finding.end <= article.title.length },
    ]
  })
}

const highest = (figures: readonly CountedFigure[]): CountedFigure | null =>
  figures.reduce<CountedFigure | null>(
    (most, one) => (most === null || one.value > most.value ? one : most),
    null,
  )

const isSure = (
  { value, isLeading, article }: CountedFigure,
  fresh: readonly CountedFigure[],
  known: readonly CountedFigure[],
): boolean =>
  isLeading ||
  outletsOf(fresh.filter((one) => one.value === value)) >= LEAST_OUTLETS ||
  known.some((one) => one.article.sourceId === article.sourceId && value <= one.value * MOST_GROWTH)

const outletsOf = (figures: readonly CountedFigure[]): number =>
  new Set(figures.map(({ article }) => article.sourceId)).size

const datedAt = ({ article: { publishedAt, seenAt } }: CountedFigure): number =>
  Math.min(publishedAt ?? seenAt, seenAt)

/** UTF-16 units between two numbers of one phrase: "rises from 19 to 23". */
const IN_ONE_PHRASE = 12

/** Whether the old number is told as a part of the new one: "80 killed, 32 Cubans among them". */
const isPartOfNew = (before: CountedFigure, now: CountedFigure, own: readonly CountedFigure[]): boolean => {
  const [parts, whole] = [before.value, now.value].map((value) => own.filter((one) => one.value === value))
  return (parts ?? []).some(
    ({ figure }) =>
      !(whole ?? []).some(
        (one) => one.figure.start >= figure.end && one.figure.start - figure.end <= IN_ONE_PHRASE,
      ),
  )
}

/** Returns who says the number in the article; null if nobody does. */
function countedBy({ figure, article }: CountedFigure, findings: readonly KeptFinding[]): string | null {
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
