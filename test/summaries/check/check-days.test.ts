import { describe, expect, it } from 'vitest'
import { checkSentences } from '../../../src/summaries/check-sentence.ts'
import { dayOf } from '../../../src/summaries/check/days.ts'
import { readWords } from '../../../src/summaries/check/read-words.ts'

const problemsOf = (text: string, source: string, language: string): readonly string[] =>
  checkSentences({ sources: [{ id: 'a', text: source }], sentences: [{ text, cites: ['a'] }], language })[0]
    ?.problems ?? []

const daysIn = (text: string, language: string): readonly string[] => {
  const words = readWords(text, language)
  return words.flatMap((word) => dayOf(word, words, language)?.id ?? [])
}

describe('dayOf', () => {
  it.each([
    ['en', 'On Monday she may march', ['weekday 1']],
    ['en', 'tomorrow, May 3', ['relative 1', 'month 4']],
    ['fr', 'lundi 3 août', ['weekday 1', 'month 7']],
    ['es', 'sábado, luna de mayo', ['weekday 6', 'month 4']],
    ['de', 'am Dienstag im März', ['weekday 2', 'month 2']],
    ['ru', 'во вторник и в пятницу, 5 марта', ['weekday 2', 'weekday 5', 'month 2']],
    ['uk', "у п'ятницю, вівторка січня", ['weekday 5', 'weekday 2', 'month 0']],
    ['tr', 'pazartesi günü, perşembeye, temmuzda', ['weekday 1', 'weekday 4', 'month 6']],
    ['ar', 'يوم الاثنين والثلاثاء في شباط', ['weekday 1', 'weekday 2', 'month 1']],
    ['fa', 'سه شنبه و سه‌شنبه و شنبه', ['weekday 2', 'weekday 2', 'weekday 6']],
  ])('%s: reads "%s"', (language, text, days) => {
    expect(daysIn(text, language)).toEqual(days)
  })
})

describe('checkDays', () => {
  it.each([
    ['fr', 'Le procès de Kari Moen commence lundi à Oslo.', 'lundi', 'mardi'],
    ['es', 'El juicio de Kari Moen empieza el lunes en Oslo.', 'lunes', 'martes'],
    ['ru', 'Суд над Кари Муэн начнется в понедельник в Осло.', 'в понедельник', 'во вторник'],
    ['uk', 'Суд над Карі Муен почнеться у понеділок в Осло.', 'понеділок', 'вівторок'],
    ['tr', 'Kari Moen davası Oslo’da pazartesi günü başlıyor.', 'pazartesi', 'perşembe'],
    ['ar', 'تبدأ محاكمة رئيس البلدية يوم الخميس في أوسلو.', 'الخميس', 'الجمعة'],
    ['fa', 'دادگاه شهردار روز دوشنبه در اسلو آغاز می‌شود.', 'دوشنبه', 'پنجشنبه'],
    ['fr', 'Le procès de Kari Moen commence en mai à Oslo.', 'mai', 'juin'],
    ['ru', 'Суд над Кари Муэн начнется 5 марта в Осло.', 'марта', 'апреля'],
    ['es', 'El juicio de Kari Moen empezó ayer en Oslo.', 'ayer', 'hoy'],
  ])('%s: finds another day in small letters: %s', (language, source, day, other) => {
    expect(problemsOf(source, source, language)).toEqual([])
    expect(problemsOf(source.replace(day, other), source, language).join()).toContain(
      'is not in the cited text',
    )
  })

  it.each([
    [
      'en',
      'The trial of Kari Moen begins on Monday in Oslo. The talks on fish are held on Tuesday in Vik.',
      'The trial of Kari Moen begins on Tuesday.',
    ],
    [
      'de',
      'Der Prozess gegen Kari Moen beginnt am Montag. Die Gespräche beginnen am Dienstag in Vik.',
      'Der Prozess gegen Kari Moen beginnt am Dienstag.',
    ],
    [
      'fr',
      'Le procès de Kari Moen commence lundi à Oslo. La réunion sur la pêche a lieu mardi à Vik.',
      'Le procès de Kari Moen commence mardi.',
    ],
  ])('%s: finds the day of something else', (language, source, wrong) => {
    expect(problemsOf(wrong, source, language).join()).toContain('of another day')
  })

  it.each([
    ['ru', 'Муэн ждет от фирмы новых мер для рек.', 'Муэн ждет мер для рек и среды.'],
    ['tr', 'Kari Moen Vik’te balık satıyor.', 'Kari Moen Vik’te pazar balık satıyor.'],
    ['fr', 'Le procès commence lundi.', 'Le procès commence demain, lundi.'],
    [
      'en',
      'The trial of Kari Moen begins on Monday and ends on Tuesday.',
      'The trial of Kari Moen ends on Tuesday.',
    ],
  ])('%s: does not doubt %s', (language, source, held) => {
    expect(problemsOf(held, source, language).filter((problem) => !problem.includes('does not say'))).toEqual(
      [],
    )
  })
})
