import type { Region } from './region.ts'

/** Ids of the regions that any of the countries (ISO 3166-1 alpha-2) lies in, in the order of `regions`. */
export function regionsOf(countryCodes: readonly string[], regions: readonly Region[]): string[] {
  return regions
    .filter((region) => countryCodes.some((code) => region.countries.includes(code)))
    .map((region) => region.id)
}
