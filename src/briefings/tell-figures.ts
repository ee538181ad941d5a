import { FIGURE_KINDS, type Figure, type FigureKind, type Toll, TOLLS } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'

/** One number of a story: who tells it, in which words. */
export interface ToldFigure {
  readonly figure: Figure
  /** Of the newest article that tells it. */
  readonly article: KeptFinding['article']
  /** Other outlets that tell the same number now. */
  readonly others: readonly string[]
  /** What this outlet told before, where it was another number. */
  readonly before: Figure | null
}

/** What outlets tell of one kind: the newest first. Numbers of different outlets are never added up. */
export interface FigureRow {
  readonly what: FigureKind
  readonly told: readonly ToldFigure[]
  /** The least and the most that outlets tell now; null where they agree. */
  readonly range: readonly [least: number, most: number] | null
}

/**
 * The figures of one story. Of each article the first of a kind counts, which is what it leads with; of each outlet its newest article,
 * and the one before where that told another number. Copies of an agency's text are no witnesses of their own.
 */
export function tellFigures(kept: readonly KeptFinding[]): readonly FigureRow[] {
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
    const told = joinSame(current)
    const numbers = told.flatMap(({ figure }) => numbersOf(figure))
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
    return [{ what, told, range: least < most ? [least, most] : null }]
  })
}

type Own = Pick<ToldFigure, 'figure' | 'article'>

/** What outlets counted of one kind of toll, oldest first. */
export interface TollRow {
  readonly what: Toll
  readonly told: readonly Own[]
}

/** How the tolls of one story went: what each article leads with, where its outlet had not told that number last. Copies of an agency's text count for nothing. */
export function tellTolls(kept: readonly KeptFinding[]): readonly TollRow[] {
  const own = ownFigures(kept)
  return TOLLS.flatMap((what): TollRow[] => {
    const last = new Map<string, Figure>()
    const told = firstOfArticles(own.filter(({ figure }) => figure.what === what))
      .toReversed()
      .filter(({ figure, article }) => {
        const before = last.get(article.sourceId)
        last.set(article.sourceId, figure)
        return before === undefined || !isSame(before, figure)
      })
    return told.length === 0 ? [] : [{ what, told }]
  })
}

const ownFigures = (kept: readonly KeptFinding[]): readonly Own[] =>
  kept.flatMap(({ finding, article }) =>
    finding.kind === 'figure' && article.copyOf === null ? [{ figure: finding, article }] : [],
  )

/** The first of each article, the newest article first. */
function firstOfArticles(figures: readonly Own[]): readonly Own[] {
  const first = new Map<string, Own>()
  for (const one of figures) {
    const known = first.get(one.article.id)
    if (known === undefined || one.figure.start < known.figure.start) first.set(one.article.id, one)
  }
  return [...first.values()].toSorted((one, other) => other.article.datedAt - one.article.datedAt)
}

function joinSame(figures: readonly Omit<ToldFigure, 'others'>[]): readonly ToldFigure[] {
  const joined: ToldFigure[] = []
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
