import type { ComingEvent } from '../records/finding.ts'
import type { KeptFinding } from '../records/ports/findings.ts'
import type { BriefingSettings } from './composition.ts'
import { type Selection, topicCodes, wantedCountries } from './match-stories.ts'

/** Something that will take place: when, in whose words, and who else tells it. */
export interface JoinedEvent {
  readonly event: ComingEvent
  /** The first article that told it, of those with the most precise time. */
  readonly article: KeptFinding['article']
  /** Ids of the other sources that tell it. */
  readonly others: readonly string[]
}

/** Returns the findings in articles about the countries and topics asked for. */
export function comingAbout(
  kept: readonly KeptFinding[],
  wish: Pick<Selection, 'regions' | 'countries' | 'topics'>,
  settings: Pick<BriefingSettings, 'regions' | 'topics'>,
): readonly KeptFinding[] {
  const countries = wantedCountries(wish, settings.regions)
  const topics = new Set(topicCodes(wish, settings.topics))
  return kept.filter(
    ({ article: { tags } }) =>
      (countries === null || tags.countries.some(({ code }) => countries.has(code))) &&
      (topics.size === 0 || tags.topics.some(({ code }) => topics.has(code))),
  )
}

/**
 * Returns the events in findings of kind `coming`, soonest first. Reports of one story that name the same
 * time are one event, told by the first of them. A less precise time ("in March") joins the precise one ("3
 * March").
 */
export function joinEvents(kept: readonly KeptFinding[]): readonly JoinedEvent[] {
  const events = kept
    .flatMap(({ finding, article }) =>
      finding.kind === 'coming' && finding.at !== undefined ? [{ event: finding, article }] : [],
    )
    .toSorted(
      (one, other) =>
        precisionOf(other.event) - precisionOf(one.event) || one.article.datedAt - other.article.datedAt,
    )
  const joined: JoinedEvent[] = []
  for (const one of events) {
    const at = joined.findIndex(
      (known) => known.article.storyId === one.article.storyId && covers(one.event, known.event),
    )
    const known = joined[at]
    if (known === undefined) joined.push({ ...one, others: [] })
    else if (one.article.sourceId !== known.article.sourceId && !known.others.includes(one.article.sourceId))
      joined[at] = { ...known, others: [...known.others, one.article.sourceId] }
  }
  return joined.toSorted(
    (one, other) =>
      (one.event.at ?? 0) - (other.event.at ?? 0) || precisionOf(other.event) - precisionOf(one.event),
  )
}

/** Whether a time is or contains another that is as precise or more so: "2026-03" contains "2026-03-03". */
const covers = ({ when: wide }: ComingEvent, { when: narrow }: ComingEvent): boolean =>
  wide !== null && narrow !== null && narrow.startsWith(wide)

const precisionOf = ({ when }: ComingEvent): number => when?.length ?? 0
