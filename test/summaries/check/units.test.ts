import { describe, expect, it } from 'vitest'
import { checkSentences } from '../../../src/summaries/check-sentence.ts'
import { readWords } from '../../../src/summaries/check/read-words.ts'
import { unitOf } from '../../../src/summaries/check/units.ts'

const problemsOf = (text: string, source: string, language: string): readonly string[] =>
  checkSentences({ sources: [{ id: 'a', text: source }], sentences: [{ text, cites: ['a'] }], language })[0]
    ?.problems ?? []

const unitsIn = (text: string, language: string): readonly (string | undefined)[] => {
  const words = readWords(text, language)
  return words.filter(({ number }) => number !== undefined).map((word) => unitOf(word, words, language))
}

describe('unitOf', () => {
  it.each([
    ['en', '$5 million, 5 US dollars, 5 square miles, 5% of', ['$', '$', 'mile', '%']],
    ['en', '5 percent, 5 percentage points, 5 boats, a 12-month ban', ['%', 'point', undefined, 'month']],
    ['fr', '3 millions d’euros, 3 millions de dollars, 5 km', ['€', '$', 'kilometer']],
    ['es', '5 por ciento, 2 millones de euros, 3 millas', ['%', '€', 'mile']],
    ['de', '5 Prozent, 2 Mio. Euro, 3 Prozentpunkte', ['%', '€', 'point']],
    ['ru', 'в 5 километрах, 3 млн рублей, 4 процента', ['kilometer', '₽', '%']],
    ['uk', '5 кілометрів, 3 млн гривень, 4 відсотки', ['kilometer', '₴', '%']],
    ['tr', 'yüzde 5, 3 milyon dolar, 4 kilometre', ['%', '$', 'kilometer']],
    ['ar', '5 في المئة، 3 ملايين دولار، 11 كيلومترا', ['%', '$', 'kilometer']],
    ['fa', '۵ درصد، ۳ میلیون تومان، ۴ کیلومتر', ['%', 'toman', 'kilometer']],
  ])('%s: knows what the numbers of "%s" measure', (language, text, units) => {
    expect(unitsIn(text, language)).toEqual(units)
  })
})

describe('checkNumbers', () => {
  it.each([
    ['en', 'The ship lay five miles from Vik.', 'five miles', '5 km'],
    ['en', 'The price of fish rose 4 percent in Vik.', '4 percent', '4 percentage points'],
    ['en', 'The boat of Ola Berg cost $3 million.', '$3', '€3'],
    ['fr', 'Le bateau de Vik a coûté 3 millions de dollars.', 'de dollars', 'd’euros'],
    ['es', 'El barco de Vik costó 3 millones de dólares.', 'dólares', 'euros'],
    ['de', 'Das Boot von Vik kostete 3 Mio. Dollar.', 'Dollar', 'Euro'],
    ['ru', 'Судно из Вика стоило 3 млн долларов.', 'долларов', 'рублей'],
    ['uk', 'Судно з Віка коштувало 3 млн доларів.', 'доларів', 'гривень'],
    ['tr', 'Vik’teki gemi 3 milyon dolara satıldı.', 'dolara', 'liraya'],
    ['ar', 'بلغ ثمن السفينة في فيك 3 ملايين دولار.', 'دولار', 'يورو'],
    ['fa', 'بهای کشتی در ویک ۳ میلیون تومان است.', 'تومان', 'ریال'],
  ])('%s: finds another unit of a number: %s', (language, source, unit, other) => {
    expect(problemsOf(source, source, language)).toEqual([])
    expect(problemsOf(source.replace(unit, other), source, language).join()).toContain('of another unit')
  })

  it.each([
    ['The ship lay 5 miles from Vik.', 'The ship lay five miles off Vik.'],
    ['The boat cost 3 million US dollars.', 'The boat cost $3m.'],
    ['The price rose 4 percent, to 4 dollars.', 'The price rose to 4 dollars.'],
    ['The trip of 5 takes 5 hours.', 'The trip of 5 days.'],
  ])('lets units stand: %s', (source, held) => {
    expect(problemsOf(held, source, 'en').filter((problem) => problem.includes('unit'))).toEqual([])
  })
})
