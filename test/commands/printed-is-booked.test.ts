import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeBriefing } from '../../src/briefings/compose-briefing.ts'
import type { Briefing } from '../../src/records/briefing.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { allCommands } from '../../src/commands/all-commands.ts'
import { firstBriefing } from '../../src/commands/subscribe.ts'
import type { CommandContext } from '../../src/commands/command-context.ts'
import { aNewsroom } from '../fakes/newsroom.ts'
import { anAsker } from '../fakes/asker.ts'
import {
  anyMerge,
  anyModel,
  anyMutes,
  anyReports,
  anySubscriptions,
  merging,
  MORNING,
  publishing,
} from '../fakes/any-news.ts'
import { misprintsIn } from '../fakes/misprints.ts'
import { effort } from '../effort.ts'

/** Many small stores are opened, which takes time on a busy machine. */
const PATIENCE_MS = 120_000
const RUNS = effort(40)
const HOUR = 3_600_000

interface Kept {
  readonly briefing: Pick<Briefing, 'sections'>
  readonly booked: readonly { readonly storyId: string; readonly articles: readonly string[] }[]
  readonly known: ReadonlySet<string>
}

const anyPast = fc.record({ reports: anyReports, subscriptions: anySubscriptions, mutes: anyMutes })
type Past = typeof anyPast extends fc.Arbitrary<infer Value> ? Value : never

/**
 * Creates a newsroom with any news, of which some was told before and some is muted, and records what its
 * commands book as told.
 */
async function aNewsroomWith({ reports, mutes, subscriptions }: Past) {
  const { store, view } = await aNewsroom()
  const news = publishing(reports, store)
  const settings = { ...view.settings, summarise: anyModel }
  const at = (now: number): CommandContext => ({ ...view, settings, now: () => now })
  await news.until(MORNING - 2 * HOUR)
  for (const subscription of subscriptions.slice(1))
    await firstBriefing(subscription, at(MORNING - 2 * HOUR), anAsker({ channel: subscription.to }))
  await news.until(MORNING)
  for (const { to, story } of mutes) await store.muteStory(to, story, MORNING)
  return { store, newsroom: at(MORNING) }
}

const knownAt = async (store: Store, to: string) =>
  new Set([...(await store.told(to)).values()].flatMap(({ articles }) => articles))

const misprintsOf = ({ briefing, booked, known }: Kept, store: Store) =>
  misprintsIn(briefing, booked, store, known)

describe('what commands print', { timeout: PATIENCE_MS }, () => {
  it('is what the first telling of a subscription books, in the answer as elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(anyPast, fc.boolean(), fc.option(anyMerge), async (past, isHere, merge) => {
        const { store, newsroom } = await aNewsroomWith(past)
        const [subscription] = past.subscriptions
        if (subscription === undefined) return
        const booked: Kept['booked'][number][] = []
        let sent: Pick<Briefing, 'sections'> = { sections: [] }
        const shelf: CommandContext['subscriptions'] = {
          ...newsroom.subscriptions,
          keepAnswered: (_to, _by, told) => Promise.resolve(void booked.push(...told)),
          decide({ message, told }) {
            if (message?.kind === 'briefing') sent = message.briefing
            booked.push(...told)
            return Promise.resolve(true)
          },
        }
        const known = await knownAt(store, subscription.to)
        const asker = anAsker({ channel: isHere ? subscription.to : 'terminal:elsewhere' })
        const archive = { ...store, ...(merge !== null && merging(store, merge)) }
        const { first } = await firstBriefing(
          subscription,
          { ...newsroom, archive, subscriptions: shelf },
          asker,
        )
        expect(await misprintsOf({ briefing: first ?? sent, booked, known }, store)).toEqual([])
        await store.close()
      }),
      { numRuns: RUNS },
    )
  })

  it('is what a briefing asked for by hand would book', async () => {
    await fc.assert(
      fc.asyncProperty(anyPast, fc.integer({ min: 1, max: 40 }), async (past, hours) => {
        const { store, newsroom } = await aNewsroomWith(past)
        for (const subscription of past.subscriptions) {
          const known = await knownAt(store, subscription.to)
          const period = { from: MORNING - hours * HOUR, now: MORNING, onlyMoved: false }
          const composed = await composeBriefing(subscription, period, store, newsroom.settings)
          expect(await misprintsOf({ ...composed, known }, store)).toEqual([])
        }
        await store.close()
      }),
      { numRuns: RUNS },
    )
  })

  it('tells each story in the words of its own reports in a test of a subscription, and in the answers to briefing and catchup', async () => {
    await fc.assert(
      fc.asyncProperty(anyPast, async (past) => {
        const { store, newsroom } = await aNewsroomWith(past)
        for (const subscription of past.subscriptions)
          await store.keepSubscription({ ...subscription, owner: 'slack:T1/ada' })
        const commands = allCommands(newsroom, () => 0.5)
        const asker = anAsker({ channel: 'terminal:a' })
        const answer = (text: string) => commands.answer(commands.read(text), asker)
        for (const { id } of past.subscriptions) {
          const tried = await answer(`test ${id}`)
          if (tried.kind !== 'trial') throw new Error(JSON.stringify(tried))
          const printed = tried.trial.servings.flatMap(({ stories }) => stories)
          for (const { id: storyId, headline } of printed) {
            const [whole] = await store.stories([storyId])
            expect(whole?.articles.map(({ title }) => title)).toContain(headline)
          }
        }
        for (const text of ['briefing', 'briefing syria since yesterday', 'catchup', 'catchup since 2h']) {
          const told = await answer(text)
          if (told.kind !== 'briefing') throw new Error(JSON.stringify(told))
          const { briefing } = told
          const stories = briefing.sections.flatMap((section) => section.stories)
          const own = await Promise.all(stories.map(({ id }) => allOf(store, id)))
          expect(await misprintsOf({ briefing, booked: own, known: new Set() }, store)).toEqual([])
        }
        await store.close()
      }),
      { numRuns: RUNS / 2 },
    )
  })
})

/** Returns a story with every version of each of its reports, as if all had been booked. */
async function allOf(store: Store, storyId: string): Promise<Kept['booked'][number]> {
  const [whole] = await store.stories([storyId])
  const articles = (whole?.articles ?? []).map(({ id, version }) => `${id}@${version}`)
  return { storyId, articles }
}
