import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import { EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead } from '../storage/a-read.ts'
import { aFeedReader, challengeOf } from './a-feed-reader.ts'
import { aSite } from './a-site.ts'
import { enterAs, tokenIn } from './a-visitor.ts'
import { patiently } from '../patiently.ts'

const MINUTE = 60_000

type Site = Awaited<ReturnType<typeof aSite>>

const aSiteWithHub = (own: Parameters<typeof aSite>[0] = {}): Promise<Site> =>
  aSite(own, undefined, ['127.0.0.1'])

let reports = 0
/** Stores another report on the dam in Sudan. */
async function moveDam({ store }: Site): Promise<void> {
  const id = `dam-more-${(reports += 1)}`
  const at = EVENING + reports * MINUTE
  const own = { id, url: `https://levant-post.example/${id}`, seenAt: at, publishedAt: at }
  const article = anArticle({ ...own, sourceId: 'levant-post' })
  await store.keepRead(aRead([article], { sourceId: 'levant-post' }, { storyId: 'sdam' }))
}

/** Checks for news this many minutes later. */
async function look(site: Site, minutes = 2): Promise<void> {
  site.pass(minutes * MINUTE)
  await site.distribute()
}

const DAM = '/running/sdam.atom?lang=en'

/** A reader that subscribes to the dam. */
async function aSubscriber(site: Site, path = DAM) {
  const reader = await aFeedReader()
  const topic = site.root + path
  expect((await reader.ask(`${site.root}/hub`, topic)).status).toBe(202)
  // News is sent once the reader has confirmed its intent.
  await patiently(async () => {
    await moveDam(site)
    await look(site)
    expect(reader.delivered).not.toEqual([])
  })
  reader.delivered.length = 0
  return { reader, topic }
}

it('names itself in every format of a feed and in its answer, with the address of the feed in its language', async () => {
  const { root } = await aSite()
  const hub = `${root}/hub`
  const headers = { 'accept-language': 'tr' }
  const open = (format: string) => fetch(`${root}/regions/middle-east.${format}`, { headers })
  const atom = await open('atom')
  const topic = `${root}/regions/middle-east.atom?lang=tr`
  expect(atom.headers.get('link')).toBe(`<${hub}>; rel="hub", <${topic}>; rel="self"`)
  const { links } = parseAtomFeed(await atom.text())
  expect(links).toMatchObject([{}, { rel: 'self', href: topic }, { rel: 'hub', href: hub }])
  const rss = parseRssFeed(await (await open('rss')).text())
  expect(rss.atom?.links).toMatchObject([{ rel: 'self' }, { rel: 'hub', href: hub }])
  expect(parseJsonFeed(await (await open('json')).text()).hubs).toEqual([{ type: 'WebSub', url: hub }])
})

it('asks a reader whether it means that, and sends it the feed, signed, whenever that changed', async () => {
  const site = await aSiteWithHub()
  const { reader, topic } = await aSubscriber(site)
  const [question] = reader.questions
  expect(Object.fromEntries(question ?? [])).toMatchObject({
    of: 'mine',
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.lease_seconds': '864000',
  })
  await look(site)
  expect(reader.delivered).toEqual([])
  await moveDam(site)
  await look(site)
  await look(site)
  expect(reader.delivered).toMatchObject([
    {
      type: 'application/atom+xml; charset=utf-8',
      link: `<${site.root}/hub>; rel="hub", <${topic}>; rel="self"`,
      isSigned: true,
      body: await (await fetch(topic)).text(),
    },
  ])
})

it('sends nothing to whom did not mean it, and nothing to a machine inside a network', async () => {
  const site = await aSiteWithHub()
  const reader = await aFeedReader()
  reader.answerQuestions(() => 'yes')
  await reader.ask(`${site.root}/hub`, site.root + DAM)
  await reader.wasAsked(1)
  const guarded = await aSite()
  expect((await reader.ask(`${guarded.root}/hub`, guarded.root + DAM)).status).toBe(202)
  for (const one of [site, guarded])
    for (let minute = 0; minute < 3; minute += 1) {
      await moveDam(one)
      await look(one)
    }
  expect(reader.questions).toHaveLength(1)
  expect(reader.delivered).toEqual([])
})

it('ends a subscription when the reader says so and means it, when its lease ends, and when the callback is gone', async () => {
  const site = await aSiteWithHub()
  const [left, late, gone] = [await aSubscriber(site), await aSubscriber(site), await aSubscriber(site)]
  const leave = (): Promise<Response> =>
    left.reader.ask(`${site.root}/hub`, left.topic, { 'hub.mode': 'unsubscribe' })
  left.reader.answerQuestions(() => 'no')
  await leave()
  await left.reader.wasAsked(2)
  gone.reader.answerDeliveries(410)
  left.reader.delivered.length = 0
  gone.reader.delivered.length = 0
  await moveDam(site)
  await look(site)
  expect(left.reader.delivered).toHaveLength(1)
  expect(gone.reader.delivered).toHaveLength(1)
  left.reader.answerQuestions(challengeOf)
  await leave()
  await left.reader.wasAsked(3)
  await patiently(async () => {
    const before = left.reader.delivered.length
    await moveDam(site)
    await look(site)
    expect(left.reader.delivered).toHaveLength(before)
  })
  expect(gone.reader.delivered).toHaveLength(1)
  late.reader.delivered.length = 0
  await moveDam(site)
  await look(site, 11 * 24 * 60)
  expect(late.reader.delivered).toEqual([])
})

it('tries again after a fault, later each time, and gives up after a day and a half', async () => {
  const site = await aSiteWithHub()
  const { reader } = await aSubscriber(site)
  reader.answerDeliveries(500)
  await moveDam(site)
  const tries: number[] = []
  for (let minute = 0; minute < 60 * 60; minute += 2) {
    await look(site)
    while (tries.length < reader.delivered.length) tries.push(minute)
  }
  const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
  expect(pauses).toEqual([4, 8, 16, 32, 64, 128, 256, 512, 720, 720])
  reader.answerDeliveries(202)
  await moveDam(site)
  await look(site)
  expect(reader.delivered).toHaveLength(tries.length)
})

it('refuses what it cannot tell of, browsers, and what is no address', async () => {
  const site = await aSite()
  const reader = await aFeedReader()
  const ask = async (topic: string, own = {}, headers = {}): Promise<number> =>
    (await reader.ask(`${site.root}/hub`, topic, own, headers)).status
  const topic = site.root + DAM
  expect(await ask(`${site.root}/regions/nowhere.atom`)).toBe(404)
  expect(await ask(`${site.root}/`)).toBe(404)
  expect(await ask('https://elsewhere.example/all.atom')).toBe(404)
  expect(await ask(`${site.root}/feeds/${'A'.repeat(43)}.atom`)).toBe(404)
  expect(await ask(topic, { 'hub.mode': 'publish' })).toBe(400)
  expect(await ask(topic, { 'hub.secret': 's'.repeat(200) })).toBe(400)
  for (const callback of [
    '',
    'back',
    'file:///etc/passwd',
    'https://a:b@reader.example/',
    'https://reader.example/#a',
  ])
    expect(await ask(topic, { 'hub.callback': callback })).toBe(400)
  expect(await ask(topic, {}, { origin: 'https://elsewhere.example' })).toBe(403)
  expect(await ask(topic, {}, { 'x-forwarded-for': '203.0.113.7' })).toBe(403)
  const statuses: number[] = []
  for (let times = 0; times < 60; times += 1) statuses.push(await ask(topic, { 'hub.mode': '' }))
  expect(statuses.at(-1)).toBe(429)
})

it('tells of the feed of a subscription whoever has its address, until the key in it is revoked', async () => {
  const url = 'https://news.example'
  const site = await aSiteWithHub({ url })
  await site.ask('subscribe sudan daily at 07:30 to me')
  const [subscription] = await site.store.subscriptions()
  const local = { root: `http://127.0.0.1:${site.port}`, told: site.told }
  const visitor = await enterAs(local, {}, url)
  const token = tokenIn(await visitor.open('/own'))
  const page = await visitor.send('/own/feeds', { token, subscription: subscription?.id ?? '' })
  const path = /\/feeds\/[\w-]{43}\.atom/u.exec(await page.text())?.[0] ?? ''
  const { headers } = await fetch(local.root + path)
  expect(headers.get('link')).toBe(`<${url}/hub>; rel="hub", <${url}${path}>; rel="self"`)
  const reader = await aFeedReader()
  expect((await reader.ask(`${local.root}/hub`, `${url}/all.atom`)).status).toBe(404)
  expect((await reader.ask(`${local.root}/hub`, url + path)).status).toBe(202)
  await patiently(async () => {
    await moveDam(site)
    await look(site)
    expect(reader.delivered).not.toEqual([])
  })
  const id = (await site.store.accessKeys('slack:T1/ada', EVENING)).find(({ kind }) => kind === 'feed')?.id
  await visitor.send('/own/revoke', { token, id: id ?? '' })
  const before = reader.delivered.length
  await moveDam(site)
  await look(site)
  expect(reader.delivered).toHaveLength(before)
  expect(reader.questions.at(-1)?.get('hub.mode')).toBe('denied')
})
