import type { BriefedEvent } from '../records/briefing.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { shorten } from '../text/shorten.ts'
import type { BriefingSettings } from './composition.ts'
import { topicCodes } from './match-stories.ts'
import { comingAbout, joinEvents } from './join-events.ts'

/** As many events as a glance takes in below a briefing; the command `upcoming` tells the rest. */
const MOST_EVENTS = 5
/** Longest sentence in UTF-16 units: two lines of a message. */
const LONGEST_SENTENCE = 240

/**
 * Returns at most five events of a week that fit a request, soonest first: those that most outlets report,
 * one for each story. `kept`: findings of kind `coming`. `muted`: ids of stories muted at the destination.
 */
export function comingWeek(
  kept: readonly KeptFinding[],
  request: BriefingRequest,
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  muted: ReadonlySet<string>,
): readonly BriefedEvent[] {
  const wanted = comingFor(kept, request, settings, muted)
  const strongest = joinEvents(wanted).toSorted((one, other) => other.others.length - one.others.length)
  const strongestOfStory = new Map(strongest.toReversed().map((event) => [event.article.storyId, event]))
  return strongest
    .filter((event) => strongestOfStory.get(event.article.storyId) === event)
    .slice(0, MOST_EVENTS)
    .toSorted((one, other) => (one.event.at ?? 0) - (other.event.at ?? 0))
    .map(({ event, article }) => ({
      at: event.at ?? 0,
      words: shorten(event.words, LONGEST_SENTENCE),
      outlet: settings.sources.find(({ id }) => id === article.sourceId)?.name ?? article.sourceId,
      url: article.url,
    }))
}

/**
 * Returns the events that fit a request: set for a day, in a language that its reader reads, and not of a
 * muted story (id). Empty if the request asks for people or an expression, as nobody knows whom an event is
 * about.
 */
export function comingFor(
  kept: readonly KeptFinding[],
  request: BriefingRequest,
  settings: Pick<BriefingSettings, 'regions' | 'topics'>,
  muted: ReadonlySet<string>,
): readonly KeptFinding[] {
  const { people = [], expression, languages = [], sources = [] } = request
  const { withoutTopics = [], withoutCountries = [], withoutSources = [] } = request
  if (people.length > 0 || expression !== undefined) return []
  const unwanted = topicCodes({ topics: withoutTopics }, settings.topics)
  const reads = readsOf(request)
  return comingAbout(kept, request, settings).filter(
    ({ finding, article: { tags, sourceId, storyId } }) =>
      finding.kind === 'coming' &&
      /^\d{4}-\d{2}-\d{2}/u.test(finding.when ?? '') &&
      reads.includes(tags.language) &&
      (languages.length === 0 || languages.includes(tags.language)) &&
      (sources.length === 0 || sources.includes(sourceId)) &&
      !withoutSources.includes(sourceId) &&
      !tags.countries.some(({ code }) => withoutCountries.includes(code)) &&
      !tags.topics.some(({ code }) => unwanted.includes(code)) &&
      !muted.has(storyId),
  )
}
