import { describe, expect, it } from 'vitest'
import { readTimes } from '../../src/analysis/dates/read-times.ts'
import { readFigures } from '../../src/analysis/figures/read-figures.ts'
import { readForAnalysis } from '../../src/analysis/read-for-analysis.ts'
import { readText } from '../../src/language/read-text.ts'

function figuresOf(language: string, text: string): readonly string[] {
  const read = readForAnalysis(readText(text), language)
  return readFigures(read, readTimes(read, '2026-03-10'))
    .filter(({ what }) => what !== 'other')
    .map(({ what, value, low, high, qualifier }) =>
      [what, value ?? `${low}-${high}`, qualifier].filter(Boolean).join(' '),
    )
}

describe('readFigures', () => {
  it.each([
    [
      'en',
      'At least 12 people were killed and 30 others wounded in two attacks.',
      ['killed 12 atLeast', 'injured 30'],
    ],
    ['en', 'The blast killed 40 and left 119 injured.', ['killed 40', 'injured 119']],
    ['en', 'Between 40 and 50 miners are missing.', ['missing 40-50']],
    ['en', 'The $1.3 million deal was worth 40% more.', ['money 1300000', 'percent 40']],
    ['en', 'Children of a one-hit singer were detained.', []],
    ['en', 'A loss of $21B, and cars worth ₹3 crore.', ['money 21000000000', 'money 30000000']],
    ['de', 'Bei dem Überfall starben mindestens einundzwanzig Menschen.', ['killed 21 atLeast']],
    [
      'fr',
      'Vingt-quatre personnes ont été tuées, 379 800 habitants ont fui.',
      ['killed 24', 'displaced 379800'],
    ],
    ['ru', 'Погибли 17 человек, ещё около 40 пострадали.', ['killed 17', 'injured 40 about']],
    ['uk', 'Унаслідок удару загинули п’ятеро людей, понад 20 поранено.', ['killed 5', 'injured 20 moreThan']],
    ['pl', 'Nie żyją trzy osoby, ponad 20 rannych.', ['killed 3', 'injured 20 moreThan']],
    ['pl', 'Co najmniej dwanaście osób zginęło w lawinach.', ['killed 12 atLeast']],
    ['pl', 'Policja zatrzymała pięciu mężczyzn.', ['arrested 5']],
    ['tr', 'Kazada 3 kişi öldü, 12 kişi yaralandı.', ['killed 3', 'injured 12']],
    ['ar', 'مقتل ١٢ شخصا وإصابة أكثر من ٣٠ آخرين في انفجار', ['killed 12', 'injured 30 moreThan']],
    ['fa', 'دست‌کم ۲۳ نفر کشته و ۵۰ نفر زخمی شدند', ['killed 23 atLeast', 'injured 50']],
  ])('finds what is counted in %s: %s', (language, text, expected) => {
    expect(figuresOf(language, text)).toEqual(expected)
  })

  it.each([
    ['en', 'The nurse, 32, was arrested in 2019 after 3 weeks.'],
    ['en', 'A 32-year-old man was killed on 12 March.'],
    ['en', 'The F-16 was lost and Resolution 2254 calls on the injured parties.'],
    ['de', 'Der 34-jährige Fahrer wurde am 3. Mai verletzt.'],
    ['tr', '35 yaşındaki sürücü öldü.'],
    ['pl', 'Nie żyje 17-latek z Vik. Mężczyzna miał 32 lata.'],
  ])('takes no age, date or name for a toll in %s: %s', (language, text) => {
    expect(figuresOf(language, text)).toEqual([])
  })

  it('counts nobody as missing who was found', () => {
    expect(figuresOf('en', 'The bodies of the last four missing people were found.')).toEqual([])
    expect(figuresOf('tr', 'Kayıp dört kişinin cansız bedenine ulaşıldı.')).not.toContain('missing 4')
    expect(figuresOf('en', 'Four people are missing, and a child was found alive.')).toEqual(['missing 4'])
    expect(figuresOf('en', 'Four are missing while two bodies were found.')).toContain('missing 4')
  })
})
