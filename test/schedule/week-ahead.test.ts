import { expect, it } from 'vitest'
import type { ComingEvent } from '../../src/records/finding.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { anArticle, aRead, toKeep } from '../storage/a-read.ts'
import { aSchedule, DAY, EIGHT, HOUR } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

const MONDAY = EIGHT - DAY

const anEvent = (when: string): ComingEvent => ({
  kind: 'coming',
  start: 0,
  end: 10,
  names: [],
  at: Date.parse(when === '2026-W11' ? '2026-03-09' : when),
  when,
  whenWords: 'then',
  words: `Something will take place on ${when}.`,
})

/** A Monday at eight in Istanbul before which outlets announced events: a story for each day. */
async function aMonday(days: readonly string[], { country = 'SY', language = 'en' } = {}) {
  const schedule = await aSchedule()
  schedule.setClock(MONDAY)
  for (const day of days) {
    const at = MONDAY - 3 * DAY
    const article = anArticle(
      { id: `a-${day}`, sourceId: 'levant-post', title: `News of ${day}`, publishedAt: at, seenAt: at },
      { countries: [{ code: country, score: 1, focus: true }], language },
    )
    await schedule.store.keepRead({
      ...aRead([], { sourceId: 'levant-post' }),
      articles: [{ ...toKeep(article, { storyId: `s-${day}` }), findings: [anEvent(day)] }],
    })
  }
  const serve = async (own: Partial<Subscription> = {}) => {
    await schedule.decide(aSubscription(own))
    const [briefing] = (await schedule.deliverAll())['terminal:here'] ?? []
    return briefing?.coming?.map(({ at }) => new Date(at).toISOString().slice(0, 10))
  }
  return { ...schedule, serve }
}

it('tells five events of the week that begins in the first briefing of a Monday', async () => {
  const week = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-15']
  const { serve, pass } = await aMonday([...week, '2026-03-16', '2026-03-08', '2026-W11', '2026'])
  const at = ['08:00', '18:00']
  expect(await serve({ at })).toEqual(week.slice(0, 5))
  pass(10 * HOUR)
  expect(await serve({ at })).toBeUndefined()
  pass(14 * HOUR)
  expect(await serve({ at })).toBeUndefined()
})

it('tells it in a later briefing of that Monday where the first merged into it: in quiet hours, or while the bot was down', async () => {
  const quiet = await aMonday(['2026-03-11'])
  quiet.pass(HOUR)
  const own = { at: ['06:00', '08:00', '18:00'], quiet: { from: '22:00', to: '08:30' } }
  expect(await quiet.serve(own)).toEqual(['2026-03-11'])
  quiet.pass(9 * HOUR)
  expect(await quiet.serve(own)).toBeUndefined()
  const down = await aMonday(['2026-03-11'])
  down.pass(10 * HOUR)
  expect(await down.serve({ at: ['08:00', '18:00'] })).toEqual(['2026-03-11'])
})

it('tells it once, although the times of the day are changed after it', async () => {
  const { serve, pass } = await aMonday(['2026-03-11'])
  expect(await serve({ at: ['08:00'] })).toEqual(['2026-03-11'])
  pass(2 * HOUR)
  expect(await serve({ at: ['10:00'] })).toBeUndefined()
})

it.each<[string, Partial<Subscription>]>([
  ['another country', { countries: ['SD'] }],
  ['people, of whom an event says nothing', { people: ['Lina Haddad'] }],
  ['no news of its country', { withoutCountries: ['SY'] }],
  ['news of another outlet', { sources: ['nile-wire'] }],
  ['the news every hour', { kind: 'hourly' }],
])('tells no event to who asks for %s', async (_, own) => {
  const { serve } = await aMonday(['2026-03-11'])
  expect(await serve(own)).toBeUndefined()
})

it('tells no event in a language that its reader does not read, and none of a story that is muted there', async () => {
  const persian = await aMonday(['2026-03-11'], { language: 'fa' })
  expect(await persian.serve()).toBeUndefined()
  const muted = await aMonday(['2026-03-11'])
  await muted.store.muteStory('terminal:here', 's-2026-03-11', MONDAY)
  expect(await muted.serve()).toBeUndefined()
})
