import { expect, it } from 'vitest'
import { EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead } from '../storage/a-read.ts'
import { aSite } from './a-site.ts'
import { aSiteOfTolls } from './a-site-of-tolls.ts'

const pageOf = async (address: string): Promise<string> =>
  (await (await fetch(address)).text()).replaceAll(/\s+/gu, ' ')

it('shows how the tolls of a story went, each number with its sentence, and as a chart that is told in words', async () => {
  const { root } = await aSiteOfTolls([7, 19, 23])
  const page = await pageOf(`${root}/stories/swall`)
  expect(page).toMatch(/<td>at least 19<\/td> <td><blockquote[^>]*>&lt;b&gt;19&lt;\/b&gt; people died\./u)
  expect(page).toMatch(
    /src="\/stories\/swall\/tolls\.svg" loading="lazy" [^>]*alt="Outlets’ figures over time\. Dead: 7 \([^)]+\), 19 \([^)]+\), 23 /u,
  )
  const chart = await fetch(`${root}/stories/swall/tolls-dark.svg`)
  expect(chart.headers.get('content-type')).toBe('image/svg+xml')
  expect(await chart.text()).toMatch(/^<svg .+\u206619\u2069/u)
})

it.each([
  ['two points', [7, 19]],
  ['one number all along', [7, 7, 7]],
])('draws no chart of %s', async (_, tolls) => {
  const { root } = await aSiteOfTolls(tolls)
  const page = await pageOf(`${root}/stories/swall`)
  expect(page).toContain('<td>at least 7</td>')
  expect(page).not.toContain('tolls.svg')
  expect((await fetch(`${root}/stories/swall/tolls.svg`)).status).toBe(404)
})

it('shows a region on a map, to readers and on cards of its page', async () => {
  const { root } = await aSite()
  const page = await pageOf(`${root}/regions/middle-east?lang=de`)
  expect(page).toMatch(/src="\/regions\/middle-east\/map\.svg\?lang=de" [^>]*alt="[^"]*Syrien \(2 /u)
  expect(page).toContain(`property="og:image" content="${root}/regions/middle-east/card.png?lang=de"`)
  const map = await (await fetch(`${root}/regions/middle-east/map.svg?lang=de`)).text()
  expect(map).toContain('Natural Earth')
  expect(Number(/height="(\d+)" alt/u.exec(page)?.[1])).toBe(Number(/height="(\d+)" role/u.exec(map)?.[1]))
})

it.each([
  ['/', 'Front page. Shelling halts work at Sudan dam · Bridge'],
  ['/regions/middle-east', 'Middle East. Bridge'],
  ['/countries/SY', 'Syria. Bridge'],
  ['/topics/conflict', 'Conflict, war and peace. Shelling'],
  ['/people/Lina%20Haddad', 'Lina Haddad. Bridge'],
  ['/sources/nile-wire', 'Nile Wire. Shelling'],
  [
    '/stories/sbridge',
    'Bridge over the Euphrates opens to lorries. 2 outlets: Levant Post, Bosporus Daily. Countries',
  ],
  ['/running/sbridge', 'Bridge over the Euphrates opens to lorries. '],
  ['/days/2026-03-10', 'Tuesday, March 10, 2026. Shelling'],
])('gives %s a card that is told in words', async (path, told) => {
  const { root } = await aSite()
  const page = await pageOf(root + path)
  expect(/og:image:alt" content="([^"]*)"/u.exec(page)?.[1]).toContain(told)
  const [, address = ''] = /og:image" content="([^"]*)"/u.exec(page) ?? []
  const card = await fetch(address)
  expect(card.headers.get('content-type')).toBe('image/png')
  const bytes = Buffer.from(await card.bytes())
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
})

it('has no map of what does not exist, and none where no country is told', async () => {
  const { root } = await aSite()
  expect((await fetch(`${root}/regions/nowhere/map.svg`)).status).toBe(404)
  expect((await fetch(`${root}/regions/oceania/map.svg`)).status).toBe(404)
  expect(await pageOf(`${root}/regions/oceania`)).not.toContain('<img')
})

it('shows whose the outlets of a story are, where they are several and of several kinds', async () => {
  const site = await aSite()
  expect(await pageOf(`${site.root}/stories/sbridge`)).not.toContain('ownership.svg')
  const sources = [...site.view.settings.sources]
  const own = ['state', 'public', 'private', 'private'] as const
  const more = sources
    .slice(0, 1)
    .flatMap((source) => own.map((ownership, index) => ({ ...source, id: `more-${index}`, ownership })))
  const newsroom = {
    ...site,
    view: { ...site.view, settings: { ...site.view.settings, sources: [...sources, ...more] } },
  }
  for (const { id } of more) {
    const article = anArticle({
      id: `bridge-${id}`,
      sourceId: id,
      url: `https://${id}.example/`,
      seenAt: EVENING,
    })
    await site.store.keepRead(aRead([article], { sourceId: id }, { storyId: 'sbridge' }))
  }
  const { root } = await aSite({}, newsroom)
  const page = await pageOf(`${root}/stories/sbridge`)
  expect(page).toContain('alt="Outlets by ownership: state (1), public (1), and private (4)"')
  const chart = await (await fetch(`${root}/stories/sbridge/ownership.svg`)).text()
  expect(Number(/ownership\.svg"[^>]*height="(\d+)"/u.exec(page)?.[1])).toBe(
    Number(/height="(\d+)" role/u.exec(chart)?.[1]),
  )
})

it('tells a client for whom too many pictures were drawn to wait, and still gives those that are kept', async () => {
  const { root } = await aSiteOfTolls([7, 19, 23])
  const statusOf = async (nth: number): Promise<number> =>
    (await fetch(`${root}/stories/swall/tolls.svg?nth=${nth}`)).status
  const statuses: number[] = []
  for (let nth = 0; nth < 31; nth++) statuses.push(await statusOf(nth))
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200))
  expect(statuses.at(-1)).toBe(429)
  expect(await statusOf(0)).toBe(200)
  expect((await fetch(`${root}/stories/nowhere/tolls.svg`)).status).toBe(404)
})
