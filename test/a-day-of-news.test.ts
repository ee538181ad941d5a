import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBot, type Bot } from '../src/bot.ts'
import type { BriefedStory, Briefing } from '../src/records/briefing.ts'
import { serveSample, type ServedSample } from '../src/demo/serve-sample.ts'
import { openNewsroom, type Newsroom } from '../src/newsroom.ts'
import { loadSettings } from '../src/settings/load-settings.ts'
import { ENGINES } from './fakes/engines.ts'
import { RecordingChat } from './fakes/recording-chat.ts'
import { aSharedParser } from './feeds/a-shared-parser.ts'

const HOUR = 3_600_000
const FIRST = Date.parse('2026-03-09T00:00:00Z')
const LAST = Date.parse('2026-03-12T16:00:00Z')

/** Runs the whole bot on the sample edition: real HTTP, a real store, a moved clock, a restart each night. */
describe.for(ENGINES)('four days of news in $name', ({ address }) => {
  const loaded = loadSettings({ configDirectory: 'config/sample/settings', env: {} })
  if (!loaded.ok) throw new Error('the settings of the sample do not load')
  const data = mkdtempSync(join(tmpdir(), 'dragoman-days-'))
  const chat = new RecordingChat()
  let now = FIRST
  let store: string | null
  let sample: ServedSample
  let newsroom: Newsroom
  let bot: Bot

  async function open(): Promise<void> {
    const settings = {
      ...loadedSettings,
      sources: sample.sources,
      dataDirectory: data,
      store,
      allowAddresses: ['127.0.0.1'],
    }
    newsroom = await openNewsroom(settings, { now: () => now, steady: true, parser: aSharedParser() })
    const { desk } = newsroom
    bot = createBot({
      desk,
      store: newsroom.store,
      requests: settings.briefings,
      settings,
      adapters: [chat],
      now: () => now,
    })
  }
  const loadedSettings = loaded.settings

  beforeAll(async () => {
    sample = await serveSample('config/sample', { now: () => now })
    store = await address()
    await open()
    for (; now <= LAST; now += HOUR) {
      if (new Date(now).getUTCHours() === 2) {
        await newsroom.close()
        await open()
      }
      await bot.read()
      await bot.serve()
    }
  }, 60_000)
  afterAll(async () => {
    await newsroom.close()
    await sample.close()
    rmSync(data, { recursive: true })
  })

  const briefings = (): Briefing[] =>
    chat.posts.flatMap(({ message }) => (message.kind === 'briefing' ? [message.briefing] : []))
  const stories = (): { story: BriefedStory; at: number }[] =>
    briefings().flatMap((briefing) =>
      briefing.sections.flatMap((section) => section.stories.map((story) => ({ story, at: briefing.to }))),
    )

  it('briefs at eight and at six, Istanbul time, and never twice', () => {
    const times = briefings().map((briefing) => new Date(briefing.to).toISOString().slice(5, 13))
    expect(times).toEqual([
      '03-09T05',
      '03-09T15',
      '03-10T05',
      '03-10T15',
      '03-11T05',
      '03-11T15',
      '03-12T05',
      '03-12T15',
    ])
  })

  it('leaves no gap between the stretches of time it tells of', () => {
    const all = briefings()
    expect(all.slice(1).map((briefing) => briefing.from)).toEqual(
      all.slice(0, -1).map((briefing) => briefing.to),
    )
  })

  it('keeps every article of the edition once, whatever its link looked like', async () => {
    const { articles } = await newsroom.store.counts()
    expect(articles).toBe(70)
  })

  it('tells a story as new once, and afterwards only when it moved', () => {
    const known = new Set<string>()
    const reports = new Set<string | null>()
    for (const { story } of stories()) {
      // A story split off from another one includes reports that were told with that one.
      const wasTold = known.has(story.id) || story.outlets.some(({ url }) => reports.has(url))
      expect([story.headline, story.mark]).toEqual([story.headline, wasTold ? 'updated' : 'new'])
      known.add(story.id)
      for (const { url } of story.outlets) reports.add(url)
    }
  })

  it('gives every sentence the span of the article it stands in', async () => {
    let checked = 0
    for (const { story } of stories()) {
      for (const sentence of story.sentences) {
        expect(sentence).not.toHaveProperty('chosenBy')
        const version = (await newsroom.store.versions(sentence.articleId)).find(
          (other) => other.version === sentence.version,
        )
        expect(version?.text.slice(sentence.start, sentence.end)).toBe(sentence.text)
        expect(story.outlets[sentence.outlet]?.url ?? '').toMatch(/^https?:/u)
        checked++
      }
    }
    expect(checked).toBeGreaterThan(60)
  })

  it('follows the earthquake from twelve dead to twenty-three', () => {
    const quake = stories().filter(
      ({ story }) => /Van\b|earthquake/iu.test(story.headline) && story.countries.includes('TR'),
    )
    const figures = quake.flatMap(
      ({ story }) =>
        [story.headline, ...story.sentences.map(({ text }) => text)].join(' ').match(/\b(?:12|19|23)\b/gu) ??
        [],
    )
    expect([...new Set(figures)]).toEqual(['12', '19', '23'])
  })

  it('says what is new in a story since the place was told of it', () => {
    const told = stories().flatMap(({ story }) =>
      (story.developments ?? []).map((one) => [
        one.kind,
        ...(one.kind === 'figure' ? [one.what, one.before.value, one.now.value, one.countedBy] : []),
      ]),
    )
    expect(told).toContainEqual(['figure', 'killed', 3, 5, 'the health ministry'])
  })

  it('reports the correction in the words of the outlet', () => {
    const changes = stories().flatMap(({ story }) => story.changes)
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'correction',
        before: expect.stringContaining('14.25'),
        after: expect.stringContaining('14.75'),
      }),
    )
  })

  it('says which source is down, and does not count an unchanged one as down', () => {
    const last = briefings().at(-1)
    expect(last?.coverage).toMatchObject({ sources: 10, answered: 9 })
    expect(last?.coverage.failed.map(({ name }) => name)).toEqual(['Chapar'])
  })

  it('counts copies of the agency text as one report', () => {
    const wheat = stories().find(
      ({ story }) => story.outlets.filter(({ carries }) => carries !== null).length >= 2,
    )
    expect(wheat?.story.independentReports).toBeLessThan(wheat?.story.outlets.length ?? 0)
  })

  it('finds nothing to say about a region that fell quiet', () => {
    expect(
      briefings()
        .at(-1)
        ?.sections.map((section) => section.region),
    ).not.toContain('west-africa')
  })
})
