import type { Source } from '../../src/records/source.ts'

/** A source of a country (ISO 3166-1 alpha-2) that is owned so. */
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
