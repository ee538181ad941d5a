import { describe, expect, it } from 'vitest'
import { newsValueOf } from '../../src/briefings/news-value.ts'
import { isHardlyNews, storyNewsValue, weightOfNewsValue } from '../../src/briefings/story-news-value.ts'
import { analyse } from '../../src/analysis/analyse.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const tagger = createTagger()

const valueOf = (title: string, text: string, url: string | null = null) => {
  const read = analyse(tagger, { title, text })
  return newsValueOf({ title, text, url, ...read })
}
const byOneOutlet = (title: string, text: string) =>
  storyNewsValue([{ newsValue: valueOf(title, text) }], 1) ?? NaN

describe('the news value of an article', () => {
  it.each([
    [
      'en',
      'Eleven killed as ferry sinks off Norway',
      'At least eleven people were killed when a ferry sank off Bergen in Norway on Monday, police said.',
      'My ten favourite ways to cook a potato this winter',
      'When it is cold outside, what could be better than something warm? Here is how I do it at home.',
    ],
    [
      'de',
      'Elf Tote bei Untergang einer Fähre vor Norwegen',
      'Mindestens elf Menschen kamen beim Untergang einer Fähre vor Norwegen ums Leben, teilte die Polizei am Montag mit.',
      'Meine zehn liebsten Rezepte mit Kartoffeln für den Winter',
      'Wenn es draußen kalt ist, was gibt es da Besseres als etwas Warmes? So koche ich zu Hause.',
    ],
    [
      'fa',
      'یازده کشته در غرق شدن کشتی در نروژ',
      'پلیس نروژ روز دوشنبه گفت دست‌کم یازده نفر در غرق شدن یک کشتی کشته شدند.',
      'ده راه خوب برای پختن سیب‌زمینی در زمستان',
      'وقتی هوا سرد است چه چیزی بهتر از غذای گرم؟ من در خانه این طور می‌پزم.',
    ],
  ])('is high for what happened and low for what did not, in %s', (_, news, below, feature, under) => {
    expect(isHardlyNews(byOneOutlet(news, below))).toBe(false)
    expect(isHardlyNews(byOneOutlet(feature, under))).toBe(true)
  })

  it.each([
    ['en', 'Government condemns attack in Norway', 'Grandmother loves chocolate in Norway', 2],
    ['de', 'Regierung verurteilt Angriff in Norwegen', 'Großmutter liebt Schokolade in Norwegen', 1],
  ])('depends on words that news has more often than other texts, in %s', (_, news, other, least) => {
    expect(valueOf(news, '')).toBeGreaterThan((valueOf(other, '') ?? NaN) + least)
  })

  it('is lower behind an address of advice', () => {
    const [title, text] = ['Council of Vik opens its new swimming hall', 'The hall has six lanes.']
    const at = (section: string) => valueOf(title, text, `https://courier.example/${section}/hall`) ?? NaN
    expect(at('horoscope')).toBeLessThan(at('world') - 1)
  })

  it('is unknown in a language whose words lead to no English ones', () => {
    const text = 'Minst elva personer omkom när en färja sjönk utanför Bergen på måndagen, uppger polisen.'
    const read = analyse(tagger, { title: 'Elva döda när färja sjönk utanför Norge', text, language: 'sv' })
    expect(newsValueOf({ title: 'Elva döda när färja sjönk', text, url: null, ...read })).toBeNull()
  })
})

describe('the news value of a story', () => {
  it('is the mean of what its articles show, and higher if more outlets tell it', () => {
    const [one, two] = [storyNewsValue([{ newsValue: 1 }], 1), storyNewsValue([{ newsValue: 2 }], 1)]
    expect(storyNewsValue([{ newsValue: 1 }, { newsValue: 2 }], 1)).toBeCloseTo(((one ?? 0) + (two ?? 0)) / 2)
    expect(storyNewsValue([{ newsValue: 1 }], 8)).toBeGreaterThan(one ?? NaN)
  })

  it('leaves out articles of which nothing is known', () => {
    expect(storyNewsValue([{ newsValue: 1 }, { newsValue: null }, {}], 1)).toBe(
      storyNewsValue([{ newsValue: 1 }], 1),
    )
    expect(storyNewsValue([{ newsValue: null }, {}], 2)).toBeNull()
    expect(isHardlyNews(null)).toBe(false)
  })

  it('weighs as its chance to be news', () => {
    expect(weightOfNewsValue(0)).toBe(0.5)
    expect(weightOfNewsValue(null)).toBe(0.5)
    expect(weightOfNewsValue(3)).toBeGreaterThan(0.95)
  })
})
