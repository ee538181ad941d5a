import { request } from 'node:http'
import { expect, it } from 'vitest'
import { EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead } from '../storage/a-read.ts'
import { aSite } from './a-site.ts'

/** Requests a page with headers that `fetch` does not allow. */
const statusOf = (url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })

const textOf = async (url: string, init?: RequestInit): Promise<string> => (await fetch(url, init)).text()

it('draws the front page, and a story that it leads to', async () => {
  const { root } = await aSite()
  const front = await textOf(`${root}/`)
  expect(front).toContain('<a href="/stories/sbridge">')
  expect(front).toContain('<a href="/regions/middle-east">Middle East</a>')
  const story = await textOf(`${root}/stories/sbridge`)
  expect(story).toContain('Outlets side by side')
  expect(story).toContain('<div lang="tr" dir="ltr"><a href="https://bosporus.example/kopru"')
})

it('speaks the language that a browser asks for, or that a link says, and keeps that', async () => {
  const { root } = await aSite()
  const asked = await textOf(`${root}/`, { headers: { 'accept-language': 'xx, de-AT;q=0.9, en;q=0.8' } })
  expect(asked).toContain('<html lang="de" dir="ltr">')
  const chosen = await textOf(`${root}/regions/middle-east?lang=ar`, { headers: { 'accept-language': 'de' } })
  expect(chosen).toContain('<html lang="ar" dir="rtl">')
  expect(chosen).toContain('href="/stories/sbridge?lang=ar"')
})

it('says that there is no such page', async () => {
  const { root } = await aSite()
  for (const path of [
    '/nothing',
    '/stories/snothing',
    '/regions/nowhere',
    '/countries/syria',
    '/topics/none',
  ])
    expect((await fetch(root + path)).status).toBe(404)
})

it('is for this machine alone unless the news is public', async () => {
  const here = await aSite()
  expect(await statusOf(`${here.root}/`, {})).toBe(200)
  expect(await statusOf(`${here.root}/`, { host: 'news.example' })).toBe(403)
  expect(await statusOf(`${here.root}/`, { 'x-forwarded-for': '192.0.2.7' })).toBe(403)
  const elsewhere = await aSite({ url: 'https://news.example' })
  expect(await statusOf(`http://127.0.0.1:${elsewhere.port}/`, {})).toBe(403)
  const open = await aSite({ url: 'https://news.example', isPublic: true })
  expect(await statusOf(`http://127.0.0.1:${open.port}/`, { host: 'news.example' })).toBe(200)
})

it('lets no script run and nothing be fetched from elsewhere', async () => {
  const { root } = await aSite()
  const { headers } = await fetch(`${root}/`)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; /u)
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

it.each([
  '/running/sbridge',
  '/stories/sbridge/why',
  '/stories/sbridge/articles/bridge-1',
  '/search',
  '/search?words=bridge&country=syria',
  '/sources',
  '/calendar',
  '/calendar/2026-03',
  '/days/2026-03-10',
  '/people/Lina%20Haddad',
  '/topics/conflict',
  '/sources/bosporus',
])('has a page at %s', async (path) => {
  const { root } = await aSite()
  const response = await fetch(root + path)
  expect({ status: response.status, text: await response.text() }).toMatchObject({
    status: 200,
    text: expect.stringContaining('<h1'),
  })
})

it('has no page of days that do not exist or are to come', async () => {
  const { root } = await aSite()
  for (const path of [
    '/days/2026-02-30',
    '/days/2026-03-11',
    '/days/x',
    '/calendar/2026-13',
    '/calendar/2026-04',
  ])
    expect((await fetch(root + path)).status).toBe(404)
})

it('leads from a story that was merged to the one that it stands in', async () => {
  const site = await aSite()
  const more = anArticle({ id: 'bridge-3', sourceId: 'nile-wire', url: 'https://nile-wire.example/bridge' })
  const merging = { storyId: 'sbridge', mergedStoryIds: ['sdam'] }
  await site.store.keepRead(aRead([more], { sourceId: 'nile-wire' }, merging))
  const response = await fetch(`${site.root}/stories/sdam?lang=tr`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([301, '/stories/sbridge?lang=tr'])
})

it('shows what was changed in an article, word by word', async () => {
  const site = await aSite()
  const again = { id: 'dam', sourceId: 'nile-wire', version: 2, seenAt: EVENING, contentHash: 'other' }
  const text = 'Work at the Merowe dam stopped after heavy shelling. The river is low this spring.'
  const edited = anArticle({ ...again, title: 'Shelling halts work at Sudan dam', text })
  await site.store.keepRead(aRead([edited], { sourceId: 'nile-wire' }, { storyId: 'sdam' }))
  const page = await textOf(`${site.root}/stories/sdam/articles/dam`)
  expect(page).toContain('stopped after <ins>heavy </ins>shelling')
  expect(await textOf(`${site.root}/stories/sdam`)).toContain('href="/stories/sdam/articles/dam"')
})

it('sends a page once to whoever keeps it, and packed to whoever takes it so', async () => {
  const { root } = await aSite()
  const { headers } = await fetch(`${root}/stories/sbridge`)
  const etag = headers.get('etag') ?? ''
  expect(headers.get('content-encoding')).toBe('gzip')
  expect((await fetch(`${root}/stories/sbridge`, { headers: { 'if-none-match': etag } })).status).toBe(304)
})

it('leads through the pages of a long search', async () => {
  const site = await aSite()
  const many = Array.from({ length: 10 }, (_, index) =>
    anArticle({
      id: `grain-${index}`,
      sourceId: 'nile-wire',
      url: `https://nile-wire.example/${index}`,
      title: `Grain ${index}`,
    }),
  )
  for (const one of many)
    await site.store.keepRead(aRead([one], { sourceId: 'nile-wire' }, { storyId: `s${one.id}` }))
  const page = await textOf(`${site.root}/search?words=grain`)
  const next = /rel="next" href="([^"]+)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&')
  expect(next).toMatch(/^\/search\?words=grain&page=2%40/u)
  expect(await textOf(site.root + String(next))).toMatch(/Grain \d/u)
})
