import { contentOf } from '../language/terms.ts'
import type { PlannedEvent } from '../records/planned-event.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { Subscription } from '../records/subscription.ts'
import { shorten } from '../text/shorten.ts'
import { countryName } from '../words/names.ts'
import { comingFor } from './coming-week.ts'
import type { BriefingSettings } from './composition.ts'
import { joinEvents } from './join-events.ts'

const DAY_MS = 24 * 3_600_000

/** How far ahead events are planned: later plans change, and nobody reads a list of months. */
export const PLANNED_AHEAD_MS = 30 * DAY_MS

/** UTF-16 units of a sentence. */
const LONGEST_SENTENCE = 600

/**
 * Sentences of one story that share this part of the shorter one's words tell of one event, as in
 * `describeEdit`.
 */
const SAME_EVENT = 0.5

/** The same for sentences of two stories: several hearings may open on one day. */
const SAME_SENTENCE = 0.8

/**
 * Returns the events of the next thirty days that the subscriptions of one place ask for: those that most
 * outlets tell first, then the soonest. If reports of a story give one event two days, the newest report is
 * right. An event takes the whole of its day, in the zone of the first subscription that asks for it. Events
 * that have begun are left out. `now`: milliseconds since 1970.
 */
export function planEvents(
  kept: readonly KeptFinding[],
  subscriptions: readonly Subscription[],
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  mutedIn: (destination: string) => ReadonlySet<string>,
  now: number,
): readonly PlannedEvent[] {
  const planned: { readonly event: PlannedEvent; readonly outlets: number }[] = []
  for (const subscription of subscriptions) {
    const wanted = comingFor(kept, subscription, settings, mutedIn(subscription.to))
    for (const joined of joinEvents(wanted)) {
      const event = toPlannedEvent(
        newestOf(wanted, joined.article.storyId, joined.event.words),
        subscription,
        settings,
      )
      if (event === null || event.startsAt <= now || event.startsAt > now + PLANNED_AHEAD_MS) continue
      if (!planned.some((one) => isSameEvent(one.event, event)))
        planned.push({ event, outlets: 1 + joined.others.length })
    }
  }
  return planned
    .toSorted((one, other) => other.outlets - one.outlets || one.event.startsAt - other.event.startsAt)
    .map(({ event }) => event)
}

/** Returns the newest finding of a story about an event (`words`). */
function newestOf(kept: readonly KeptFinding[], storyId: string, words: string): KeptFinding | undefined {
  const own = kept.filter(({ article }) => article.storyId === storyId)
  const language = own.find(({ finding }) => wordsOf(finding) === words)?.article.tags.language ?? 'und'
  const isLike = (sentence: Worded): boolean => likeness({ words, language }, sentence) >= SAME_EVENT
  return own
    .filter(({ finding, article }) => isLike({ words: wordsOf(finding), language: article.tags.language }))
    .toSorted((one, other) => other.article.datedAt - one.article.datedAt)[0]
}

const wordsOf = (finding: KeptFinding['finding']): string => (finding.kind === 'coming' ? finding.words : '')

function toPlannedEvent(
  kept: KeptFinding | undefined,
  { zone, language }: Pick<Subscription, 'zone' | 'language'>,
  { sources }: Pick<BriefingSettings, 'sources'>,
): PlannedEvent | null {
  if (kept?.finding.kind !== 'coming' || kept.finding.at === undefined) return null
  const { finding, article } = kept
  const day = Temporal.Instant.fromEpochMilliseconds(kept.finding.at).toZonedDateTimeISO('UTC').toPlainDate()
  const country = article.tags.countries.find(({ focus }) => focus)?.code
  return {
    storyId: article.storyId,
    title: article.title,
    words: shorten(finding.words, LONGEST_SENTENCE),
    language: article.tags.language,
    outlet: sources.find(({ id }) => id === article.sourceId)?.name ?? article.sourceId,
    url: article.url,
    place: country === undefined ? null : countryName(country, language),
    startsAt: day.toZonedDateTime(zone).epochMilliseconds,
    endsAt: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  }
}

/** What tells one event from another. */
export type EventIdentity = Pick<PlannedEvent, 'storyId' | 'words' | 'language' | 'startsAt'>

/**
 * Whether two events are one: of one story, on one day or in similar words; or of two stories, which may have
 * been merged, on one day in nearly the same words.
 */
export function isSameEvent(one: EventIdentity, other: EventIdentity): boolean {
  const isOneDay = one.startsAt === other.startsAt
  if (one.storyId === other.storyId && isOneDay) return true
  if (one.storyId !== other.storyId && !isOneDay) return false
  return likeness(one, other) >= (isOneDay ? SAME_SENTENCE : SAME_EVENT)
}

/** Returns which share of the shorter one's content words both have, 0 to 1. */
function likeness(one: Worded, other: Worded): number {
  const [words, others] = [contentOf(one.words, one.language), contentOf(other.words, other.language)]
  return words.intersection(others).size / Math.max(1, Math.min(words.size, others.size))
}

type Worded = Pick<PlannedEvent, 'words' | 'language'>
