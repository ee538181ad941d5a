import type { CountryTag } from '../records/article.ts'
import type { ReportHead } from '../records/story.ts'

/** Least share of the strongest country's votes that a country needs to count as one the story is about. */
const SHARE_OF_STRONGEST = 0.5

/**
 * Least share for a third country. Mostly two act, or one acts in another; a third is only compared with
 * them, or comments. Of seven sections that held a story for its third country, a reader accepted one.
 */
const SHARE_OF_THIRD = 0.7
const LEADING_COUNTRIES = 2

const isLeading = (vote: number, votes: readonly (readonly [string, number])[]): boolean =>
  votes.filter(([, other]) => other >= vote).length <= LEADING_COUNTRIES

/**
 * Least share of all reports that must have a country in focus. Where most reports name no country, one that
 * five of twenty name is the angle of those five.
 */
const LEAST_FOCUS_SHARE = 0.3
/**
 * Unless nearly all that name one name this: "Omaha" in the headlines of six among 31. Of 38 stories of two
 * streams that 0.3 leaves without a place though reports name one, four get one so, all of them right to a
 * reader. Without `LEAST_AGREEING_REPORTS` it is eight more, half of them wrong.
 */
const LEAST_AGREED_SHARE = 0.15
const AGREED_SHARE = 0.9
const LEAST_AGREEING_REPORTS = 4

/**
 * Returns the countries a story is about (ISO 3166-1 alpha-2), strongest first. Each report votes for the
 * countries in its focus, by their scores. A country needs half of the strongest one's votes, a third country
 * 0.7 of them, and the focus of three reports in ten: one outlet's local angle does not move the story. Where
 * no report names a country, it is about the one where all their outlets are.
 */
export function storyCountries(
  reports: readonly Pick<ReportHead, 'sourceId' | 'countries'>[],
): readonly string[] {
  const home = homeOfAll(reports)
  if (home !== undefined) return [home]
  const focused = reports.flatMap(({ countries }) => countries.filter(isInFocus))
  const votes = sumScores(focused)
  const strongest = votes[0]?.[1] ?? 0
  const times = Map.groupBy(focused, ({ code }) => code)
  const placed = reports.filter(({ countries }) => countries.some(isInFocus)).length
  const isAngle = (count: number): boolean =>
    count < reports.length * LEAST_FOCUS_SHARE &&
    !(
      count >= LEAST_AGREEING_REPORTS &&
      count >= placed * AGREED_SHARE &&
      count >= reports.length * LEAST_AGREED_SHARE
    )
  const codes = votes
    .filter(([, vote]) => vote >= strongest * SHARE_OF_STRONGEST)
    .filter(([, vote]) => vote >= strongest * SHARE_OF_THIRD || isLeading(vote, votes))
    .filter(([code]) => !isAngle(times.get(code)?.length ?? 0))
    .map(([code]) => code)
  return isOfOneOutlet(reports) ? withoutAsides(codes, focused) : codes
}

/** Whether a text names a country as what it is about. */
export const isInFocus = ({ focus, home }: CountryTag): boolean => focus && home !== true

function homeOfAll(reports: readonly Pick<ReportHead, 'countries'>[]): string | undefined {
  const homes = reports.map(({ countries }) => countries.find(({ home }) => home)?.code)
  return homes.every((home) => home === homes[0]) ? homes[0] : undefined
}

const isOfOneOutlet = (reports: readonly Pick<ReportHead, 'sourceId'>[]): boolean =>
  reports.every(({ sourceId }) => sourceId === reports[0]?.sourceId)

/**
 * Leaves out countries that one outlet names only beside its subject (`CountryTag.aside`), if it has another
 * one. Of several outlets some have a country in their titles, if it matters. Of 42 stories that left a
 * section because of this in three sets of briefings, a reader found 28 out of place there and 12 in place.
 */
function withoutAsides(codes: readonly string[], focused: readonly CountryTag[]): readonly string[] {
  const meant = codes.filter((code) => focused.some((tag) => tag.code === code && tag.aside !== true))
  return meant.length > 0 ? meant : codes.slice(0, 1)
}

/** Codes with the sum of their scores, strongest first. */
export function sumScores(
  tags: readonly { readonly code: string; readonly score: number }[],
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>()
  for (const { code, score } of tags) sums.set(code, (sums.get(code) ?? 0) + score)
  return [...sums].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}
