import type { Region } from '../tagging/region.ts'
import { say } from '../words/say.ts'
import { NO_PLACE } from './place-story.ts'

/** The title of a region's section in a language (BCP 47). */
export function nameSection(regionId: string, regions: readonly Region[], language: string): string {
  if (regionId === NO_PLACE) return say('section.noPlace', language)
  const own = language.split('-')[0] ?? 'en'
  const names = regions.find((region) => region.id === regionId)?.names
  return names?.[own] ?? names?.en ?? regionId
}
