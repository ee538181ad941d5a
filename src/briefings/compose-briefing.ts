import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import { openEdition, type BriefingSettings, type Composed, type Period } from './open-edition.ts'
import type { NewsArchive } from './news-archive.ts'

export type { BriefingSettings } from './open-edition.ts'

/** Stories read for a briefing that somebody asks for: some 80 MB. Anybody may ask, and several at once. */
const MOST_STORIES = 10_000

/**
 * Composes the briefing of one request for one period, against what its destination was told before.
 * Where too much moved for one answer it begins later than asked for, and says so (`askedFrom`). Reads the archive, writes nothing. Many requests at once share their work in one `openEdition`.
 */
export async function composeBriefing(
  request: BriefingRequest,
  period: Period & { readonly now: number },
  archive: NewsArchive,
  settings: BriefingSettings,
): Promise<Composed> {
  const edition = await openEdition(archive, settings, {
    from: period.from,
    now: period.now,
    most: MOST_STORIES,
  })
  const from = Math.max(period.from, edition.from)
  const composed = await edition.compose(request, { ...period, from }, await archive.told(request.to))
  return from === period.from
    ? composed
    : { ...composed, briefing: { ...composed.briefing, askedFrom: period.from } }
}
