import { expect, it } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { aNewsroom } from '../fakes/newsroom.ts'

const READER = { zone: 'Europe/Istanbul', language: 'en' }

it('shows the news of the last day by region', async () => {
  const { view } = await aNewsroom()
  const { sections } = await openArchive(view).front(READER)
  expect(sections.map(({ region, stories }) => [region, stories.length])).toEqual([
    ['east-africa', 1],
    ['middle-east', 2],
  ])
})

it('shows the news of one day and of one subject', async () => {
  const { view } = await aNewsroom()
  const archive = openArchive(view)
  const headlines = ({ sections }: Awaited<ReturnType<typeof archive.front>>) =>
    sections.flatMap(({ stories }) => stories.map(({ headline }) => headline))
  expect(headlines(await archive.day(Temporal.PlainDate.from('2026-03-10'), READER))).toHaveLength(3)
  expect(headlines(await archive.day(Temporal.PlainDate.from('2026-03-09'), READER))).toEqual([])
  expect(headlines(await archive.about({ countries: ['SD'] }, READER))).toEqual([
    'Shelling halts work at Sudan dam',
  ])
  expect(headlines(await archive.about({ people: ['Lina Haddad'] }, READER))).toEqual([
    'Bridge over the Euphrates opens to lorries',
  ])
})

it('shows a story with its reports, the people in it and the running story that it is part of', async () => {
  const { view } = await aNewsroom()
  const archive = openArchive(view)
  const story = await archive.story('sbridge', READER)
  expect(story?.card.reports.map(({ articleId }) => articleId)).toEqual(['bridge-1', 'bridge-2'])
  expect(story?.people).toEqual(['Lina Haddad'])
  const running = await archive.runningStory('sbridge', READER)
  expect(running?.storylineId).toBe(story?.storylineId)
  expect(running?.stories).toMatchObject([{ id: 'sbridge', outlets: 2 }])
  expect(await archive.story('snothing', READER)).toBeNull()
})

it('shows an article of a story, and says why the story came together', async () => {
  const { view } = await aNewsroom()
  const archive = openArchive(view)
  expect(await archive.article('sbridge', 'bridge-1')).toMatchObject({ versions: [{ version: 1 }] })
  expect(await archive.article('sdam', 'bridge-1')).toBeNull()
  expect(await archive.why('sbridge', READER)).toMatchObject({ kind: 'trace', trace: { verdicts: [] } })
})

it('searches with the options that people type', async () => {
  const { view } = await aNewsroom()
  const options = new Map([
    ['words', ['köprü']],
    ['country', ['syria']],
  ])
  expect(await openArchive(view).search(options, READER)).toMatchObject({
    kind: 'search',
    // Of two matching reports the one in the reader's language is shown.
    results: { hits: [{ articleId: 'bridge-1', translated: true, moreOutlets: 1 }] },
  })
})
