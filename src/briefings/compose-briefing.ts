import type { BriefingRequest } from '../records/subscription.ts'
import type { BriefingArchive, BriefingSettings, Composed } from './composition.ts'
import { aboutOf } from './match-stories.ts'
import { type Edition, openEdition, type Period } from './open-edition.ts'

/** Most stories read to answer one request, some 80 MB: anybody may ask, and several at once. */
export const MOST_STORIES = 10_000

/** Opens an edition for one request alone: of what may fit it, the ten thousand strongest stories. */
export function openEditionFor(
  request: BriefingRequest,
  span: { readonly from: number; readonly now: number },
  archive: BriefingArchive,
  settings: BriefingSettings,
): Promise<Edition> {
  return openEdition(archive, settings, { ...span, most: MOST_STORIES, about: aboutOf(request, settings) })
}

/**
 * Composes the briefing of one request for one period, compared with what its destination was sent before. If
 * too much moved for one answer, it says so (`lookedAt`). Reads the archive, writes nothing. Many requests at
 * once share their work in one `openEdition`.
 */
export async function composeBriefing(
  request: BriefingRequest,
  period: Period & { readonly now: number },
  archive: BriefingArchive,
  settings: BriefingSettings,
): Promise<Composed> {
  const edition = await openEditionFor(request, period, archive, settings)
  return edition.compose(request, period, await archive.told(request.to))
}
