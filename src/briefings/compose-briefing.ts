import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import { openEdition, type BriefingSettings, type Composed, type Period } from './open-edition.ts'
import type { NewsArchive } from './news-archive.ts'

export type { BriefingSettings } from './open-edition.ts'

/**
 * Composes the briefing of one request for one period, against what its destination was told before.
 * Reads the archive, writes nothing. Many requests at once share their work in one `openEdition`.
 */
export async function composeBriefing(
  request: BriefingRequest,
  period: Period & { readonly now: number },
  archive: NewsArchive,
  settings: BriefingSettings,
): Promise<Composed> {
  const edition = await openEdition(archive, settings, period)
  return edition.compose(request, period, await archive.told(request.to))
}
