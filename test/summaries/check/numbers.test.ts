import { describe, expect, it } from 'vitest'
import { readWords } from '../../../src/summaries/check/read-words.ts'

/** What the words of a text are worth, where they are numbers. */
const numbersIn = (text: string, language: string): readonly string[] =>
  readWords(text, language).flatMap(({ number }) => (number === undefined ? [] : [number]))

const alsoIn = (text: string): readonly string[] => readWords(text, 'en')[0]?.also ?? []

describe('readNumber', () => {
  it.each([
    ['en', 'seventeen', 17],
    ['en', 'two hundred and thirty-five', 235],
    ['en', 'one thousand and five', 1005],
    ['en', 'two dozen', 24],
    ['en', 'three and', 3],
    ['en', '2.5 million', 2_500_000],
    ['en', 'half a million', undefined],
    ['en', 'a million', 1_000_000],
    ['en', 'millions', undefined],
    ['fr', 'soixante et onze', 71],
    ['fr', 'quatre-vingt-dix-sept', 97],
    ['fr', 'deux cent mille', 200_000],
    ['fr', '3,2 milliards', 3_200_000_000],
    ['fr', 'pour cent', undefined],
    ['es', 'treinta y cinco', 35],
    ['es', 'dos mil millones', 2_000_000_000],
    ['es', '1.500 millones', 1_500_000_000],
    ['es', 'por ciento', undefined],
    ['de', 'dreiundzwanzig', 23],
    ['de', 'zweihundertfünfzigtausend', 250_000],
    ['de', '1,5 Mio', 1_500_000],
    ['de', 'Jahrhundert', undefined],
    ['ru', 'двадцатью пятью', 25],
    ['ru', 'трехсот человек', 300],
    ['ru', '5,3 млрд', 5_300_000_000],
    ['ru', '12 тыс', 12_000],
    ['uk', 'пʼятнадцяти', 15],
    ['uk', "сорок п'ять", 45],
    ['uk', '7 мільярдів', 7_000_000_000],
    ['tr', 'yüz yirmi üç', 123],
    ['tr', 'on iki', 12],
    ['tr', '4 milyar', 4_000_000_000],
    ['tr', 'yüz yüze', undefined],
    ['ar', 'ثلاثة وعشرين', 23],
    ['ar', 'خمسة عشر', 15],
    ['ar', 'مليوني', 2_000_000],
    ['ar', '٣ مليارات', 3_000_000_000],
    ['fa', 'بیست و پنج', 25],
    ['fa', 'سی‌وهفت', 37],
    ['fa', '۲ میلیارد', 2_000_000_000],
    ['fa', 'چند میلیون', undefined],
  ])('%s: "%s" is worth %s', (language, text, value) => {
    expect(numbersIn(text, language)).toEqual(value === undefined ? [] : [String(value)])
  })

  it.each([
    ['en', 'twelve, thirty', ['12', '30']],
    ['en', 'five million and three people', ['5000000', '3']],
    ['ru', 'двенадцать двадцать', ['12', '20']],
    ['de', 'drei und zwanzig', ['3', '20']],
    ['fa', 'دو و سه', ['2', '3']],
    ['ar', '12 قتيلا و30 جريحا', ['12', '30']],
  ])('%s: keeps the numbers of "%s" apart', (language, text, values) => {
    expect(numbersIn(text, language)).toEqual(values)
  })

  it('knows what else a figure may mean', () => {
    expect(alsoIn('5 to 7 million')).toEqual(['5000000'])
    expect(alsoIn('5–7 million')).toEqual(['5000000'])
    expect(alsoIn('5m tall')).toEqual(['5'])
    expect(alsoIn('5 of the 7 million')).toEqual([])
  })
})
