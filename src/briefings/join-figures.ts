import { FIGURE_KINDS, type Figure, type FigureKind, type Toll, TOLLS } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'

/** One number of a story: who tells it, in which words. */
export interface JoinedFigure {
  readonly figure: Figure
  /** The newest article that tells it. */
  readonly article: KeptFinding['article']
  /** Ids of other sources that tell the same number now. */
  readonly others: readonly string[]
  /** The other number that this outlet told last before; null if there is none. */
  readonly before: Figure | null
}

/** Figures of one kind, newest first. Numbers of different outlets are never added up. */
export interface FigureRow {
  readonly what: FigureKind
  readonly figures: readonly JoinedFigure[]
  /** The lowest and highest number that outlets tell now; null if they agree. */
  readonly range: readonly [least: number, most: number] | null
}

/**
 * Returns the figures of one story by kind. Of each article the first figure of a kind counts, with which it
 * leads; of each outlet the newest article, and the last one before it with another number. Copies of an
 * agency's text are no witnesses of their own.
 */
export function joinFigures(kept: readonly KeptFinding[]): readonly FigureRow[] {
  const byKind = Map.groupBy(ownFigures(kept), ({ figure }) => figure.what)
  return FIGURE_KINDS.flatMap((what): FigureRow[] => {
    const leading = firstOfArticles(byKind.get(what) ?? [])
    if (leading.length === 0) return []
    const bySource = Map.groupBy(leading, ({ article }) => article.sourceId)
    const current = [...bySource.values()].flatMap(([newest, ...older]) => {
      if (newest === undefined) return []
      const before = older.find(({ figure }) => !isSame(figure, newest.figure))?.figure ?? null
      return [{ ...newest, before }]
    })
    const figures = joinSame(current)
    const numbers = figures.flatMap(({ figure }) => numbersOf(figure))
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
    return [{ what, figures, range: least < most ? [least, most] : null }]
  })
}

type OwnFigure = Pick<JoinedFigure, 'figure' | 'article'>

/** What outlets counted of one kind of toll, oldest first. */
export interface TollRow {
  readonly what: Toll
  readonly figures: readonly OwnFigure[]
}

/**
 * Returns how the tolls of one story developed: the figure that each article leads with, unless it is the
 * last one that its outlet told. Copies of an agency's text do not count.
 */
export function traceTolls(kept: readonly KeptFinding[]): readonly TollRow[] {
  const own = ownFigures(kept)
  return TOLLS.flatMap((what): TollRow[] => {
    const last = new Map<string, Figure>()
    const figures = firstOfArticles(own.filter(({ figure }) => figure.what === what))
      .toReversed()
      .filter(({ figure, article }) => {
        const before = last.get(article.sourceId)
        last.set(article.sourceId, figure)
        return before === undefined || !isSame(before, figure)
      })
    return figures.length === 0 ? [] : [{ what, figures }]
  })
}

const ownFigures = (kept: readonly KeptFinding[]): readonly OwnFigure[] =>
  kept.flatMap(({ finding, article }) =>
    finding.kind === 'figure' && article.copyOf === null ? [{ figure: finding, article }] : [],
  )

/** Returns the first figure of each article, newest article first. */
function firstOfArticles(figures: readonly OwnFigure[]): readonly OwnFigure[] {
  const first = new Map<string, OwnFigure>()
  for (const one of figures) {
    const known = first.get(one.article.id)
    if (known === undefined || one.figure.start < known.figure.start) first.set(one.article.id, one)
  }
  return [...first.values()].toSorted((one, other) => other.article.datedAt - one.article.datedAt)
}

function joinSame(figures: readonly Omit<JoinedFigure, 'others'>[]): readonly JoinedFigure[] {
  const joined: JoinedFigure[] = []
  for (const one of figures) {
    const at = joined.findIndex(({ figure }) => isSame(figure, one.figure))
    const known = joined[at]
    if (known === undefined) joined.push({ ...one, others: [] })
    else joined[at] = { ...known, others: [...known.others, one.article.sourceId] }
  }
  return joined
}

const isSame = (one: Figure, other: Figure): boolean =>
  one.value === other.value && one.low === other.low && one.high === other.high

const numbersOf = ({ value, low, high }: Figure): readonly number[] =>
  [value, low, high].filter((number) => number !== null)
