import { describe, expect, it } from 'vitest'
import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'
import { anArticle, bridge, strike } from './an-article-to-place.ts'

/** The same sixteen words in an order that no other step gives: one event in other words, not a copy. */
const page = (id: string, words: string, step: number): ArticleToPlace => {
  const list = words.split(' ')
  const text = list.map((_, i) => list[(i * step) % list.length]).join(' ')
  return anArticle({ id, title: text.slice(0, 40), text: `${text}.` })
}

/** Returns how many merges these four headlines cause; the third combines the two before it. */
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

/** An article with the word far from the beginning of its text. */
const late = (id: string, language: string, word: string): ArticleToPlace =>
  anArticle({ id, language, text: `${'щъ '.repeat(400)}${word}` })

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

  it('keeps the story of an article whose new version speaks of something else', () => {
    const grouper = createStoryGrouper()
    for (const article of [...bridge, ...strike]) grouper.place(article)
    expect(
      grouper.place(anArticle({ id: 'b2', title: 'Gdansk dock workers strike: port halted' })).storyId,
    ).toBe('sb1')
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
    grouper.place(anArticle({ id: 'en', title: 'Bridge' }))
    expect(grouper.place(late('ru', 'ru', 'мост')).storyId).toBe('sru')
    expect(grouper.place(late('uk', 'uk', 'міст')).storyId).toBe('suk')
  })
})
