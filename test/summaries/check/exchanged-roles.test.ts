import { describe, expect, it } from 'vitest'
import { checkSentences } from '../../../src/summaries/check-sentence.ts'

const doersIn = (text: string, source: string, language: string): readonly string[] =>
  (
    checkSentences({ sources: [{ id: 'a', text: source }], sentences: [{ text, cites: ['a'] }], language })[0]
      ?.problems ?? []
  ).filter((problem) => problem.includes('do this, not'))

describe('exchangedRoles', () => {
  it.each([
    [
      'en',
      'Petra Lund criticised Jonas Vik on Monday in Oslo.',
      'Jonas Vik was criticised by Petra Lund on Monday.',
      'Jonas Vik criticised Petra Lund on Monday.',
    ],
    [
      'fr',
      'Petra Lund a critiqué Jonas Vik lundi à Oslo.',
      'Jonas Vik a été critiqué par Petra Lund lundi.',
      'Jonas Vik a critiqué Petra Lund lundi.',
    ],
    [
      'es',
      'Petra Lund criticó a Jonas Vik el lunes en Oslo.',
      'Jonas Vik fue criticado por Petra Lund el lunes.',
      'Jonas Vik criticó a Petra Lund el lunes.',
    ],
    [
      'de',
      'Petra Lund kritisierte Jonas Vik am Montag in Oslo.',
      'Jonas Vik wurde am Montag von Petra Lund kritisiert.',
      'Jonas Vik kritisierte Petra Lund am Montag.',
    ],
    [
      'ru',
      'Волков раскритиковал Петрова в понедельник в Осло.',
      'Петрова раскритиковал Волков в понедельник.',
      'Петров раскритиковал Волкова в понедельник.',
    ],
    [
      'uk',
      'Коваленко розкритикував Петренка у понеділок в Осло.',
      'Петренка розкритикував Коваленко у понеділок.',
      'Петренко розкритикував Коваленка у понеділок.',
    ],
    [
      'tr',
      'Petra Lund pazartesi günü Jonas Vik’i eleştirdi.',
      'Jonas Vik’i pazartesi günü Petra Lund eleştirdi.',
      'Jonas Vik pazartesi günü Petra Lund’u eleştirdi.',
    ],
  ])('%s: finds who did what the other did', (language, source, held, wrong) => {
    expect(doersIn(source, source, language)).toEqual([])
    expect(doersIn(held, source, language)).toEqual([])
    expect(doersIn(wrong, source, language)).toHaveLength(1)
  })

  it.each([
    ['en', 'who met whom', 'Petra Lund met Jonas Vik.', 'Jonas Vik met Petra Lund on Monday.'],
    ['en', 'what both did', 'Lund called Vik. Later Vik called Lund.', 'Vik called Lund on Monday.'],
    ['en', 'who somebody is', 'Lund, mayor of Vik, met Berg.', 'Vik mayor Lund met Berg on Monday.'],
    ['ru', 'a passive', 'Волков раскритиковал Петрова.', 'Петров раскритикован Волковым в понедельник.'],
    [
      'de',
      'an object that opens',
      'Petra Lund kritisierte Jonas Vik.',
      'Den Jonas Vik kritisierte Petra Lund.',
    ],
  ])('%s: lets pass %s', (language, _, source, held) => {
    expect(doersIn(held, source, language)).toEqual([])
  })
})
