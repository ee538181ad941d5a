import { describe, expect, it } from 'vitest'
import { checkSentences } from '../../../src/summaries/check-sentence.ts'

const problemsOf = (text: string, source: string, language: string): readonly string[] =>
  checkSentences({ sources: [{ id: 'a', text: source }], sentences: [{ text, cites: ['a'] }], language })[0]
    ?.problems ?? []

describe('checkOpposites', () => {
  it.each([
    [
      'en',
      'Shares of Norkraft fell in Oslo on Monday.',
      'Shares of Norkraft fell on Monday.',
      'Shares of Norkraft rose on Monday.',
    ],
    [
      'en',
      'Kari Moen won the election in Vik.',
      'The election in Vik was won by Kari Moen.',
      'Kari Moen lost the election in Vik.',
    ],
    [
      'en',
      'The union of the fishers rejected the plan at once.',
      'The fishers rejected the plan.',
      'The fishers accepted the plan at once.',
    ],
    [
      'en',
      'More than 100 boats left the port of Vik.',
      'More than 100 boats left Vik.',
      'Fewer than 100 boats left the port of Vik.',
    ],
    [
      'fr',
      'Le prix du poisson a baissé de 5 % à Vik.',
      'Le prix du poisson a baissé à Vik.',
      'Le prix du poisson a augmenté de 5 % à Vik.',
    ],
    [
      'es',
      'El precio del pescado cayó un 5 % en Vik.',
      'El precio del pescado cayó en Vik.',
      'El precio del pescado subió un 5 % en Vik.',
    ],
    [
      'de',
      'Die Aktie von Norkraft fiel am Montag in Oslo.',
      'Die Aktie von Norkraft fiel am Montag.',
      'Die Aktie von Norkraft stieg am Montag in Oslo.',
    ],
    [
      'ru',
      'Акции Норкрафта упали в понедельник в Осло.',
      'Акции Норкрафта упали в понедельник.',
      'Акции Норкрафта выросли в понедельник в Осло.',
    ],
    [
      'uk',
      'Акції Норкрафту впали у понеділок в Осло.',
      'Акції Норкрафту впали у понеділок.',
      'Акції Норкрафту зросли у понеділок в Осло.',
    ],
    [
      'tr',
      'Norkraft hisseleri pazartesi günü Oslo’da düştü.',
      'Norkraft hisseleri pazartesi günü düştü.',
      'Norkraft hisseleri pazartesi günü Oslo’da yükseldi.',
    ],
    [
      'ar',
      'ارتفعت أسعار السمك في أوسلو يوم الاثنين.',
      'ارتفعت أسعار السمك في أوسلو.',
      'انخفضت أسعار السمك في أوسلو يوم الاثنين.',
    ],
    [
      'fa',
      'قیمت ماهی در اسلو روز دوشنبه کاهش یافت.',
      'قیمت ماهی در اسلو روز دوشنبه کاهش یافت',
      'قیمت ماهی در اسلو روز دوشنبه افزایش یافت.',
    ],
    [
      'tr',
      'Kari Moen Vik’teki seçimi kazandı.',
      'Vik’teki seçimi Kari Moen kazandı.',
      'Kari Moen Vik’teki seçimi kaybetti.',
    ],
    ['ru', 'Суд арестовал мэра Кари Муэн.', 'Суд арестовал мэра.', 'Суд освободил мэра Кари Муэн.'],
  ])('%s: finds the opposite of "%s"', (language, source, held, wrong) => {
    expect(problemsOf(held, source, language)).toEqual([])
    expect(problemsOf(wrong, source, language).join()).toMatch(/the cited text says ".*", not ".*"/)
  })

  it.each([
    ['the other side', 'Harstad won against Tromdal in Vik.', 'Tromdal lost against Harstad in Vik.'],
    [
      'both',
      'Shares of Norkraft fell on Monday, but rose on Tuesday.',
      'Shares of Norkraft rose on Tuesday.',
    ],
    [
      'the other part of a trade',
      'Norkraft bought the boats from Ola Berg.',
      'Ola Berg sold the boats to Norkraft.',
    ],
    ['a denied opposite', 'Shares of Norkraft did not fall on Monday.', 'Shares of Norkraft rose on Monday.'],
    [
      'what another sentence tells',
      'Shares of Norkraft fell in Oslo. Later shares of Norkraft climbed in Oslo.',
      'Shares of Norkraft in Oslo rose.',
    ],
  ])('lets pass %s', (_, source, held) => {
    expect(problemsOf(held, source, 'en')).toEqual([])
  })
})
