import type { BriefedStory } from '../records/briefing.ts'
import type { Figure, Toll } from '../records/finding.ts'
import type { TollFigures, TollPoint } from '../records/message.ts'
import { type Ownership, OWNERSHIPS } from '../records/source.ts'

/** How much is reported of a country in focus. */
export interface CountryFigure {
  /** ISO 3166-1 alpha-2; Kosovo is XK. */
  readonly code: string
  /** Independent reports (not repeating one another) in all stories about it. */
  readonly reports: number
  /** Number of different outlets that report these stories; absent if not counted. */
  readonly outlets?: number
}

export interface OwnershipFigure {
  readonly ownership: Ownership
  readonly count: number
}

export interface DayFigure {
  /** ISO 8601, such as `2026-11-30`. */
  readonly day: string
  readonly count: number
}

/** The tolls in charts: those that nearly every disaster and attack has. */
const CHARTED: ReadonlySet<Toll> = new Set(['killed', 'injured'])
/**
 * Fewer points are a sentence rather than a development. Nor is there one if all outlets report the same
 * number.
 */
const LEAST_POINTS = 3

/** The tolls of a story that are worth a chart; empty if nothing developed. */
export const tollFigures = (
  rows: readonly {
    readonly what: Toll
    readonly figures: readonly { readonly figure: Figure; readonly article: { readonly datedAt: number } }[]
  }[],
): readonly TollFigures[] =>
  rows
    .filter(({ what }) => CHARTED.has(what))
    .map(({ what, figures: counts }) => ({ what, points: counts.flatMap(pointOf) }))
    .filter(({ points }) => points.length >= LEAST_POINTS && isCourse(points))

const isCourse = (points: readonly TollPoint[]): boolean =>
  Math.min(...points.map(({ low }) => low)) < Math.max(...points.map(({ high }) => high))

function pointOf({
  figure: { value, low, high },
  article,
}: {
  readonly figure: Figure
  readonly article: { readonly datedAt: number }
}): readonly TollPoint[] {
  const ends = [value, low, high].filter((number) => number !== null)
  return ends.length === 0 ? [] : [{ at: article.datedAt, low: Math.min(...ends), high: Math.max(...ends) }]
}

/**
 * The countries of stories, those with most reports first. Ties are ordered by code, so that repeated runs
 * draw the same.
 */
export function countryFigures(
  stories: readonly Pick<BriefedStory, 'countries' | 'independentReports' | 'outlets'>[],
): readonly CountryFigure[] {
  const byCountry = new Map<string, { reports: number; readonly outlets: Set<string> }>()
  for (const { countries, independentReports, outlets } of stories)
    for (const code of countries) {
      const own = byCountry.getOrInsertComputed(code, () => ({ reports: 0, outlets: new Set() }))
      own.reports += independentReports
      for (const { sourceId } of outlets) own.outlets.add(sourceId)
    }
  return [...byCountry]
    .map(([code, { reports, outlets }]) => ({ code, reports, outlets: outlets.size }))
    .sort(
      (a, b) => b.reports - a.reports || (b.outlets ?? 0) - (a.outlets ?? 0) || (a.code < b.code ? -1 : 1),
    )
}

/** Whether a map accompanies a chart of days: with one country there is nothing to compare. */
export const isWorthAMap = ({ length }: readonly unknown[]): boolean => length >= 2

/** Counts outlets by ownership, in the order of `OWNERSHIPS`. Each outlet counts once. */
export function ownershipFigures(
  outlets: readonly { readonly sourceId: string; readonly ownership: Ownership | null }[],
): readonly OwnershipFigure[] {
  const owned = new Map(outlets.map(({ sourceId, ownership }) => [sourceId, ownership]))
  return OWNERSHIPS.map((ownership) => ({
    ownership,
    count: [...owned.values()].filter((own) => own === ownership).length,
  })).filter(({ count }) => count > 0)
}

/** With fewer outlets, or only one kind of ownership, a chart says no more than their names. */
const LEAST_OUTLETS = 4

/** The `ownershipFigures` of a story; empty if they are not worth a chart. */
export function ownersWorthAChart(
  outlets: Parameters<typeof ownershipFigures>[0],
): readonly OwnershipFigure[] {
  const figures = ownershipFigures(outlets)
  const known = figures.reduce((sum, { count }) => sum + count, 0)
  return known < LEAST_OUTLETS || figures.length < 2 ? [] : figures
}
