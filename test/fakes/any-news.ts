import fc from 'fast-check'
import type { Store } from '../../src/records/ports/store.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import type { Summarise } from '../../src/summaries/summary.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aRead, anArticle } from '../storage/a-read.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * The newest moment of any news: 08:00 in Istanbul, when the daily briefings of `anySubscriptions` are due.
 */
export const MORNING = Date.parse('2026-03-11T05:00:00Z')

const STORIES = ['quake', 'vote', 'flood', 'strike', 'truce'] as const
const SOURCES = ['levant-post', 'bosporus', 'nile-wire', 'unlisted'] as const
const DESTINATIONS = ['terminal:a', 'terminal:b', 'terminal:c'] as const

/** A report of one outlet on one story, and when the outlet edited it. */
export interface AnyReport {
  readonly story: (typeof STORIES)[number]
  readonly source: (typeof SOURCES)[number]
  readonly language: string
  readonly country: string
  readonly minutesAgo: number
  readonly editedMinutesAgo: number | null
  readonly hasText: boolean
}

export const anyReports: fc.Arbitrary<readonly AnyReport[]> = fc.array(
  fc.record({
    story: fc.constantFrom(...STORIES),
    source: fc.constantFrom(...SOURCES),
    language: fc.constantFrom('en', 'tr', 'de'),
    country: fc.constantFrom('SY', 'TR'),
    minutesAgo: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 40 * 60 })),
    editedMinutesAgo: fc.option(fc.integer({ min: 1, max: 10 * 60 }), { freq: 2 }),
    hasText: fc.boolean(),
  }),
  { minLength: 3, maxLength: 14 },
)

const anyWish: fc.Arbitrary<Partial<Subscription>> = fc.constantFrom(
  {},
  {},
  { countries: ['SY'] },
  { countries: ['TR'] },
  { sources: ['bosporus'] },
  { languages: ['tr'] },
)

const anyRhythm: fc.Arbitrary<Partial<Subscription>> = fc.constantFrom(
  { kind: 'briefing' },
  { kind: 'briefing', at: ['07:00', '08:00'] },
  { kind: 'hourly' },
  { kind: 'hourly' },
  { kind: 'alert', alert: { outlets: 1, perHour: 4, cooldownHours: 1 } },
  { kind: 'alert', alert: { outlets: 2, perHour: 2, cooldownHours: 6 } },
)

/** Subscriptions of all rhythms, wishes and languages, made at different times; some share a channel. */
export const anySubscriptions: fc.Arbitrary<readonly Subscription[]> = fc
  .array(
    fc.record({
      rhythm: anyRhythm,
      wish: anyWish,
      to: fc.constantFrom(...DESTINATIONS),
      language: fc.constantFrom('en', 'tr', 'de'),
      zone: fc.constantFrom('Europe/Istanbul', 'Asia/Riyadh'),
      model: fc.boolean(),
      stories: fc.integer({ min: 1, max: 8 }),
      perSection: fc.integer({ min: 1, max: 4 }),
      hoursAgo: fc.constantFrom(null, 1.5, 8, 30),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((all) =>
    all.map(({ rhythm, wish, hoursAgo, ...own }, nth) =>
      aSubscription({
        id: `s${nth}`,
        ...own,
        ...rhythm,
        ...wish,
        createdAt: hoursAgo === null ? 0 : MORNING - hoursAgo * HOUR,
      }),
    ),
  )

export const anyMutes = fc.array(
  fc.record({ to: fc.constantFrom(...DESTINATIONS), story: fc.constantFrom(...STORIES) }),
  { maxLength: 3 },
)

/** A fake model that always chooses the beginning of each story's last report, and its headline. */
export const anyModel: Summarise = ({ articles }) => {
  const last = articles.length - 1
  const [text = ''] = articles[last]?.text.split('. ') ?? []
  return Promise.resolve({
    sentences: [{ text, article: last, start: 0, end: text.length, chosenBy: 'model' }],
    headline: last,
  })
}

/**
 * Stores reports as time goes by: `until(moment)` stores what was published and edited before `moment`
 * (milliseconds since 1970).
 */
export function publishing(
  reports: readonly AnyReport[],
  store: Pick<Store, 'keepRead'>,
): { readonly until: (moment: number) => Promise<void> } {
  const events = reports
    .flatMap((report, nth) => {
      const at = MORNING - report.minutesAgo * MINUTE
      const { editedMinutesAgo } = report
      const editedAt = editedMinutesAgo === null ? null : MORNING - editedMinutesAgo * MINUTE
      const first = { report, nth, version: 1, publishedAt: at, at }
      return editedAt === null || editedAt <= at ? [first] : [first, { ...first, version: 2, at: editedAt }]
    })
    .toSorted((a, b) => a.at - b.at)
  let kept = 0
  return {
    async until(moment) {
      for (; kept < events.length; kept++) {
        const event = events[kept]
        if (event === undefined || event.at >= moment) return
        const { report, nth, version, publishedAt, at } = event
        const { story, source, language, country } = report
        const words = `${story} ${source} ${nth} ${version}`
        const article = anArticle(
          {
            id: `${story}-${nth}`,
            sourceId: source,
            title: `Headline of ${words}`,
            text: report.hasText
              ? `The ${story} was reported by ${source} from place ${nth} in words of day ${version}. A second sentence of ${words} follows it here.`
              : '',
            publishedAt,
            seenAt: publishedAt,
            version,
          },
          { language, countries: [{ code: country, score: 1, focus: true }] },
        )
        const state = { ...NEVER_READ, lastTriedAt: at, lastSuccessAt: at }
        await store.keepRead(aRead([article], { sourceId: source, state }, { storyId: story }))
      }
    },
  }
}

/**
 * Two stories that are merged while news is read: `gone` forwards to `stays` right after the first call of
 * `step` on the archive.
 */
interface Merge {
  readonly stays: string
  readonly gone: string
  readonly step: 'storyHeads' | 'muted' | 'stories'
}

export const anyMerge: fc.Arbitrary<Merge> = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom(...STORIES), { minLength: 2, maxLength: 2 }),
    step: fc.constantFrom('storyHeads', 'muted', 'stories'),
  })
  .map(({ ids: [stays = '', gone = ''], step }) => ({ stays, gone, step }))

/** Wraps a store so that two of its stories are merged during reads, in the newest minute. */
export function merging(
  store: Store,
  { stays, gone, step }: Merge,
): Pick<Store, 'storyHeads' | 'muted' | 'stories'> {
  let isDone = false
  async function answered<Answer>(asked: Merge['step'], answer: Promise<Answer>): Promise<Answer> {
    const given = await answer
    if (asked === step && !isDone) {
      isDone = true
      await merge(store, { stays, gone, at: MORNING })
    }
    return given
  }
  return {
    storyHeads: (window) => answered('storyHeads', store.storyHeads(window)),
    muted: () => answered('muted', store.muted()),
    stories: (ids) => answered('stories', store.stories(ids)),
  }
}

/** Stores a report that shows that two stories are one. */
async function merge(
  store: Pick<Store, 'keepRead'>,
  { stays, gone, at }: { readonly stays: string; readonly gone: string; readonly at: number },
): Promise<void> {
  const article = anArticle(
    {
      id: `joins-${stays}-${gone}`,
      sourceId: 'nile-wire',
      title: `${stays} and ${gone}`,
      publishedAt: at,
      seenAt: at,
    },
    { countries: [{ code: 'SY', score: 1, focus: true }] },
  )
  const placement = { storyId: stays, mergedStoryIds: [gone] }
  await store.keepRead(aRead([article], { sourceId: 'nile-wire' }, placement))
}
