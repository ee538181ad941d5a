import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { expect, it } from 'vitest'
import { EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead, HOUR } from '../storage/a-read.ts'
import { aSite } from './a-site.ts'
import { enterAs, tokenIn } from './a-visitor.ts'

const textOf = async (url: string): Promise<string> => (await fetch(url)).text()

const PATHS = [
  '/all',
  '/regions/middle-east',
  '/countries/SY',
  '/topics/conflict',
  '/sources/levant-post',
  '/people/Lina%20Haddad',
  '/running/sbridge',
  '/search?words=bridge',
  'a subscription',
]

const BRIDGE = [
  'sbridge',
  'The bridge at Raqqa opened to lorries on Tuesday.',
  'https://levant-post.example/bridge',
] as const
const DAM = [
  'sdam',
  'Work at the Merowe dam stopped after shelling.',
  'https://nile-wire.example/dam',
] as const

/** Returns the address, without its ending, of the feed of Ada's subscription to all about Syria. */
async function ownFeed(site: Awaited<ReturnType<typeof aSite>>): Promise<string> {
  await site.ask('subscribe syria daily at 07:30 to me')
  const [subscription] = await site.store.subscriptions()
  const visitor = await enterAs(site)
  const token = tokenIn(await visitor.open('/own'))
  const page = await visitor.send('/own/feeds', { token, subscription: subscription?.id ?? '' })
  return /\/feeds\/[\w-]{43}/u.exec(await page.text())?.[0] ?? ''
}

it.each(PATHS)('offers %s in three formats that readers of others take', async (kind) => {
  const site = await aSite()
  const { root } = site
  const [story, sentence, address] = kind === '/topics/conflict' ? DAM : BRIDGE
  const id = `${root}/stories/${story}`
  const [path = '', query] = kind === 'a subscription' ? [await ownFeed(site)] : kind.split('?')
  const [atom, rss, json] = await Promise.all(
    ['atom', 'rss', 'json'].map((format) =>
      textOf(`${root}${path}.${format}${query === undefined ? '' : `?${query}`}`),
    ),
  )
  const entry = parseAtomFeed(atom ?? '').entries?.find((one) => one.id === id)
  expect(entry?.content?.value).toContain(sentence)
  expect(entry?.content?.value).toContain(`href="${address}"`)
  expect(parseRssFeed(rss ?? '').items?.map(({ guid }) => guid?.value)).toContain(id)
  expect(parseJsonFeed(json ?? '').items?.map((one) => one.id)).toContain(id)
  expect(JSON.parse(json ?? '')).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' })
  for (const written of [atom, rss]) {
    const read = await new Parser().parseString(written ?? '')
    expect(read.items.map(({ link }) => link)).toContain(id)
  }
})

it('says the language of each entry and when it moved', async () => {
  const { root } = await aSite()
  const feed = parseAtomFeed(await textOf(`${root}/countries/TR.atom?lang=tr`))
  expect(feed.xml?.lang).toBe('tr')
  const moved = new Date(EVENING - 2 * HOUR - 60_000).toISOString()
  expect(feed.entries).toMatchObject([{ updated: moved, xml: { lang: 'tr' } }])
})

it('updates an entry under its lasting id when the story moves', async () => {
  const site = await aSite()
  const before = parseAtomFeed(await textOf(`${site.root}/running/sdam.atom`)).entries?.[0]
  const more = anArticle({
    id: 'dam-2',
    sourceId: 'levant-post',
    url: 'https://levant-post.example/dam',
    seenAt: EVENING,
    publishedAt: EVENING,
  })
  await site.store.keepRead(aRead([more], { sourceId: 'levant-post' }, { storyId: 'sdam' }))
  const after = parseAtomFeed(await textOf(`${site.root}/running/sdam.atom?lang=en`)).entries?.[0]
  expect(after?.id).toBe(before?.id)
  expect(Date.parse(String(after?.updated))).toBeGreaterThan(Date.parse(String(before?.updated)))
})

it('sends a feed again only when it changed', async () => {
  const { root } = await aSite()
  const { headers } = await fetch(`${root}/all.rss`)
  const known = { 'if-none-match': headers.get('etag') ?? '' }
  expect((await fetch(`${root}/all.rss`, { headers: known })).status).toBe(304)
  const since = { 'if-modified-since': headers.get('last-modified') ?? '' }
  expect((await fetch(`${root}/all.rss`, { headers: since })).status).toBe(304)
  expect((await fetch(`${root}/all.rss`, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
})

it('makes a feed of a search with its filters', async () => {
  const { root } = await aSite()
  const page = await textOf(`${root}/search?words=bridge&country=syria&language=&page=`)
  const path = /rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]+)"/u
    .exec(page)?.[1]
    ?.replaceAll('&amp;', '&')
  expect(path).toBe('/search.atom?words=bridge&country=syria')
  expect(parseAtomFeed(await textOf(root + String(path))).entries).toMatchObject([
    { id: `${root}/stories/sbridge` },
  ])
  expect((await fetch(`${root}/search.atom`)).status).toBe(404)
})

it('has no feed of what does not exist', async () => {
  const { root } = await aSite()
  for (const path of [
    '/none.atom',
    '/regions/nowhere.rss',
    '/running/snothing.json',
    `/feeds/${'A'.repeat(43)}.atom`,
  ])
    expect((await fetch(root + path)).status).toBe(404)
})

it('lists the sources as OPML', async () => {
  const { root } = await aSite()
  const [folder] = parseOpml(await textOf(`${root}/sources.opml`)).body?.outlines ?? []
  expect(folder?.outlines?.map(({ xmlUrl }) => xmlUrl)).toContain('https://bosporus.example/feed')
})

it('gives a subscription an address of its own, until its owner revokes that or it ends', async () => {
  const site = await aSite({ url: null })
  await site.ask('subscribe sudan daily at 07:30 to me')
  const [subscription] = await site.store.subscriptions()
  const visitor = await enterAs(site)
  const token = tokenIn(await visitor.open('/own'))
  const address = async (): Promise<string> => {
    const page = await (
      await visitor.send('/own/feeds', { token, subscription: subscription?.id ?? '' })
    ).text()
    return /\/feeds\/[\w-]{43}\.atom/u.exec(page)?.[0] ?? ''
  }
  const first = await address()
  expect(parseAtomFeed(await textOf(site.root + first)).entries).toMatchObject([
    { id: `${site.root}/stories/sdam` },
  ])
  const keys = await site.store.accessKeys('slack:T1/ada', EVENING)
  const id = keys.find(({ kind }) => kind === 'feed')?.id ?? ''
  await visitor.send('/own/revoke', { token, id })
  expect((await fetch(site.root + first)).status).toBe(404)
  const second = await address()
  expect((await fetch(site.root + second)).status).toBe(200)
  await site.store.forgetWorkspace({ platform: 'slack', workspace: 'T1' })
  expect((await fetch(site.root + second)).status).toBe(404)
})

it('lets no text of a feed become markup in ours', async () => {
  const site = await aSite()
  const hostile = '<script>alert(1)</script>" onmouseover="x & \u202eevil]]>'
  const article = anArticle({
    id: 'evil',
    sourceId: 'nile-wire',
    url: 'https://nile-wire.example/evil',
    title: hostile,
    text: `${hostile} said the minister of the river on Tuesday. ${hostile}`,
    seenAt: EVENING - HOUR,
    publishedAt: EVENING - HOUR,
  })
  await site.store.keepRead(aRead([article], { sourceId: 'nile-wire' }, { storyId: 'sevil' }))
  for (const format of ['atom', 'rss']) {
    const text = await textOf(`${site.root}/running/sevil.${format}`)
    expect(text).not.toMatch(/<script|\u202e/u)
  }
  const [item] = parseJsonFeed(await textOf(`${site.root}/running/sevil.json`)).items ?? []
  expect(item?.content_html).not.toMatch(/<script|\u202e/u)
  const [entry] = parseAtomFeed(await textOf(`${site.root}/running/sevil.atom`)).entries ?? []
  expect(entry?.content?.value).not.toContain('<script')
  expect(await textOf(`${site.root}/stories/sevil`)).not.toMatch(/<script|" onmouseover|\u202e/u)
})
