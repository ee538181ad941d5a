import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import { createEdition, type BriefingSettings, type Composed, type Period } from './create-edition.ts'
import type { NewsArchive } from './news-archive.ts'

export type { BriefingSettings } from './create-edition.ts'

/**
 * Composes the briefing of one request for one period, against what its destination was told before.
 * Reads the archive, writes nothing. Many requests at once share their work in one `createEdition`.
 */
export async function composeBriefing(
  request: BriefingRequest,
  period: Period & { readonly now: number },
  archive: NewsArchive,
  settings: BriefingSettings,
): Promise<Composed> {
  const edition = createEdition(archive, settings, period)
  return edition.compose(request, period, await archive.told(request.to))
}
