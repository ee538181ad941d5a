import { describe, expect, it } from 'vitest'
import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'

const HOUR = 3_600_000

function anArticle(article: Partial<ArticleToPlace> & { readonly id: string }): ArticleToPlace {
  return { sourceId: 'outlet', language: 'en', title: '', text: '', at: 0, ...article }
}

const bridge = [
  anArticle({ id: 'b1', title: 'Bridge collapses in Lindau after flood, three missing' }),
  anArticle({ id: 'b2', title: 'Three missing as flood brings down Lindau bridge' }),
  anArticle({ id: 'b3', title: 'Lindau bridge collapse: search for missing continues' }),
]
const strike = [
  anArticle({ id: 's1', title: 'Dock workers in Gdansk vote to strike over pay' }),
  anArticle({ id: 's2', title: 'Gdansk port halted as dock workers strike' }),
]

/** The same sixteen words in an order that no other step gives: one event in other words, no copy. */
const page = (id: string, words: string, step: number): ArticleToPlace => {
  const list = words.split(' ')
  const text = list.map((_, i) => list[(i * step) % list.length]).join(' ')
  return anArticle({ id, title: text.slice(0, 40), text: `${text}.` })
}

const quake = (town: string, magnitude: string): string =>
  `The observatory said a tremor of magnitude ${magnitude} was felt near ${town} at dawn. It was recorded seven kilometres below the ground. ` +
  'First reports speak neither of dead nor of damage, and teams go on to look at the villages around the place where it began.'
const aNotice = (id: string, name: string, text: string): ArticleToPlace =>
  anArticle({
    id,
    title: `Earthquake near ${name}`,
    text,
    titlePlaces: [{ name: name.toLowerCase(), country: 'AT', division: '', isCity: true }],
  })

const collapse =
  'A road bridge over the swollen Leiblach gave way early on Tuesday, throwing two cars and a van into the water, police said late at night. ' +
  'Divers searched until dusk for three people who had been in the van, while the mayor asked residents of the lower town to leave their homes. ' +
  'More rain was forecast for the night, and trains to Bregenz stood still.'

/** Whose text each repeats, placed in order. */
function copiesIn(articles: readonly Partial<ArticleToPlace>[]): (string | null)[] {
  const grouper = createStoryGrouper()
  return articles.map((article, i) => grouper.place(anArticle({ id: `a${i}`, ...article })).copyOf)
}

/** How many merges these four headlines bring, the third of which tells what both before it do. */
function mergesIn(countries: readonly string[]): number {
  const grouper = createStoryGrouper()
  const titles = [
    'Lindau bridge collapses',
    'Flood drowns Leiblach valley',
    'Lindau bridge collapses as flood drowns Leiblach valley',
    'Flood in Leiblach valley: Lindau bridge collapses',
  ]
  const placements = titles.map((title, i) =>
    grouper.place(
      anArticle({ id: String(i), title, countries: [{ code: countries[i] ?? '', score: 1, focus: true }] }),
    ),
  )
  return placements.flatMap(({ mergedStoryIds }) => mergedStoryIds).length
}

function secondAbout(person: string): string {
  const grouper = createStoryGrouper()
  grouper.place(anArticle({ id: '1', title: 'Ferries', text: `On Monday ${person} spoke about fares` }))
  return grouper.place(anArticle({ id: '2', title: 'Museums', text: `On Tuesday ${person} opened a hall` }))
    .storyId
}

describe('createStoryGrouper', () => {
  it('joins headlines about one event and keeps another event apart', () => {
    const grouper = createStoryGrouper()
    const stories = [...bridge, ...strike].map((article) => grouper.place(article).storyId)
    expect(stories).toEqual(['sb1', 'sb1', 'sb1', 'ss1', 'ss1'])
  })

  it('keeps two quakes on the same day apart', () => {
    const grouper = createStoryGrouper()
    const chile = grouper.place(
      anArticle({ id: 'c', title: 'Earthquake of magnitude 6.1 shakes northern Chile' }),
    )
    const japan = grouper.place(
      anArticle({ id: 'j', title: 'Strong tremor rattles Hokkaido in Japan, no tsunami warning' }),
    )
    expect(japan.storyId).not.toBe(chile.storyId)
  })

  it('keeps two quakes apart that are told in the same words, when tags say where they were', () => {
    const grouper = createStoryGrouper()
    const quake = (id: string, title: string, code: string): string => {
      const countries = [{ code, score: 1, focus: true }]
      return grouper.place(anArticle({ id, title, countries })).storyId
    }
    const chile = quake(
      'c',
      'Strong earthquake shakes buildings, sends residents of Copiapo into streets',
      'CL',
    )
    expect(
      quake('p', 'Strong earthquake shakes buildings, sends residents of Arequipa into streets', 'PE'),
    ).not.toBe(chile)
    expect(quake('d', 'Strong earthquake sends residents of Copiapo into streets', 'CL')).toBe(chile)
  })

  it('keeps two fires of one country apart that are told in the same words, when titles name their cities', () => {
    const grouper = createStoryGrouper()
    for (const article of [...bridge, ...strike]) grouper.place(article)
    const fire = (id: string, title: string, name: string): string => {
      const titlePlaces = [{ name, country: 'NO', division: '', isCity: true }]
      return grouper.place(anArticle({ id, title, titlePlaces })).storyId
    }
    const bergen = fire('b', 'Fire at a fish factory in Bergen kills five workers', 'bergen')
    expect(fire('h', 'Fire at a fish factory in Hamar kills five workers', 'hamar')).not.toBe(bergen)
    expect(fire('c', 'Five workers killed by fire at Bergen fish factory', 'bergen')).toBe(bergen)
  })

  it('does not merge stories of two countries', () => {
    expect(mergesIn(['DE', 'DE', 'DE', 'DE'])).toBe(1)
    expect(mergesIn(['DE', 'AT', 'DE', 'DE'])).toBe(0)
  })

  it('joins reports of one event across languages where they share a country or a person', () => {
    const english = anArticle({
      id: 'e',
      title: 'Ferry with 214 aboard runs aground off Batumi',
      text: 'The ferry Kolkheti ran aground off Batumi on Monday with 214 people aboard, Georgian minister Levan Dolidze said in Tbilisi.',
    })
    const russian = anArticle({
      id: 'r',
      language: 'ru',
      title: 'Паром с 214 пассажирами сел на мель у Батуми',
      text: 'Паром «Колхети» сел на мель у Батуми в понедельник, на борту были 214 человек, сообщил в Тбилиси министр Леван Долидзе.',
    })
    const countries = [{ code: 'GE', score: 1, focus: true }]
    const together = createStoryGrouper()
    together.place({ ...english, countries })
    expect(together.place({ ...russian, countries }).storyId).toBe('se')
    const apart = createStoryGrouper()
    apart.place(english)
    expect(apart.place(russian).storyId).toBe('sr')
  })

  it('tells which story goes on when a later article shows two to be one', () => {
    const grouper = createStoryGrouper()
    const ids = [
      'Lindau bridge collapses',
      'Flood drowns Leiblach valley',
      'Lindau bridge collapses as flood drowns Leiblach valley',
      'Flood in Leiblach valley: Lindau bridge collapses',
    ].map((title, i) => grouper.place(anArticle({ id: String(i), title })))
    const merges = ids.flatMap(({ storyId, mergedStoryIds }) =>
      mergedStoryIds.map((merged) => [merged, storyId]),
    )
    expect(merges).toEqual([['s1', 's0']])
    expect(ids.at(-1)?.storyId).toBe('s0')
  })

  it('lets the older story go on, also where its only article was told anew meanwhile', () => {
    const grouper = createStoryGrouper()
    grouper.place(anArticle({ id: '0', title: 'Lindau bridge collapses' }))
    grouper.place(anArticle({ id: '1', title: 'Flood drowns Leiblach valley' }))
    grouper.place(anArticle({ id: '0', title: 'Lindau bridge collapses' }))
    const both = 'Lindau bridge collapses as flood drowns Leiblach valley'
    expect(grouper.place(anArticle({ id: '2', title: both }))).toMatchObject({
      storyId: 's0',
      mergedStoryIds: ['s1'],
    })
  })

  it('begins a new story when the old one ended more than seven days ago', () => {
    const grouper = createStoryGrouper()
    grouper.place(anArticle({ id: 'a', title: 'Dock workers in Gdansk vote to strike over pay', at: 0 }))
    const late = anArticle({
      id: 'b',
      title: 'Gdansk dock workers vote on a strike over pay again',
      at: 8 * 24 * HOUR,
    })
    expect(grouper.place(late).storyId).toBe('sb')
  })

  it('keeps the story of an article whose new version speaks of something else', () => {
    const grouper = createStoryGrouper()
    for (const article of [...bridge, ...strike]) grouper.place(article)
    expect(
      grouper.place(anArticle({ id: 'b2', title: 'Gdansk dock workers strike: port halted' })).storyId,
    ).toBe('sb1')
  })

  it('calls a wire copy what it is, also when an outlet trims it', () => {
    const grouper = createStoryGrouper()
    const text =
      'LINDAU (AFP) - A road bridge over the swollen Leiblach gave way early on Tuesday, throwing two cars and a van into the water, ' +
      'police said. Divers searched until dusk for three people who had been in the van, while the mayor asked residents of the lower ' +
      'town to leave their homes. More rain was forecast for the night, and trains to Bregenz stood still.'
    const original = grouper.place(anArticle({ id: 'w1', title: 'Bridge gives way near Lindau', text }))
    const copy = grouper.place(
      anArticle({ id: 'w2', title: 'Flood takes a bridge', text: text.slice(0, 300) }),
    )
    expect(original).toMatchObject({ copyOf: null, agency: 'AFP' })
    expect(copy).toMatchObject({ copyOf: 'w1', agency: 'AFP', storyId: 'sw1' })
  })

  it('takes a form that is filled in anew for another place for no copy, and its very text with another headline for one', () => {
    const grouper = createStoryGrouper()
    grouper.place(aNotice('one', 'Lindau', quake('Lindau', '4.2')))
    expect(grouper.place(aNotice('two', 'Bregenz', quake('Bregenz', '4.5')))).toMatchObject({
      copyOf: null,
      storyId: 'stwo',
    })
    expect(grouper.place(aNotice('three', 'Dornbirn', quake('Lindau', '4.2')))).toMatchObject({
      copyOf: 'one',
    })
  })

  it('calls the beginning of a longer text its copy, whichever comes first and whatever stands over it', () => {
    const told = anArticle({ id: 'long', title: 'Bridge gives way near Lindau', text: collapse })
    const teaser = anArticle({ id: 'teaser', title: 'Flood takes a bridge', text: collapse.slice(0, 130) })
    expect(copiesIn([told, { ...teaser, sourceId: 'other' }])).toEqual([null, 'long'])
    expect(copiesIn([teaser, { ...told, sourceId: 'other' }])).toEqual([null, 'teaser'])
  })

  it('knows a copy under another lead and cut at another place', () => {
    const lead =
      'Rescuers in the Leiblach valley went on looking for three people on Tuesday night, a day after the disaster. '
    const cut = collapse.slice(collapse.indexOf('throwing'), collapse.indexOf(' More rain'))
    const copy = anArticle({
      id: 'cut',
      title: 'Search goes on in the valley',
      text: lead + cut,
      sourceId: 'other',
    })
    const told = anArticle({ id: 'long', title: 'Bridge gives way near Lindau', text: collapse })
    expect(copiesIn([told, { ...copy, text: cut }])).toEqual([null, 'long'])
    // Its own lead makes up half of it: no copy as an editor counts.
    expect(copiesIn([told, copy])).toEqual([null, null])
  })

  it('does not take what an outlet prints each morning for a copy, and what another prints next day for one', () => {
    const rates =
      'Here you find what a dollar, a euro and a pound cost today, and what they cost a week and a month ago. Banks may ask for more.'
    const today = anArticle({ id: 'mon', title: 'Rates of 1 January', text: rates })
    const next = anArticle({ id: 'tue', title: 'Rates of 2 January', text: rates, at: 24 * HOUR })
    expect(copiesIn([today, next])).toEqual([null, null])
    expect(copiesIn([today, { ...next, sourceId: 'other' }])).toEqual([null, 'mon'])
  })

  it('counts words for nothing that stand in many articles', () => {
    const furniture =
      'Get all the stories you need to know from the most trusted name in news, delivered first thing every morning to your inbox. Sign up here for our letters, and write to us about what you read.'
    const events = [
      'ferry sank off Gdansk',
      'mayor of Bregenz resigned',
      'glass works burnt down in Zwiesel',
      'snow closed the pass',
    ]
    const pages = events.map((event, i) =>
      anArticle({
        id: event,
        title: `${event} on day ${i}`,
        text: `${furniture} Today a ${event}.`,
        at: i * 20 * HOUR,
      }),
    )
    const elsewhere = { id: 'elsewhere', sourceId: 'other', title: 'Ice hockey final moved to Sunday' }
    const reprint = { ...elsewhere, text: `${furniture} The final was moved.`, at: 61 * HOUR }
    expect(copiesIn([...pages, reprint])).toEqual([null, null, null, null, null])
    // Of one other article it is no furniture yet.
    expect(copiesIn([...pages.slice(3), reprint])).toEqual([null, 'snow closed the pass'])
  })

  it('does not take a column that comes back each morning for a copy of itself', () => {
    const grouper = createStoryGrouper()
    const title = 'What you need to know this morning'
    grouper.place(anArticle({ id: 'mon', title }))
    expect(grouper.place(anArticle({ id: 'tue', title, at: 24 * HOUR }))).toMatchObject({ copyOf: null })
    expect(grouper.place(anArticle({ id: 'rerun', title, at: 25 * HOUR }))).toMatchObject({ copyOf: 'tue' })
  })

  it('goes on after a restart as if there had been none', () => {
    const all = [...bridge, ...strike]
    const whole = createStoryGrouper()
    const expected = all.map((article) => whole.place(article))

    const first = createStoryGrouper()
    const before = all.slice(0, 3).map((article) => ({ ...article, ...first.place(article) }))
    const second = createStoryGrouper()
    for (const article of before) second.restore(article)
    expect(all.slice(3).map((article) => second.place(article))).toEqual(expected.slice(3))
  })

  it('forgets what is too old to matter', () => {
    const grouper = createStoryGrouper()
    grouper.place(anArticle({ id: 'a', title: 'Dock workers in Gdansk vote to strike over pay', at: HOUR }))
    grouper.forget(2 * HOUR)
    const again = anArticle({
      id: 'b',
      title: 'Dock workers in Gdansk vote to strike over pay',
      at: 3 * HOUR,
    })
    expect(grouper.place(again)).toMatchObject({ storyId: 'sb', copyOf: null })
  })

  it('does not forget an article whose first version alone is too old', () => {
    const grouper = createStoryGrouper()
    grouper.place(anArticle({ ...bridge[0], id: 'b1', at: 10 * HOUR }))
    grouper.place(anArticle({ ...bridge[1], id: 'b2', at: 0 }))
    grouper.place(anArticle({ ...bridge[2], id: 'b2', at: 10 * HOUR }))
    grouper.forget(5 * HOUR)
    expect(grouper.place(anArticle({ ...strike[0], id: 'b2', at: 11 * HOUR })).storyId).toBe('sb1')
  })

  it('parts a story that turns out to be two, and leaves the old id with the older part', () => {
    const grouper = createStoryGrouper()
    const flood =
      'bridge Lindau flood missing river rescuers boats collapse water bank divers helicopter night searched mayor warned'
    const dispute =
      'dockers Gdansk port strike wages union cranes ships containers employers talks vote harbour pay delayed cargo'
    for (const article of [page('f1', flood, 1), page('f2', flood, 3), page('live', flood, 5)])
      expect(grouper.place(article).storyId).toBe('sf1')
    expect(grouper.place(page('live', dispute, 3)).storyId).toBe('sf1')

    const parted = grouper.place(page('d', dispute, 5))
    expect(parted).toMatchObject({ storyId: 'sd', movedArticleIds: ['live'] })
    expect(grouper.place(page('f3', flood, 7)).storyId).toBe('sf1')
    expect(grouper.place(page('d2', dispute, 9)).storyId).toBe('sd')
  })

  it('chains what follows from an event into one running story, and tells it by itself', () => {
    const grouper = createStoryGrouper()
    const teaser = (id: string, title: string, text: string, days: number) =>
      grouper.place(anArticle({ id, title, text, at: days * 24 * HOUR }))
    const capture = teaser(
      'capture',
      'Ringleader of Lindau ferry fraud captured in Gdansk',
      'Police in Gdansk captured Otto Brandl, the ringleader of the Lindau ferry fraud, in a hotel near the harbour.',
      1,
    )
    const court = teaser(
      'court',
      'Ferry fraud: Otto Brandl pleads not guilty before Lindau court',
      'Otto Brandl, accused of the ferry fraud, told the court in Lindau that he had never sold a ticket himself.',
      4,
    )
    const other = teaser(
      'other',
      'Wheat harvest in Anatolia falls to lowest level in a decade',
      'Farmers in Anatolia blame a dry spring for the harvest, which the ministry puts at nine million tonnes.',
      4,
    )
    expect(court.storyId).not.toBe(capture.storyId)
    expect(court.storylineId).toBe(capture.storylineId)
    expect(other.storylineId).not.toBe(capture.storylineId)
  })

  it('joins two running stories that turn out to be one', () => {
    const grouper = createStoryGrouper()
    const restore = (affair: string, at: number, title: string, text: string) => {
      for (const i of [0, 1])
        grouper.restore({
          ...anArticle({ id: `${affair}${i}`, title, text, at }),
          storyId: `s${affair}`,
          storylineId: `l${affair}`,
          copyOf: null,
          agency: null,
        })
    }
    restore(
      '1',
      0,
      'Dockers of Lindau strike over night shifts',
      'Dockers of Lindau walked out over night shifts; the harbour stands still.',
    )
    restore(
      '2',
      10 * HOUR,
      'Ferry company offers clerks higher wage',
      'The ferry company offered clerks a higher wage for selling tickets on Sundays.',
    )
    const third = grouper.place(
      anArticle({
        id: '3',
        title: 'Dockers of Lindau and clerks of the ferry company',
        text: 'The harbour of Lindau stands still over night shifts of dockers; a wage for tickets was offered to clerks by the ferry company.',
        at: 50 * HOUR,
      }),
    )
    expect(third).toMatchObject({ storyId: 's2', storylineId: 'l1', mergedStorylineIds: ['l2'] })
  })

  it('does not join texts that share one word, however often they say it', () => {
    const grouper = createStoryGrouper()
    const divorce = (id: string, title: string, text: string) => grouper.place(anArticle({ id, title, text }))
    divorce(
      '1',
      'Divorce, divorce',
      'Divorce: a court in Lindau weighs how a couple may share their boat, garden, hens, tractor, piano, wine, letters, ' +
        'paintings, carpets, lamps and silver. The divorce, a long divorce, was no easy divorce.',
    )
    const other = divorce(
      '2',
      'Divorce and divorce',
      'Divorce: parliament of a distant island debates whether bishops, villagers, students, nurses, farmers, sailors, ' +
        'poets, pilots and miners want a vote. The divorce of one is the divorce of all, and no divorce is new.',
    )
    expect(other.storyId).toBe('s2')
  })

  it('takes two reports for less alike that share only names, where they are short', () => {
    expect(secondAbout('minister otto brandl')).toBe('s1')
    expect(secondAbout('minister Otto Brandl')).toBe('s2')
  })

  it('does not join what shares a word only far behind the beginning of a text', () => {
    const grouper = createStoryGrouper()
    const late = (id: string, language: string, word: string) =>
      anArticle({ id, language, text: `${'щъ '.repeat(400)}${word}` })
    grouper.place(anArticle({ id: 'en', title: 'Bridge' }))
    expect(grouper.place(late('ru', 'ru', 'мост')).storyId).toBe('sru')
    expect(grouper.place(late('uk', 'uk', 'міст')).storyId).toBe('suk')
  })
})
