import { expect, it } from 'vitest'
import { everyDay, keepSeason } from '../briefings/trends/a-season.ts'
import { aNewsroom } from '../fakes/newsroom.ts'
import { aSite } from './a-site.ts'

const textOf = async (address: string): Promise<string> =>
  (await (await fetch(address)).text()).replaceAll(/\s+/gu, ' ')

it('tells how much is told of a region, with a chart and a map that are told in words', async () => {
  const newsroom = await aNewsroom()
  await keepSeason(newsroom.store, everyDay({ 'levant-post': 5, 'nile-wire': 5 }, { from: 60 }))
  await keepSeason(newsroom.store, [
    { source: 'nile-wire', daysAgo: 5, reports: 20, story: 'quake', title: 'Quake in the north' },
    { source: 'nile-wire', daysAgo: 4, reports: 2, country: 'LB' },
  ])
  const { root } = await aSite({}, newsroom)
  expect(await textOf(`${root}/regions/middle-east`)).toContain(
    '<a href="/regions/middle-east/trends">Coverage: Middle East</a>',
  )
  const page = await textOf(`${root}/regions/middle-east/trends`)
  expect(page).toContain('More than usual: Mar 5 (30, usually 10).')
  expect(page).toContain('Mar 5: 30 reports, usually 10 · Quake in the north')
  expect(page).toMatch(
    /src="\/regions\/middle-east\/trends\/chart\.svg" [^>]*alt="[^"]*Mar 5: 30 \(usually /u,
  )
  expect(page).toMatch(/src="\/regions\/middle-east\/trends\/map\.svg" [^>]*alt="[^"]*Syria \(\d+\)/u)
  const chart = await fetch(`${root}/regions/middle-east/trends/chart-dark.svg`)
  expect(chart.headers.get('content-type')).toBe('image/svg+xml')
  expect(await chart.text()).toContain('more than usual')
  expect((await fetch(`${root}/regions/middle-east/trends/map.svg`)).status).toBe(200)
  const asked = await fetch(`${root}/api/trends?what=syria&since=14d`)
  expect(await asked.json()).toMatchObject({
    days: expect.arrayContaining([
      expect.objectContaining({ day: '2026-03-05', reports: 30, state: 'burst' }),
    ]),
    stories: [{ storyId: 'quake' }],
  })
})

it('has no trends of what does not exist, and says where too little is known', async () => {
  const { root } = await aSite()
  expect((await fetch(`${root}/regions/nowhere/trends`)).status).toBe(404)
  expect((await fetch(`${root}/regions/nowhere/trends/chart.svg`)).status).toBe(404)
  expect(await textOf(`${root}/topics/conflict/trends`)).toContain('It is too early to tell')
})
