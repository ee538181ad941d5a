import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/language/read-text.ts'
import { hashWord, readTerms, TermKind } from '../../src/language/terms.ts'

describe('how the words of a text are written', () => {
  it.each([
    ['The Bill on ferries, Bill said', [0, 8, 16, 16, 8, 16]],
    ['Rain. Storms, Malmo 3 Riga "Ystad', [0, 0, 8, 0, 8, 0]],
    ['مطر في لبنان', [0, 16, 16]],
  ])('tells capitals within a sentence from small letters: %s', (text, written) => {
    const { kinds } = readTerms(text, 'und')
    expect([...kinds].map((kind) => kind & (TermKind.capital | TermKind.small))).toEqual(written)
  })
})

describe('the words of a text', () => {
  it.each([
    ['lower-cases and stems English', 'Ministers were meeting', 'en', ['minist', 'were', 'meet']],
    ['drops the possessive', 'Iran’s and Iran', 'en', ['iran', 'and', 'iran']],
    [
      'keeps a grouped number whole',
      '1,000 men and 2.500.000 euros',
      'en',
      ['1000', 'men', 'and', '2500000', 'euro'],
    ],
    ['parts a decimal number', 'magnitude 5.6', 'en', ['magnitud', '5', '6']],
    ['lower-cases the two Turkish i', 'IŞIK İZMİR', 'tr', ['isik', 'izmir']],
    ['takes the ending off a Turkish word in plain capitals', 'ANKARANIN', 'tr', ['ankara']],
    ['drops a Turkish ending after an apostrophe', "Ankara'da ANKARA", 'tr', ['ankar', 'ankar']],
    [
      'leaves short Turkish words four letters, and longer ones three',
      'Cuma Duma Roma Bursa İran İran’da Sudan dolar suda',
      'tr',
      ['cuma', 'duma', 'roma', 'bursa', 'iran', 'iran', 'sudan', 'dolar', 'suda'],
    ],
    [
      'still joins the forms of longer Turkish words',
      'yollar yolları okulda okulun grevi grev',
      'tr',
      ['yol', 'yol', 'okul', 'okul', 'grev', 'grev'],
    ],
    [
      'takes the Arabic article off, with and behind "and"',
      'البركان بركان والبركان',
      'ar',
      ['بركان', 'بركان', 'بركان'],
    ],
    [
      'meets Arabic plurals and feminines',
      'الانتخابات انتخاب مدرسة المدرسة',
      'ar',
      ['انتخاب', 'انتخاب', 'مدرس', 'مدرس'],
    ],
    ['keeps Arabic names whole', 'لبنان سي', 'ar', ['لبنان', 'سي']],
    ['unifies Arabic letters, vowel signs and tatweel', 'كِتَابٌ كتـــاب', 'ar', ['كتاب', 'كتاب']],
    ['unifies Persian and Arabic keyboards', 'کی كي', 'fa', ['كي', 'كي']],
    ['joins Persian plurals', 'کتابها کتاب', 'fa', ['كتاب', 'كتاب']],
    ['parts Persian words at the non-joiner', 'می‌رود', 'fa', ['مي', 'رود']],
    ['reads Persian and Arabic digits', '۱۲۳ ٤٥٦', 'fa', ['123', '456']],
    ['parts a number from what an apostrophe hangs on it', "2026'da 12.500", 'tr', ['2026', '12500']],
    ['parts an English decade from its s', "the 1990's", 'en', ['the', '1990']],
    ['folds accents', 'Éric Łódź Straße', 'und', ['eric', 'lodz', 'strasse']],
    ['folds yo', 'Ёлка елка', 'ru', ['елк', 'елк']],
    ['keeps the Ukrainian apostrophe inside its word', "п'ять", 'uk', ['пят']],
    ['keeps Hebrew abbreviations whole', 'צה"ל', 'he', ['צהל']],
    ['pairs Chinese characters', '外交部', 'zh', ['外交', '交部']],
    ['keeps a lone Chinese character, numbers and Latin words apart', '5月GDP', 'zh', ['5', '月', 'gdp']],
    ['composes full-width forms', 'ＡＢＣ１２', 'und', ['abc12']],
    ['takes a language tag with a region', 'talks', 'en-GB', ['talk']],
    ['gives nothing for nothing', ' — !', 'en', []],
  ])('%s', (_name, text, language, words) => {
    expect(readTerms(text, language).words).toEqual(words)
  })

  it('keeps no apostrophe between Chinese and other letters', () => {
    expect(readTerms("东京'tokyo", 'und').words).toEqual(['东京', 'tokyo'])
  })

  it('gives letters, marks and digits only, whatever comes in', () => {
    assert(
      property(
        string({ unit: 'grapheme' }),
        constantFrom('en', 'tr', 'ar', 'fa', 'ja', 'und'),
        (text, lang) => {
          for (const word of readTerms(text, lang).words) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
        },
      ),
    )
  })

  it('reads a text of ASCII as it reads the same one before a word of other letters', () => {
    const pieces = ['a', 'b', '1', 'Z', ' ', "'", '"', '.', ',', '-', '\n', "it's", '1,000', 'a'.repeat(64)]
    assert(
      property(
        array(constantFrom(...pieces), { maxLength: 20 }),
        constantFrom('en', 'und', 'tr'),
        (parts, language) => {
          const text = parts.join('')
          expect([...readTerms(text, language).words, 'ж']).toEqual(readTerms(`${text} ж`, language).words)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('gives the same words with a cold and a warm memory', () => {
    const text = 'Görüşmelerin ardından bakanlar açıklama yaptı'
    expect(readTerms(text, 'tr').words).toEqual(readTerms(text, 'tr').words)
  })

  // An expression that goes back over a million characters would not end before the test is given up.
  it.each([
    ['digits', '1', 'tr', 15_625],
    ['grouped digits', '111,', 'tr', 41_667],
    ['letters', 'a', 'tr', 15_625],
    ['letters', 'a', 'en', 15_625],
    ['apostrophes', "a'", 'tr', 1],
    ['apostrophes', "a'", 'en', 500_000],
    ['quotation marks', 'a" "', 'en', 250_000],
    ['marks', '\u064b', 'tr', 0],
    ['accents', 'é', 'tr', 15_625],
  ])('reads a million characters of %s (%s, %s) once only', (_name, unit, language, count) => {
    expect(readTerms(unit.repeat(1_000_000 / unit.length), language).words).toHaveLength(count)
  })
})

const hashesOf = (text: string, language: string): number[] => [...readTerms(text, language).hashes]

describe('readTerms', () => {
  it('tells the words of any text by their hashes', () => {
    assert(
      property(
        string({ unit: 'grapheme' }),
        constantFrom('en', 'tr', 'ar', 'fa', 'ja', 'und'),
        (text, language) => {
          expect(hashesOf(text, language)).toEqual(readTerms(text, language).words.map(hashWord))
        },
      ),
    )
  })

  it('tells a word the same when it has met more others than it remembers', () => {
    const before = hashesOf('Ministers were meeting', 'en')
    for (let i = 0; i < 200; i++)
      readTerms(Array.from({ length: 1_000 }, (_, j) => `w${i}x${j}`).join(' '), 'en')
    expect(hashesOf('Ministers were meeting', 'en')).toEqual(before)
  })

  it('does not take a word for one of another language', () => {
    expect(hashesOf('habitations', 'en')).toEqual(readTerms('habitations', 'en').words.map(hashWord))
    expect(hashesOf('habitations', 'fr')).toEqual(readTerms('habitations', 'fr').words.map(hashWord))
  })

  it.each([
    ['the', 'en', TermKind.stop],
    ['x', 'en', TermKind.single],
    ['400', 'en', TermKind.tellingNumber],
    ['7', 'en', TermKind.single],
    ['2026', 'en', 0],
    ['bridge', 'en', 0],
    ['der', 'de', TermKind.stop],
    ['der', 'en', 0],
    ['talks', 'en', 0],
    ['был', 'ru', TermKind.stop],
    ['است', 'fa', TermKind.stop],
    ['çok', 'tr', TermKind.stop],
    ['the', 'xx', 0],
    ['the', 'constructor', 0],
  ])('knows what kind of word %s is in %s', (word, language, kind) => {
    expect([...readTerms(word, language).kinds]).toEqual([kind])
  })
})

const TEXTS = 200
const LETTERS = 50_000

it.each([
  ['term', (text: string) => readTerms(text, 'en').words.length],
  ['word', (text: string) => readText(text).folded.length],
])(
  'remembers a long %s without the article that it was cut from',
  { timeout: 120_000 },
  (_name, countWords) => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const held = (): number => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const filler = ' '.repeat(LETTERS)
    countWords('warm')
    const before = held()
    for (let at = 0; at < TEXTS; at++)
      expect(countWords(Buffer.from(`verylongwordofitsown${at}${filler}`).toString())).toBe(1)
    expect(held() - before).toBeLessThan((TEXTS * LETTERS) / 4)
  },
)
