import { describe, expect, it } from 'vitest'
import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'

const HOUR = 3_600_000

function anArticle(article: Partial<ArticleToPlace> & { readonly id: string }): ArticleToPlace {
  return { sourceId: 'outlet', language: 'en', title: '', text: '', at: 0, ...article }
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

/** Places articles in order; returns for each the article whose text it repeats. */
function copiesIn(articles: readonly Partial<ArticleToPlace>[]): (string | null)[] {
  const grouper = createStoryGrouper()
  return articles.map((article, i) => grouper.place(anArticle({ id: `a${i}`, ...article })).copyOf)
}

describe('the grouper, of copies', () => {
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
    // Its own lead is half of it, so an editor would not call it a copy.
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
    // With only one other article it is not furniture yet.
    expect(copiesIn([...pages.slice(3), reprint])).toEqual([null, 'snow closed the pass'])
  })

  it('does not take a column that comes back each morning for a copy of itself', () => {
    const grouper = createStoryGrouper()
    const title = 'What you need to know this morning'
    grouper.place(anArticle({ id: 'mon', title }))
    expect(grouper.place(anArticle({ id: 'tue', title, at: 24 * HOUR }))).toMatchObject({ copyOf: null })
    expect(grouper.place(anArticle({ id: 'rerun', title, at: 25 * HOUR }))).toMatchObject({ copyOf: 'tue' })
  })
})
