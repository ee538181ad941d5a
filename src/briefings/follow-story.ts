import type { Briefing } from '../records/briefing.ts'
import type { SentStory } from '../records/decision.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { Subscription } from '../records/subscription.ts'
import { RUNNING_MS } from '../stories/running.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { say } from '../words/say.ts'
import type { BriefingArchive, BriefingSettings, Composed } from './composition.ts'
import { type SentStories, versionKey } from './mark-stories.ts'
import { type Edition, type MarkedMatch, openEdition } from './open-edition.ts'
import { writeTimeline } from './write-timeline.ts'

/**
 * The stories of one running story that moved while it runs (`RUNNING_MS`), strongest first, with what each
 * is to a reader.
 */
export type RunningStories = readonly MarkedMatch[]

/**
 * Opens an edition of the news of these running stories (ids) alone, for all who follow them. `now`:
 * milliseconds since 1970.
 */
export const openRunning = (
  storylines: readonly string[],
  now: number,
  archive: BriefingArchive,
  settings: BriefingSettings,
): Promise<Edition> => openEdition(archive, settings, { from: now - RUNNING_MS, now, about: { storylines } })

/**
 * Returns the stories of a running story that moved within `RUNNING_MS`, without those muted where the
 * subscription posts. Empty if the running story has ended.
 */
export async function readRunning(
  subscription: Subscription,
  storyline: string,
  edition: Pick<Edition, 'match'>,
  now: number,
  sent: SentStories,
): Promise<RunningStories> {
  const found = await edition.match(subscription, now - RUNNING_MS, sent)
  return found.filter(({ match }) => match.story.storylineId === storyline)
}

interface FollowUpTools {
  readonly edition: Pick<Edition, 'compose' | 'composeStory'>
  readonly archive: Pick<NewsArchive, 'stories'>
  readonly settings: BriefingSettings
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Composes the first message about a followed story: the story as it stands, and how its running story
 * developed so far. All stories of the running story count as sent from then on.
 */
export async function composeFirstFollowUp(
  subscription: Subscription,
  running: RunningStories,
  { edition, archive, settings, now }: FollowUpTools,
): Promise<Composed> {
  const followed = running.find(({ match }) => match.story.id === subscription.story) ?? running[0]
  const from = Math.min(now, ...running.map(({ match }) => match.story.firstAt))
  const composed =
    followed === undefined
      ? await edition.compose(subscription, { from: now, onlyMoved: true, among: new Set() }, NOTHING_SENT)
      : await edition.composeStory(subscription, from, followed)
  const booked = running.map(({ match: { story } }): SentStory => ({
    storyId: story.id,
    at: now,
    articles: story.reports.map(versionKey),
  }))
  const { language } = subscription
  const briefing = withoutMarks(composed.briefing)
  const timeline = await timelineOf(subscription, running, now, { archive, settings })
  const title = say('follow.begins', language, { title: subscription.title ?? '' })
  return { briefing: { ...briefing, title, timeline }, booked }
}

/**
 * Composes a message about what moved in a followed story since a time (milliseconds since 1970); null if
 * nothing of it is news to the reader. `sent`: what this subscription told before.
 */
export async function composeFollowUp(
  subscription: Subscription,
  running: RunningStories,
  since: number,
  sent: ReadonlyMap<string, SentStory>,
  { edition, archive, settings }: FollowUpTools,
): Promise<Composed | null> {
  const moved = running.filter(({ marked }) => marked.mark !== null)
  const among = new Set(moved.map(({ match }) => match.story.id))
  const period = { from: since, onlyMoved: true, fills: true, among }
  const composed = await edition.compose(subscription, period, sent)
  if (composed.briefing.sections.length === 0) return null
  const sentAt = Math.max(since, ...sent.values().map(({ at }) => at))
  const timeline = await timelineOf(subscription, running, sentAt, { archive, settings })
  const title = say('follow.moved', subscription.language, { title: subscription.title ?? '' })
  return { ...composed, briefing: { ...composed.briefing, title, timeline } }
}

const NOTHING_SENT: SentStories = new Map()

/** How many stories of a running story are read for its timeline: those that moved last. */
const MOST_STORIES_READ = 12

async function timelineOf(
  subscription: Subscription,
  running: RunningStories,
  since: number,
  { archive, settings: { sources } }: Pick<FollowUpTools, 'archive' | 'settings'>,
) {
  const ids = running
    .map(({ match }) => match.story)
    .toSorted((one, other) => other.lastAt - one.lastAt)
    .slice(0, MOST_STORIES_READ)
    .map(({ id }) => id)
  return writeTimeline(await archive.stories(ids), { sources, reads: readsOf(subscription), since })
}

const withoutMarks = (briefing: Briefing): Briefing => ({
  ...briefing,
  sections: briefing.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => ({ ...story, mark: null })),
  })),
})
