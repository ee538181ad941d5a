import { describe, expect, it } from 'vitest'
import { readComing } from '../../src/analysis/coming/read-coming.ts'
import { readTimes } from '../../src/analysis/dates/read-times.ts'
import { readForAnalysis } from '../../src/analysis/read-for-analysis.ts'
import { readText } from '../../src/language/read-text.ts'

/** A Tuesday. */
const WRITTEN = '2026-03-10'

const timesOf = (language: string, text: string) =>
  readTimes(readForAnalysis(readText(text), language), WRITTEN).map(
    ({ start, end, value }) => `${text.slice(start, end)} = ${value}`,
  )

const comingOf = (language: string, text: string) => {
  const read = readForAnalysis(readText(text), language)
  return readComing(read, readTimes(read, WRITTEN), WRITTEN).map(({ value }) => value)
}

describe('readTimes', () => {
  it.each([
    ['en', 'The talks failed on Friday night.', ['Friday night = 2026-03-06TNI']],
    ['en', 'The market report 3/9/26 is out.', ['3/9/26 = 2026-03-09']],
    ['de', 'Der Bericht vom 3.9.2025 liegt vor.', ['3.9.2025 = 2025-09-03']],
    ['fr', 'Le match a eu lieu le week-end dernier.', ['week-end dernier = 2026-W10-WE']],
    ['de', 'Ab Juli dieses Jahres gilt das Gesetz.', ['Juli dieses Jahres = 2026-07']],
    ['ar', 'عقد اللقاء في 5 أبريل/نيسان 2026.', ['5 أبريل/نيسان 2026 = 2026-04-05']],
    ['en', 'At 10:30 a.m. on March 3 it fell.', ['10:30 a.m. = 2026-03-03T10:30', 'March 3 = 2026-03-03']],
    [
      'en',
      'Profit fell in the 2026 first quarter. A year earlier it rose.',
      ['2026 first quarter = 2026-Q1', 'A year earlier = 2025-Q1'],
    ],
    ['en', 'Ferries sail on Friday and Saturday nights.', ['Friday and Saturday nights = XXXX-WXX-6TNI']],
    ['tr', 'Vapurlar cuma ve cumartesi geceleri çalışacak.', ['cuma ve cumartesi geceleri = XXXX-WXX-6TNI']],
    ['tr', 'Vapurlar pazar günleri çalışmayacak.', ['pazar günleri = XXXX-WXX-7']],
    ['en', 'They will meet on Friday.', ['Friday = 2026-03-13']],
    [
      'en',
      'It began three days ago, on March 7, 2026.',
      ['three days ago = 2026-03-07', 'March 7, 2026 = 2026-03-07'],
    ],
    ['de', 'Am 10. und 11. Februar tagte der Rat.', ['10. = 2026-02-10', '11. Februar = 2026-02-11']],
    [
      'de',
      'Das geschah am Donnerstagabend um 20.30 Uhr.',
      ['Donnerstagabend = 2026-03-05TEV', '20.30 Uhr = 2026-03-05T20:30'],
    ],
    [
      'fr',
      'La semaine prochaine, puis en avril 2027.',
      ['semaine prochaine = 2026-W12', 'avril 2027 = 2027-04'],
    ],
    ['uk', 'Це сталося 12 лютого минулого року.', ['12 лютого минулого року = 2025-02-12']],
    ['ru', 'Война началась в феврале 2022 года.', ['феврале 2022 года = 2022-02']],
    [
      'tr',
      'Geçen hafta, 5 Mart 2026 tarihinde oldu.',
      ['Geçen hafta = 2026-W10', '5 Mart 2026 = 2026-03-05'],
    ],
    ['ar', 'وقع ذلك في ١٢ كانون الثاني ٢٠٢٦', ['١٢ كانون الثاني ٢٠٢٦ = 2026-01-12']],
    ['fa', 'در ۲۲ بهمن ۱۴۰۴ برگزار شد', ['۲۲ بهمن ۱۴۰۴ = 2026-02-11']],
    ['fa', 'اول رمضان ۱۴۴۷ بود', ['اول رمضان ۱۴۴۷ = 2026-02-18']],
  ])('reads when in %s: %s', (language, text, expected) => {
    expect(timesOf(language, text)).toEqual(expected)
  })

  it.each([
    ['en', 'A 32-year-old man sold three-quarters of it for $5.50.'],
    ['en', 'More than 2000 soldiers marched at Mar-a-Lago.'],
  ])('takes no age, share, price or number of people for a time in %s: %s', (language, text) => {
    expect(timesOf(language, text).filter((time) => !time.includes('2000'))).toEqual([])
  })
})

describe('readComing', () => {
  it.each([
    ['en', 'The council will meet on Thursday.', ['2026-03-12']],
    ['en', 'Payments will be issued in 13 days.', ['2026-03-23']],
    ['en', 'The ban takes effect on 1 April.', ['2026-04-01']],
    ['tr', 'Zirve gelecek hafta düzenlenecek.', ['2026-W12']],
    ['en', 'The council met on Thursday.', []],
    ['en', 'He was due to speak on Friday.', []],
    ['en', 'The first visit in six years ended.', []],
    ['en', 'Vision 2030 will change the country.', []],
  ])('tells what is in the future in %s: %s', (language, text, expected) => {
    expect(comingOf(language, text)).toEqual(expected)
  })
})
