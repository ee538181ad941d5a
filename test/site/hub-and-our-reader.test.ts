import { expect, it, onTestFinished } from 'vitest'
import { openNewsroom } from '../../src/newsroom.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { openPublicServer } from '../../src/web/open-public-server.ts'
import { EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead } from '../storage/a-read.ts'
import { aSite } from './a-site.ts'
import { patiently } from '../patiently.ts'

const LOOPBACK = ['127.0.0.1']
const MINUTE = 60_000

/** Another Dragoman that reads a feed and can be reached by hubs, until the end of the test. */
async function aReadingNewsroom(feed: string) {
  const loaded = loadSettings({ env: {} })
  if (!loaded.ok) throw new Error('the settings that ship do not load')
  const store = await openSqliteStore(':memory:')
  let routes: Parameters<typeof openPublicServer>[0]['routes'] = {}
  const server = await openPublicServer({
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1',
    routes: { '': (request, response) => routes['/hubs']?.(request, response) },
  })
  const settings = {
    ...loaded.settings,
    allowAddresses: LOOPBACK,
    web: { publicUrl: `http://127.0.0.1:${server.port}`, port: server.port, host: '127.0.0.1' },
    sources: [
      {
        id: 'elsewhere',
        name: 'Elsewhere',
        feed,
        homepage: 'https://elsewhere.example/',
        country: 'LB',
        language: 'en',
        ownership: 'public',
        region: 'middle-east',
      } as const,
    ],
  }
  const newsroom = await openNewsroom(settings, { now: () => EVENING, store })
  routes = newsroom.routes
  onTestFinished(async () => {
    await server.close()
    await newsroom.close()
  })
  return newsroom
}

it('brings what is new here to another Dragoman that reads a feed of ours, before that asks again', async () => {
  const site = await aSite({}, undefined, LOOPBACK)
  const { desk, store } = await aReadingNewsroom(`${site.root}/running/sdam.rss`)
  // The first read finds the hub, the second one subscribes.
  await desk.readDue()
  await desk.readDue()
  const push = async () => (await store.feedStates()).get('elsewhere')?.push
  await patiently(async () => expect((await push())?.status).toBe('active'))
  const strike = anArticle({
    id: 'crews',
    sourceId: 'levant-post',
    url: 'https://levant-post.example/crews',
    title: 'Crews return to the dam',
    seenAt: EVENING,
    publishedAt: EVENING,
  })
  await site.store.keepRead(aRead([strike], { sourceId: 'levant-post' }, { storyId: 'sdam' }))
  site.pass(2 * MINUTE)
  await site.distribute()
  await patiently(async () => expect((await push())?.deliveredAt).toBe(EVENING))
  expect(await push()).toMatchObject({ topic: `${site.root}/running/sdam.rss?lang=en`, forged: 0 })
})
