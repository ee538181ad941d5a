import type { Region } from '../tagging/region.ts'
import type { CountryTag } from '../records/article.ts'

/** Section of stories that name no country we know. */
export const NO_PLACE = 'no-place'

/** A country must be in focus in this share of the strongest country's weight to count as one the story is about. */
const SHARE_OF_STRONGEST = 0.5

/**
 * The countries a story is about, strongest first: each report votes with its focus countries, and a country stays
 * when it has at least half the votes of the strongest, so that one outlet's local angle does not move the story.
 */
export function storyCountries(reports: readonly { readonly countries: readonly CountryTag[] }[]): string[] {
  const votes = new Map<string, number>()
  for (const report of reports) {
    for (const country of report.countries) {
      if (country.focus) votes.set(country.code, (votes.get(country.code) ?? 0) + country.score)
    }
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  const strongest = ranked[0]?.[1] ?? 0
  return ranked.filter(([, vote]) => vote >= strongest * SHARE_OF_STRONGEST).map(([code]) => code)
}

/** The section a story stands in: that of the first of its countries which the reader asked for, else of its strongest. */
export function sectionOf(
  countries: readonly string[],
  regions: readonly Region[],
  wanted: ReadonlySet<string> | null,
): string {
  const placed = wanted === null ? countries[0] : (countries.find((code) => wanted.has(code)) ?? countries[0])
  if (placed === undefined) return NO_PLACE
  return regions.find((region) => region.section && region.countries.includes(placed))?.id ?? NO_PLACE
}
