import type { Source } from '../../src/records/source.ts'

/** Creates a source of a country (ISO 3166-1 alpha-2) with this ownership. */
export const aSourceOf = (id: string, country: string, ownership: Source['ownership']): Source => ({
  id,
  name: `The ${id}`,
  country,
  ownership,
  feed: `https://${id}.example/feed`,
  homepage: `https://${id}.example/`,
  language: 'en',
  region: 'middle-east',
})
