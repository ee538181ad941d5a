import { describe, expect, it } from 'vitest'
import { chooseReports } from '../../src/briefings/choose-reports.ts'
import type { StoryMark } from '../../src/briefings/mark-stories.ts'
import type { PlacedArticle } from '../../src/records/story.ts'
import { anArticle, HOUR, NOON } from '../storage/a-read.ts'

const report = (
  id: string,
  title: string,
  own: Partial<PlacedArticle> = {},
  language = 'en',
): PlacedArticle => ({
  ...anArticle(
    { id, title, text: '', sourceId: `outlet-${id}`, publishedAt: NOON, seenAt: NOON },
    { language },
  ),
  storyId: 's',
  storylineId: 'l',
  copyOf: null,
  agency: null,
  ...own,
})

const NEW: StoryMark = { mark: 'new', unseen: [] }
const updatedBy = (...ids: string[]): StoryMark => ({ mark: 'updated', unseen: ids.map((id) => `${id}@1`) })

const choose = (articles: readonly PlacedArticle[], mark: StoryMark, ...reads: string[]) => {
  const { reports, refused } = chooseReports({ articles }, mark, reads.length === 0 ? ['en'] : reads)
  return { ids: reports.map(({ article }) => article.id), refused }
}

const at = (hours: number): Partial<PlacedArticle> => ({
  publishedAt: NOON + hours * HOUR,
  seenAt: NOON + 9 * HOUR,
})

const BURST = report('a', 'Dam bursts above Vik')
const COMMENT = report('c', 'Opinion: the dam of Vik was a warning to all of us')

describe('chooseReports', () => {
  it('tells a story by its reports, not by comments on it', () => {
    expect(choose([BURST, COMMENT], NEW)).toEqual({ ids: ['a'], refused: null })
  })

  it('refuses a story that nobody reports', () => {
    expect(choose([COMMENT], NEW)).toEqual({ ids: ['c'], refused: 'no-report' })
  })

  it('tells it in the language that its reader likes best, else in the one that most are in', () => {
    const german = report('d', 'Damm über Vik gebrochen', {}, 'de')
    const polish = ['p', 'q'].map((id) => report(id, 'Pękła tama nad miastem Vik', {}, 'pl'))
    expect(choose([BURST, german], NEW, 'de', 'en').ids).toEqual(['d'])
    expect(choose([BURST, german], NEW, 'fr', 'en').ids).toEqual(['a'])
    expect(choose([german, ...polish], NEW, 'fr', 'en').ids).toEqual(['p', 'q'])
  })

  it('tells by what still stands, though two outdated headlines are nearest to each other', () => {
    const reports = (['One', 'Two'] as const).map((dead, hour) =>
      report(dead, `${dead} killed as police and crowds clash in Vik over bread prices`, {
        ...at(hour),
        sourceId: 'outlet',
      }),
    )
    const six = report('six', 'Six dead in Vik as anger at costs grows', { ...at(2), sourceId: 'outlet' })
    expect(choose([...reports, six], NEW).ids).toEqual(['six'])
  })

  it('updates by what came last, though what came before is new as well', () => {
    const known = report('a', 'Dam bursts above Vik', at(0))
    const morning = report('b', 'Army brings bread and blankets to Vik valley', at(1))
    const evening = report('c', 'Minister quits over warnings about Vik dam', at(8))
    const night = report('d', 'Parliament of Norway debates Vik disaster relief', at(9))
    expect(choose([known, morning, evening, night], updatedBy('b', 'c', 'd')).ids).toEqual(['c', 'd'])
    expect(choose([known, morning], updatedBy('b')).ids).toEqual(['b'])
  })

  it('updates by what came since where all that is new by its words is past', () => {
    const known = report('a', 'Dozens killed as dam bursts above Vik', at(0))
    const few = report('b', '10 killed as dam bursts above Vik', at(1))
    const since = [2, 3].map((hours) =>
      report(`c${hours}`, 'Dozens killed as dam above Vik bursts', at(hours)),
    )
    const { ids } = choose([known, few, ...since], updatedBy('b', 'c2', 'c3'))
    expect(ids).toEqual(['c2', 'c3'])
    expect(choose([known, few], updatedBy('b')).ids).toEqual(['b'])
  })

  it.each([
    ['says the same again', 'Dam above Vik bursts', true],
    ['says it in one other word', 'Dam bursts above town of Vik', true],
    ['has a new number', 'Dam bursts above Vik: 12 missing', false],
    ['tells more', 'Army flies families out of Vik after dam bursts', false],
  ])('an update that %s: %s', (_, title, isRefused) => {
    const { refused } = choose([BURST, report('b', title)], updatedBy('b'))
    expect(refused).toBe(isRefused ? 'nothing-new' : null)
  })

  it.each([
    [
      'opens with what was told',
      'The dam above the town of Vik burst on Friday after a night of rain.',
      true,
    ],
    ['opens with something new', 'Helicopters brought three hundred people to schools in Torsby.', false],
    ['has no text', '', false],
  ])('an update that says in other words what was told, and %s', (_, text, isRefused) => {
    const known = {
      ...BURST,
      text: 'The dam above Vik burst on Friday after a night of rain, the town said.',
    }
    const { refused } = choose(
      [known, report('b', 'Barrage of Vik gives way over dam houses', { text })],
      updatedBy('b'),
    )
    expect(refused).toBe(isRefused ? 'nothing-new' : null)
  })

  it('takes for news what several outlets say anew, though each says most of it in known words', () => {
    const [b, c] = ['b', 'c'].map((id) => report(id, 'Dam bursts above Vik: engineers arrested'))
    expect(b && c && choose([BURST, b, c], updatedBy('b', 'c')).refused).toBeNull()
  })

  it('takes no view for news that one of many outlets alone has', () => {
    const view = report('b', 'Vik is about to test its progressive plan for dams')
    const others = ['c', 'd', 'e'].map((id) => report(id, 'Dam bursts above town of Vik'))
    const unseen = updatedBy('b', 'c', 'd', 'e')
    expect(choose([BURST, view], unseen).refused).toBeNull()
    expect(choose([BURST, view, ...others], unseen).refused).toBe('nothing-new')
  })

  it('tells an update by the report that brings something, and not by one of another event', () => {
    const again = report('b', 'Dam above Vik bursts')
    const army = report('d', 'Army flies families out of Vik after dam bursts')
    const other = report('e', 'Football club signs a new striker from Bergen')
    expect(choose([BURST, again, army, other], updatedBy('b', 'd', 'e'))).toEqual({
      ids: ['d'],
      refused: null,
    })
  })

  it('does not tell in another language what is no news in that of the reader', () => {
    const polish = report('p', 'Wojsko ewakuuje rodziny z Vik', {}, 'pl')
    expect(choose([BURST, polish], updatedBy('p')).refused).toBe('nothing-new')
  })

  it('tells nobody the same again in another language, while outlets of the one they were told in bring no news', () => {
    const german = report('d', 'Damm über Vik gebrochen', {}, 'de')
    const again = report('b', 'Dam bursts above town of Vik')
    const more = report('e', 'Army flies families out of Vik after dam bursts')
    expect(choose([BURST, german, again], updatedBy('b', 'd'), 'de', 'en').refused).toBe('nothing-new')
    expect(choose([BURST, german, more], updatedBy('d', 'e'), 'de', 'en')).toEqual({
      ids: ['d'],
      refused: null,
    })
    expect(choose([BURST, german], updatedBy('d'), 'de', 'en').refused).toBeNull()
  })

  it('takes no report for news that is hours older than what its reader was told from', () => {
    const told = report('a', 'Dam bursts above Vik', at(8))
    const late = 'Army flies families out of Vik after dam bursts'
    expect(choose([told, report('b', late, at(1))], updatedBy('b')).refused).toBe('nothing-new')
    expect(choose([told, report('b', late, at(4))], updatedBy('b')).refused).toBeNull()
  })

  it('tells how the story stands, not how it began', () => {
    const old = report('o', 'Cracks seen in the dam above Vik', { publishedAt: NOON - 30 * HOUR })
    expect(choose([old, BURST], NEW).ids).toEqual(['a'])
  })
})
