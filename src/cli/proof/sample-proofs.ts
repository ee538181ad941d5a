import { createHash } from 'node:crypto'
import type { BriefingSettings } from '../../briefings/composition.ts'
import { criteriaOf, mismatch } from '../../briefings/match-stories.ts'
import { isNews, weighStory, weightsOf } from '../../briefings/story-facts.ts'
import type { BriefedStory, Briefing } from '../../records/briefing.ts'
import type { Store } from '../../records/ports/store.ts'
import type { PlacedArticle, StoryHead } from '../../records/story.ts'
import type { BriefingRequest } from '../../records/subscription.ts'

/**
 * A story as it was told to one place, with the context an editor needs. Times are milliseconds since 1970.
 */
export interface Proof {
  readonly subscription: string
  readonly briefing: Pick<Briefing, 'title' | 'from' | 'to'>
  readonly section: string
  /** Position in its section, from 1. */
  readonly place: number
  readonly story: BriefedStory
  /** Its articles seen by the time of the briefing, oldest first. */
  readonly members: readonly PlacedArticle[]
  /**
   * How the story, or another one that had some of its reports then, was told at the same place before, oldest
   * first.
   */
  readonly before: readonly { readonly at: number; readonly headline: string }[]
  /**
   * The strongest stories of the same period that matched the request but were neither told at this place so
   * far, in any briefing, nor named beside another one of their running story, strongest first.
   */
  readonly leftOut: readonly StoryHead[]
}

export interface SampleOptions {
  /** How many stories to draw. */
  readonly stories: number
  /** The same seed draws the same stories from the same store. */
  readonly seed: string
  /** Only briefings decided in `[from, to)`. */
  readonly from: number
  readonly to: number
}

/**
 * Share of stories with several outlets. Stories with one outlet are drawn less often: they are fewer in
 * briefings, and easier.
 */
const SEVERAL = 2 / 3
const MOST_LEFT_OUT = 5

/**
 * Draws told stories for proofreading, in the order in which they were told. A text told at several places is
 * drawn once. Members are those of today: a story that was split since then shows only what remains.
 */
export async function sampleProofs(
  draw: SampleOptions,
  store: Pick<Store, 'deliveries' | 'messages' | 'stories' | 'storyHeads' | 'subscriptions'>,
  settings: BriefingSettings & { readonly briefings: readonly BriefingRequest[] },
): Promise<readonly Proof[]> {
  const told = await readToldStories(draw.to, store)
  const currentId = await readCurrentIds(told, store)
  const drawn = sampleFrom(
    told.filter(({ at }) => at >= draw.from),
    draw,
  )
  const requests = new Map<string, BriefingRequest>(
    [...settings.briefings, ...(await store.subscriptions({ states: ['active', 'paused', 'ended'] }))].map(
      (request) => [request.id, request],
    ),
  )
  const proofs: Proof[] = []
  for (const toldStory of drawn) {
    const { story, briefing, destination } = toldStory
    const [whole] = await store.stories([story.id])
    const request = requests.get(toldStory.subscription)
    const here = told.filter((one) => one.destination === destination && one.briefing.to <= briefing.to)
    const toldHere = new Set(here.map((one) => currentId(one.story.id)))
    const members = (whole?.articles ?? []).filter(({ seenAt }) => seenAt <= briefing.to)
    const addresses = new Set(members.map(({ url }) => url).filter((url) => url !== null))
    proofs.push({
      ...toldStory,
      members,
      before: here
        .filter((one) => one.briefing.to < briefing.to)
        .filter(
          (one) =>
            currentId(one.story.id) === currentId(story.id) ||
            one.story.outlets.some(({ url }) => url !== null && addresses.has(url)),
        )
        .map((one) => ({ at: one.briefing.to, headline: one.story.headline })),
      leftOut: await leftOutOf(briefing, { request, toldHere }, store, settings),
    })
  }
  return proofs
}

interface ToldStory extends Pick<Proof, 'subscription' | 'section' | 'place' | 'story'> {
  readonly briefing: Briefing
  readonly destination: string
  /** When its briefing was decided, in milliseconds since 1970. */
  readonly at: number
}

/** Returns a function from the ids of told stories to those of the stories that they were merged into. */
async function readCurrentIds(
  told: readonly ToldStory[],
  store: Pick<Store, 'stories'>,
): Promise<(id: string) => string> {
  const current = new Map<string, string>()
  for (const id of new Set(told.map(({ story }) => story.id))) {
    const [story] = await store.stories([id])
    current.set(id, story?.id ?? id)
  }
  return (id) => current.get(id) ?? id
}

/** Every story told in a briefing decided before `to`, in the order of the outbox. */
async function readToldStories(
  to: number,
  store: Pick<Store, 'deliveries' | 'messages'>,
): Promise<readonly ToldStory[]> {
  const rows = (await store.deliveries(0)).filter(({ edits, at }) => edits === null && at < to)
  const messages = await store.messages(rows.map(({ outboxId }) => outboxId))
  return rows.flatMap(({ outboxId, subscription, destination, at }) => {
    const message = messages.get(outboxId)
    if (message?.kind !== 'briefing') return []
    const { briefing } = message
    return briefing.sections.flatMap(({ name, stories }) =>
      stories.map((story, i) => ({
        subscription,
        destination,
        at,
        briefing,
        section: name,
        place: i + 1,
        story,
      })),
    )
  })
}

function sampleFrom(told: readonly ToldStory[], { stories, seed }: SampleOptions): readonly ToldStory[] {
  const lot = ({ story }: ToldStory): string =>
    createHash('sha256')
      .update(`${seed}|${story.id}|${textOf(story)}`)
      .digest('hex')
  const once = [...new Map(told.map((telling) => [textOf(telling.story), telling])).values()]
  const inLot = once
    .map((telling) => ({ telling, lot: lot(telling) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ telling }) => telling)
  const several = inLot.filter(({ story }) => story.outlets.length > 1)
  const single = inLot.filter(({ story }) => story.outlets.length === 1)
  const ofSingle = Math.min(single.length, stories - Math.min(several.length, Math.round(stories * SEVERAL)))
  const chosen = new Set([...single.slice(0, ofSingle), ...several.slice(0, stories - ofSingle)])
  return told.filter((telling) => chosen.has(telling))
}

const textOf = (story: BriefedStory): string =>
  JSON.stringify([story.headline, story.mark, story.sentences.map(({ text }) => text)])

/** Finds the strongest untold stories as they were at the time, without later reports. */
async function leftOutOf(
  { from, to, sections }: Briefing,
  {
    request,
    toldHere,
  }: { readonly request: BriefingRequest | undefined; readonly toldHere: ReadonlySet<string> },
  store: Pick<Store, 'storyHeads'>,
  settings: BriefingSettings,
): Promise<readonly StoryHead[]> {
  const stories = sections.flatMap((section) => section.stories)
  const withOthers = new Set(
    stories.flatMap(({ id, alsoRunning }) => (alsoRunning === undefined ? [] : [id])),
  )
  const heads = await store.storyHeads({ from, to })
  const namedLines = new Set(
    heads.flatMap(({ id, storylineId }) => (withOthers.has(id) ? [storylineId] : [])),
  )
  const criteria = criteriaOf(request ?? { stories: 0, perSection: 0 }, settings)
  const weights = weightsOf(settings)
  return heads
    .flatMap((head) => {
      const reports = head.reports.filter(({ seenAt }) => seenAt <= to)
      const asOf = { ...head, reports }
      if (toldHere.has(head.id) || namedLines.has(head.storylineId)) return []
      if (reports.length === 0 || !isNews(asOf, from)) return []
      return mismatch(asOf, criteria) === null ? [{ asOf, weight: weighStory(asOf, to, weights) }] : []
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_LEFT_OUT)
    .map(({ asOf }) => asOf)
}
