import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import type { ComingEvent } from '../../src/records/finding.ts'
import { aNewsroom, EVENING } from '../fakes/newsroom.ts'
import { anArticle, aRead, HOUR, toKeep } from '../storage/a-read.ts'
import { aSite } from './a-site.ts'

const anEvent = (when: string, day: string, words: string): ComingEvent => ({
  kind: 'coming',
  start: 0,
  end: 10,
  names: [],
  at: Date.parse(day),
  when,
  whenWords: 'then',
  words,
})

const HOSTILE = 'Talks, really; in March\r\nEND:VEVENT\r\nBEGIN:VALARM\u202e <script>alert(1)</script>'

/** Opens the pages of a newsroom in which one outlet announces an event in Syria. */
async function aSiteOfComing(title = 'Council of Raqqa called together') {
  const newsroom = await aNewsroom()
  const at = EVENING - HOUR
  const article = anArticle(
    { id: 'council', sourceId: 'levant-post', title, publishedAt: at, seenAt: at },
    { countries: [{ code: 'SY', score: 1, focus: true }] },
  )
  await newsroom.store.keepRead({
    ...aRead([], { sourceId: 'levant-post' }),
    articles: [
      {
        ...toKeep(article, { storyId: 'scouncil' }),
        findings: [
          anEvent('2026-12-31', '2026-12-31', 'The council will meet on 31 December.'),
          anEvent('2027-W02', '2027-01-11', 'A vote follows in the second week of January.'),
          anEvent('2027-03', '2027-03-01', title),
          anEvent('2027', '2027-01-01', 'Elections are due in 2027.'),
        ],
      },
    ],
  })
  return aSite({}, newsroom)
}

async function readCalendar(address: string) {
  const answer = await fetch(address)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
  return { calendar, events }
}

it.each(['/events', '/regions/middle-east', '/countries/SY'])(
  'gives calendars what is to come at %s',
  async (path) => {
    const { root } = await aSiteOfComing()
    const { events } = await readCalendar(`${root}${path}.ics`)
    expect(
      events.map(({ summary, startDate, endDate }) => [summary, startDate.toString(), endDate.toString()]),
    ).toEqual([
      ['The council will meet on 31 December. (Levant Post)', '2026-12-31', '2027-01-01'],
      ['A vote follows in the second week of January. (Levant Post)', '2027-01-11', '2027-01-18'],
      ['Council of Raqqa called together (Levant Post)', '2027-03-01', '2027-04-01'],
    ])
    expect(events[0]?.component.getFirstPropertyValue('url')).toBe(`${root}/stories/scouncil`)
    expect(events[0]?.description).toContain('Levant Post: Council of Raqqa called together')
  },
)

it('keeps apart what is told of other countries, and knows no calendar of what does not exist', async () => {
  const { root } = await aSiteOfComing()
  expect((await readCalendar(`${root}/countries/TR.ics`)).events).toEqual([])
  expect((await fetch(`${root}/regions/nowhere.ics`)).status).toBe(404)
})

it('is the same text and the same ids until something changes', async () => {
  const { root } = await aSiteOfComing()
  const { headers } = await fetch(`${root}/events.ics`)
  const known = { 'if-none-match': headers.get('etag') ?? '' }
  expect((await fetch(`${root}/events.ics`, { headers: known })).status).toBe(304)
})

it('lets no words of a feed become anything else than words', async () => {
  const { root } = await aSiteOfComing(HOSTILE)
  const { calendar, events } = await readCalendar(`${root}/events.ics`)
  expect(events).toHaveLength(3)
  expect(events.flatMap(({ component }) => component.getAllSubcomponents())).toEqual([])
  expect(events[2]?.summary).toBe(
    'Talks, really; in March END:VEVENT BEGIN:VALARM <script>alert(1)</script> (Levant Post)',
  )
  expect(calendar.toString()).not.toContain('\u202e')
})

it('is linked from the pages that it is of', async () => {
  const { root } = await aSiteOfComing()
  const linksOf = async (path: string) =>
    [...(await (await fetch(root + path)).text()).matchAll(/href="([^"]+\.ics[^"]*)"/gu)].map(([, to]) => to)
  expect(await linksOf('/?lang=tr')).toEqual(['/events.ics?lang=tr', '/events.ics?lang=tr'])
  expect(await linksOf('/countries/SY')).toEqual(['/countries/SY.ics', '/countries/SY.ics'])
  expect(await linksOf('/people/Lina%20Haddad')).toEqual([])
})
