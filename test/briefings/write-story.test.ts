import { describe, expect, it } from 'vitest'
import type { PlacedArticle } from '../../src/records/story.ts'
import { summaryRequestOf, writeStory } from '../../src/briefings/write-story.ts'

const MONDAY = Date.UTC(2026, 4, 4, 8)

const report = (id: string, language: string, title: string, text: string): PlacedArticle => ({
  id,
  sourceId: `outlet-${id}`,
  url: `https://outlet-${id}.example/dam`,
  guid: id,
  title,
  text,
  publishedAt: MONDAY,
  updatedAt: null,
  seenAt: MONDAY,
  version: 1,
  contentHash: id,
  tags: { language, countries: [], topics: [], people: [], organisations: [] },
  storyId: 'dam',
  storylineId: 'ldam',
  copyOf: null,
  agency: null,
})

const REPORTS = [
  report('a', 'uk', 'Гребля прорвалася', 'Гребля над містом Вік прорвалася в понеділок уранці.'),
  report(
    'b',
    'ru',
    'Плотина прорвалась в Норвегии',
    'Плотина над городом Вик прорвалась в понедельник утром.',
  ),
  report(
    'c',
    'ru',
    'Наводнение затопило девять улиц',
    'Плотина над городом Вик прорвалась и затопила девять улиц.',
  ),
  report('e', 'ru', 'Тысячи жителей ищут спасения', 'Жители города Вик покинули дома после прорыва плотины.'),
  report(
    'f',
    'uk',
    'Гребля над містом прорвалася',
    'Гребля над містом Вік прорвалася, дев’ять вулиць під водою.',
  ),
  report('d', 'tr', 'Baraj yıkıldı', 'Vik yakınlarındaki baraj pazartesi sabahı yıkıldı.'),
]

const written = (articles: readonly PlacedArticle[], language: string) =>
  writeStory(
    { id: 's', storylineId: 'l', firstAt: MONDAY, lastAt: MONDAY, articles },
    { id: 's', mark: 'new', countries: [], topics: [], unseen: articles.map(({ id }) => `${id}@1`) },
    { sources: new Map(), reads: [language, 'en'], edits: new Map(), removed: new Set() },
  )

const tell = (articles: readonly PlacedArticle[], language: string) => written(articles, language).briefed

/** Returns a report this many hours later. */
function at(hours: number, one: PlacedArticle): PlacedArticle {
  const time = MONDAY + hours * 3_600_000
  return { ...one, publishedAt: time, seenAt: time }
}

describe('tellStory', () => {
  it('is headed by how things stand by now, with no older sentence that says otherwise', () => {
    const closed = 'Harbour bridge in Vik closed to lorries after flood'
    const told = tell(
      [
        at(0, report('x', 'en', closed, 'The harbour bridge in Vik is closed to lorries after the flood.')),
        at(1, report('y', 'en', closed, 'The harbour bridge in Vik is closed to all lorries, police said.')),
        at(
          5,
          report(
            'z',
            'en',
            'Harbour bridge in Vik reopens to lorries',
            'The harbour bridge in Vik reopened to lorries on Monday. Engineers had looked at its piers.',
          ),
        ),
      ],
      'en',
    )
    expect(told.headline).toBe('Harbour bridge in Vik reopens to lorries')
    expect(told.sentences.map(({ text }) => text).filter((text) => text.includes('closed'))).toEqual([])
  })

  it('is headed without the hour that its outlet puts before the headline', () => {
    const title = 'Dam above Vik bursts on Monday'
    const text = 'The dam above Vik burst on Monday morning and flooded nine streets.'
    const told = tell([report('h', 'en', `17:10 ${title}`, text)], 'en')
    expect([told.headline, told.outlets[0]?.title]).toEqual([title, `17:10 ${title}`])
  })

  it('is headed by what its sentences tell, where others tell another headline than its own', () => {
    const deadline = 'Kari Moen sets last deadline for builders of Vik dam'
    const told = tell(
      [
        report('x', 'en', deadline, '“Nobody waits,” she said.'),
        report(
          'y',
          'en',
          'Kari Moen visits Vik dam',
          'Kari Moen visited the Vik dam, which worries the town.',
        ),
        report('z', 'en', 'Kari Moen at Vik dam', 'Kari Moen came to the Vik dam in the rain.'),
      ].map((one, nth) => at(nth === 0 ? 11 : 0, one)),
      'en',
    )
    expect(told.headline).not.toBe(deadline)
    expect(told.sentences.length).toBeGreaterThan(0)
  })

  it('tells no fewer dead than its headline, whoever counted them', () => {
    const two = 'At least two people were killed when the ferry to Bergen sank off Vik in a storm on Monday.'
    const articles = [
      report(
        'six',
        'en',
        'Six killed as ferry sinks off Vik in storm',
        'Nine boats look for forty people after the ferry to Bergen sank off Vik in a storm, the coast guard said.',
      ),
      report('dead', 'en', 'Six dead after ferry sinks off Vik in storm', ''),
      report('two', 'en', 'UPDATE 1-Ferry sinks off Vik', two),
    ]
    const { briefed, refusals } = written(articles, 'en')
    expect(briefed.headline).toMatch(/^Six/u)
    expect(briefed.sentences.map(({ text }) => text)).not.toContain(two)
    expect(refusals).toContain('older-figure')
  })

  it('takes headline and sentences from reports in the reader’s language', () => {
    const told = tell(REPORTS, 'tr')
    expect(told.language).toBe('tr')
    expect(new Set(told.sentences.map(({ text }) => text))).toEqual(new Set([REPORTS.at(-1)?.text]))
  })

  it('keeps headline and sentences in one language where none is the reader’s: that of most reports', () => {
    const told = tell(REPORTS, 'fr')
    expect(told.language).toBe('ru')
    const languages = told.sentences.map(({ language }) => language)
    expect(languages).not.toHaveLength(0)
    expect(new Set(languages)).toEqual(new Set(['ru']))
  })

  it('counts every outlet, whatever its language', () => {
    expect(tell(REPORTS, 'tr').outlets).toHaveLength(6)
  })
})

it('asks for a summary of the reports that it is told from, as the answer points at them', () => {
  const [, seen, changed] = REPORTS
  const articles = [seen, changed].filter((one) => one !== undefined)
  const story = { id: 's', storylineId: 'l', firstAt: MONDAY, lastAt: MONDAY, articles }
  const chosen = { id: 's', mark: 'updated', countries: [], topics: [], unseen: [] } as const
  const options = { reads: ['ru'], edits: new Map(), removed: new Set(['c']) }
  expect(summaryRequestOf(story, chosen, options).articles.map(({ id }) => id)).toEqual(['c'])
  const summary = {
    sentences: [{ text: 'Плотина над городом Вик прорвалась', article: 0, start: 0, end: 34 }],
  }
  const { briefed } = writeStory(story, chosen, { ...options, sources: new Map(), summary })
  expect(briefed.sentences.map(({ articleId }) => articleId)).toEqual(['c'])
})

it('lets no report from before the dead were counted head or tell a story, though its sentence alone is whole', () => {
  const rescue = 'Boats searched the fjord off Vik for four people after a ferry sank on Monday.'
  const torn = 'Four people were killed when a ferry sank off Vik on Monday, and the'
  const told = tell(
    [
      report('a', 'en', 'Ferry sinks off Vik, rescue under way for four', rescue),
      at(2, report('b', 'en', 'Four killed as ferry sinks off Vik', `${torn}…`)),
      at(3, report('c', 'en', 'Ferry sinks off Vik: Four dead', `${torn}…`)),
    ],
    'en',
  )
  expect(told.headline).toMatch(/Four/u)
  expect(told.sentences).toEqual([])
})

describe('a story that a reader’s own outlets tell as it stood before', () => {
  const early = at(
    1,
    report(
      'ar',
      'ar',
      'ارتفاع حصيلة زلزال لورن إلى 19 قتيلا',
      'ارتفعت حصيلة الزلزال الذي ضرب لورن إلى 19 قتيلا.',
    ),
  )
  const late = at(
    24,
    report(
      'en',
      'en',
      'Search ends in Lorn as earthquake toll reaches 23',
      'Rescuers in Lorn ended their search after the earthquake, and the number of dead reached 23.',
    ),
  )

  it('is told in the next language, as it stands', () => {
    const { headline, language, sentences } = tell([early, late], 'ar')
    expect(language).toBe('en')
    expect(headline).toBe('Search ends in Lorn as earthquake toll reaches 23')
    expect(sentences).toHaveLength(1)
  })

  it('is told as a headline of their own, where others tell more in a language that they do not read', () => {
    const { headline, sentences } = tell(
      [
        at(1, report('de', 'de', 'Vik: Damm beschädigt', 'Es ist der zweite Fall in dieser Woche.')),
        at(2, report('pl', 'pl', 'Pękła tama w Vik', 'Tama nad miastem Vik pękła w poniedziałek rano.')),
      ],
      'de',
    )
    expect(headline).toBe('Vik: Damm beschädigt')
    expect(sentences).toEqual([])
  })

  it('is told in their own where nothing overtook it', () => {
    const same = at(
      2,
      report('en', 'en', 'Lorn earthquake kills 19', 'The earthquake in Lorn killed 19 people.'),
    )
    expect(tell([early, same], 'ar').language).toBe('ar')
    expect(tell([early, same], 'ar').sentences).toHaveLength(1)
  })
})
