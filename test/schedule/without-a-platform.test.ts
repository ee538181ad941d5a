import { expect, it, onTestFinished } from 'vitest'
import { createBot } from '../../src/bot.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aRead, anArticle } from '../storage/a-read.ts'
import { EIGHT, MINUTE, SETTINGS } from './a-schedule.ts'
import { aSubscription } from './a-subscription.ts'

it('decides no alert for a platform that is not there, and says at a briefing’s time what is missing', async () => {
  const store = await openSqliteStore(':memory:')
  onTestFinished(() => store.close())
  const chat = new RecordingChat()
  const alert = { outlets: 1, perHour: 4, cooldownHours: 12 }
  const toldOf = (id: string, to: string) => aSubscription({ id, to, kind: 'alert', alert })
  let now = EIGHT
  const bot = createBot({
    desk: { readDue: () => Promise.reject(new Error('not asked')) },
    store,
    requests: [aSubscription({ to: 'slack:desk' })],
    subscriptions: () => Promise.resolve([toldOf('nowhere', 'slack:desk'), toldOf('here', 'terminal:here')]),
    settings: SETTINGS,
    adapters: [chat],
    now: () => now,
    random: () => 0,
  })
  const quake = anArticle(
    { id: 'quake', seenAt: EIGHT - MINUTE, publishedAt: EIGHT - MINUTE },
    { countries: [{ code: 'SY', score: 1, focus: true }] },
  )
  await store.keepRead(aRead([quake], {}, { storyId: 'quake' }))
  const reasons: string[] = []
  for (let minute = 0; minute < 5; minute++, now += MINUTE)
    reasons.push(...(await bot.serve()).failed.map(({ reason }) => reason))
  expect(reasons).toEqual([expect.stringContaining("no platform for 'slack:desk'")])
  expect((await store.deliveries(0)).map(({ subscription }) => subscription).toSorted()).toEqual([
    'here',
    'morning',
  ])
})
