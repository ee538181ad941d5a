import type { KeptOut } from '../records/briefing.ts'
import type { StoryAbout } from '../records/ports/news-archive.ts'
import type { StoryHead } from '../records/story.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import { appliesAt, readRules, type Rules } from './apply-rules.ts'
import { chooseStories } from './choose-stories.ts'
import type { BriefingArchive, BriefingSettings, Composed } from './composition.ts'
import { coverageOf } from './coverage.ts'
import type { Refusal } from './last-reading.ts'
import { createMatchFinder } from './create-match-finder.ts'
import { createMarker, type SharedMark, type SentStories } from './mark-stories.ts'
import {
  createSelectionCache,
  type Match,
  readableFirst,
  type Selection,
  withoutHardlyNews,
} from './match-stories.ts'
import { memoize } from './memoize.ts'
import type { PageContent } from './page-content.ts'
import { createPageWriter } from './page-writer.ts'
import { hasNews, inNextSection, pairWithLarger, withoutRefused } from './refused.ts'
import { createChoiceSettler } from './settle-choice.ts'
import { createStoryReader } from './story-reader.ts'

/** Periods of moved news begin this much earlier: articles are kept after being seen. None is told twice. */
const STORAGE_LAG_MS = 10 * 60_000

export interface Period {
  /** Milliseconds since 1970. */
  readonly from: number
  /** A scheduled briefing tells only what moved; one asked for by hand tells the whole period. */
  readonly onlyMoved: boolean
  /** Tells more than two stories of a running story if there is room and nothing else to tell. */
  readonly fills?: boolean
  /** Only these stories (ids); all if absent. */
  readonly among?: ReadonlySet<string>
  /** Ids of articles that were sent and did not arrive: their stories take no room from others. */
  readonly undelivered?: ReadonlySet<string>
}

/** The news of one moment, for any number of readers. */
export interface Edition {
  /** Composes the briefing of a request. Equal requests of readers who know the same share its objects. */
  compose(request: BriefingRequest, period: Period, sent: SentStories): Promise<Composed>
  /**
   * Returns the stories that moved since `from` and that a request asks for, strongest first, with what each
   * is to its reader. `among` selects stories first, which saves working that out for the others.
   */
  match(
    request: BriefingRequest,
    from: number,
    sent: SentStories,
    among?: (story: StoryHead) => boolean,
  ): Promise<readonly MarkedMatch[]>
  /** Composes a briefing of one match; empty if it is gone, refused, or was merged into a muted story. */
  composeStory(request: BriefingRequest, from: number, found: MarkedMatch): Promise<Composed>
}

export interface MarkedMatch {
  readonly match: Match
  readonly marked: SharedMark
}

/**
 * Opens an edition of the news from `from` to `now` (milliseconds since 1970): of the `most` strongest
 * stories, and of those that fit `about`, if given. No period may begin earlier. Ten thousand subscriptions
 * ask for a few hundred things, so work is done once and remembered under the objects it was made of. Writes
 * nothing. Ask what readers were sent only afterwards, so that the answer knows every merge of stories that
 * the edition knows.
 */
export async function openEdition(
  archive: BriefingArchive,
  settings: BriefingSettings,
  span: { readonly from: number; readonly now: number; readonly most?: number; readonly about?: StoryAbout },
): Promise<Edition> {
  const { now, most, about } = span
  const pause = shareTheThread()
  const heads = await archive.storyHeads({
    from: span.from - STORAGE_LAG_MS,
    to: now,
    ...(most !== undefined && { most }),
    ...(about !== undefined && { about }),
  })
  const readMuted = memoize(() => archive.muted())
  const readStates = memoize(() => archive.feedStates())
  const coverageSince = memoize(async (from: number) =>
    coverageOf(settings.sources, await readStates(), from),
  )
  const versionsOf = memoize((articleId: string) => archive.versions(articleId))
  const readWhole = createStoryReader(archive, versionsOf)
  const selectionOf = createSelectionCache()
  const mark = createMarker(versionsOf)
  const settle = createChoiceSettler(readWhole)
  const lookedAt = most !== undefined && heads.length === most ? most : null
  const pages = createPageWriter({ settings, archive, readWhole, coverageSince, now, lookedAt, pause })

  const readAllRules = memoize(() => archive.readerRules())
  const rulesIn = memoize(async (account: string) => {
    const all = await readAllRules()
    return readRules(
      all.filter(({ workspace }) => appliesAt(workspace, account)),
      archive,
    )
  })
  /** Returns the rules of a workspace, the same object for all who read there. */
  const rulesFor = async ({ to }: BriefingRequest): Promise<Rules> => {
    const place = to.replace(':@', ':')
    return rulesIn(place.includes('/') ? `${place.split('/')[0]}/` : place)
  }
  const findMatches = createMatchFinder({ archive, settings, heads, now, pause })

  /** Returns the stories asked for and not muted, what each is to the reader, and how many are muted. */
  async function matchAndMark(
    selection: Selection,
    since: number,
    muted: ReadonlySet<string>,
    rules: Rules,
    sent: SentStories,
    undelivered: ReadonlySet<string> = NOTHING,
    among: (story: StoryHead) => boolean = () => true,
  ) {
    const matches = await findMatches(selection, since, rules, undelivered)
    const matching = withoutHardlyNews(matches).filter(({ story }) => among(story))
    const found = matching.filter(({ story }) => !muted.has(story.id))
    const stories = found.map(({ story }) => story)
    return { found, marks: await mark(stories, sent, since), muted: matching.length - found.length }
  }

  const choose = memoize(
    async (
      selection: Selection,
      from: number,
      onlyMoved: boolean,
      fills: boolean,
      among: ReadonlySet<string> | null,
      muted: ReadonlySet<string>,
      rules: Rules,
      undelivered: ReadonlySet<string>,
      sent: SentStories,
      reads: string,
    ): Promise<PageContent> => {
      const since = onlyMoved ? from - STORAGE_LAG_MS : from
      const matched = await matchAndMark(selection, since, muted, rules, sent, undelivered)
      const found = matched.found.filter(({ story }) => among?.has(story.id) ?? true)
      // A request for certain stories asks for no others.
      const mutedHere = among === null ? matched.muted : 0
      let asked = readableFirst(found, reads.split(' '))
      let refusedNews = 0
      for (let round = 1; ; round++) {
        const { sections, leftOut } = chooseStories(asked, selection, matched.marks, {
          onlyMoved,
          fills,
        })
        const content = sections.map(({ stories, ...section }) => ({
          ...section,
          stories: stories.map(({ marked, also }) => ({
            mark: marked,
            named: also.stories.map((one) => one.marked),
            more: also.more,
          })),
        }))
        // A story of which all is no news to these readers makes room, like a refused one.
        const empty = new Set<string>()
        for (const { mark: shared } of content.flatMap((section) => section.stories))
          if ('noNews' in shared.story && (await readWhole(shared.story)) === null) empty.add(shared.story.id)
        if (empty.size > 0 && round < MOST_ROUNDS) {
          asked = asked.filter(({ story }) => !empty.has(story.id))
          continue
        }
        const keptOut = {
          muted: mutedHere,
          ...countSent(onlyMoved && sections.length === 0 ? found : [], sent),
        }
        const settled = await settle({ sections: content, leftOut: leftOut + mutedHere, keptOut }, muted)
        const refusals = await refusalsOf(settled, reads)
        if (refusals.size === 0 || round === MOST_ROUNDS) {
          refusedNews += [...refusals.values()].filter(hasNews).length
          return { ...withoutRefused(settled, refusals), leftOut: settled.leftOut + refusedNews }
        }
        asked = asked.flatMap((match) => {
          const refusal = refusals.get(match.story.id)
          if (refusal === undefined) return [match]
          const moved = refusal === 'wrong-section' ? inNextSection(match) : null
          if (moved !== null) return [moved]
          if (hasNews(refusal)) refusedNews++
          return []
        })
      }
    },
  )

  /** What the last reading refuses, by story id. */
  async function refusalsOf(content: PageContent, reads: string): Promise<ReadonlyMap<string, Refusal>> {
    const refusals = new Map<string, Refusal>()
    const read = async (mark: SharedMark, region: string): Promise<void> => {
      const refusal = await pages.refusalOf(mark, reads, region)
      if (refusal !== null) refusals.set(mark.story.id, refusal)
    }
    for (const { region, stories } of content.sections)
      for (const { mark, named } of stories) {
        await read(mark, region)
        for (const one of named) await read(one, NO_REGION)
      }
    const marks = content.sections.flatMap(({ stories }) => stories.map(({ mark }) => mark))
    for (const [mark, beside] of pairWithLarger(marks.filter(({ story }) => !refusals.has(story.id))))
      if (await pages.isCoveredBeside(mark, beside, reads)) refusals.set(mark.story.id, 'told-beside')
    return refusals
  }

  const mutedFor = async ({ to }: BriefingRequest): Promise<ReadonlySet<string>> =>
    (await readMuted()).get(to) ?? NOTHING

  return {
    async compose(request, period, sent) {
      const { from, onlyMoved, fills = false, among = null, undelivered = NOTHING } = period
      await pause()
      const muted = await mutedFor(request)
      const reads = readsOf(request).join(' ')
      const selection = selectionOf(request)
      const rules = await rulesFor(request)
      const content = await choose(
        selection,
        from,
        onlyMoved,
        fills,
        among,
        muted,
        rules,
        undelivered,
        sent,
        reads,
      )
      return pages.write(request, from, content)
    },
    async match(request, from, sent, among) {
      await pause()
      const selection = selectionOf(request)
      const muted = await mutedFor(request)
      const rules = await rulesFor(request)
      const since = from - STORAGE_LAG_MS
      const { found, marks } = await matchAndMark(selection, since, muted, rules, sent, NOTHING, among)
      return found.flatMap((match) => {
        const marked = marks.get(match.story.id)
        return marked === undefined ? [] : [{ match, marked }]
      })
    },
    async composeStory(request, from, { match, marked }) {
      const muted = await mutedFor(request)
      const stories = [{ mark: marked, named: [], more: 0 }]
      for (let placed = match; ;) {
        const sections = [{ region: placed.section, stories, leftOut: 0 }]
        const settled = await settle({ sections, leftOut: 0, keptOut: NOTHING_KEPT_OUT }, muted)
        const refusals = await refusalsOf(settled, readsOf(request).join(' '))
        const isMisplaced = [...refusals.values()].includes('wrong-section')
        const moved = isMisplaced ? inNextSection(placed) : null
        if (moved === null)
          return pages.write({ ...request, pictures: false }, from, withoutRefused(settled, refusals))
        placed = moved
      }
    },
  }
}

const NOTHING: ReadonlySet<string> = new Set()
const NOTHING_KEPT_OUT: KeptOut = { muted: 0, told: 0, toldAt: null }

/** Returns how many of these were sent before, and when the last of them was. */
function countSent(found: readonly Match[], sent: SentStories): Omit<KeptOut, 'muted'> {
  const times = found.flatMap(({ story }) => sent.get(story.id)?.at ?? [])
  return { told: times.length, toldAt: times.length === 0 ? null : Math.max(...times) }
}

/** Region of stories that are only named: they stand in no section. */
const NO_REGION = ''

/** What is refused makes room for the next best, which is read in turn; at most so many times. */
const MOST_ROUNDS = 12
