import { describe, expect, it } from 'vitest'
import { readRhythm } from '../../../src/commands/reading/read-rhythm.ts'
import { toDays, WEEK } from '../../../src/subscriptions/days.ts'
import { SPOKEN } from '../../../src/language/languages.ts'
import { dayName } from '../../../src/words/names.ts'
import fc from 'fast-check'

describe('readRhythm', () => {
  it.each([
    ['monday and friday', 'weekly:mon,fri'],
    ['mon,wed,fri', 'weekly:mon,wed,fri'],
    ['mon, wed and fri', 'weekly:mon,wed,fri'],
    ['every monday and every thursday', 'weekly:mon,thu'],
    ['mondays & fridays', 'weekly:mon,fri'],
    ['weekly:mon,fri', 'weekly:mon,fri'],
    ['weekly on tuesday and friday', 'weekly:tue,fri'],
    ['sunday, saturday', 'weekends'],
    ['mon tue wed thu fri', 'weekdays'],
    ['mon-fri', 'weekdays'],
    ['monday to thursday', 'weekly:mon,tue,wed,thu'],
    ['fri-mon', 'weekly:mon,fri,sat,sun'],
    ['weekdays and sunday', 'weekly:mon,tue,wed,thu,fri,sun'],
    ['weekends', 'weekends'],
    ['weekdays and weekends', 'daily'],
    ['Mo, Mi, Fr', 'weekly:mon,wed,fri'],
    ['montags und freitags', 'weekly:mon,fri'],
    ['Montag bis Freitag', 'weekdays'],
    ['lundi et vendredi', 'weekly:mon,fri'],
    ['lun. mer. ven.', 'weekly:mon,wed,fri'],
    ['pazartesi ve cuma', 'weekly:mon,fri'],
    ['Pzt, Çar, Cum', 'weekly:mon,wed,fri'],
    ['الاثنين والجمعة', 'weekly:mon,fri'],
    ['الاثنين، الجمعة', 'weekly:mon,fri'],
    ['دوشنبه و جمعه', 'weekly:mon,fri'],
    ['سه‌شنبه و پنج‌شنبه', 'weekly:tue,thu'],
  ])('takes “%s” for %s', (typed, expected) => {
    expect(readRhythm(typed)).toBe(expected)
  })

  it.each([
    'so',
    'mo',
    'mar.',
    'monday and syria',
    'monday to',
    'to friday',
    'and',
    '-',
    ',,',
    'mon - - fri',
  ])('takes “%s” for none', (typed) => {
    expect(readRhythm(typed)).toBeNull()
  })

  it('understands any days as every language lists them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SPOKEN),
        fc.uniqueArray(fc.constantFrom(...WEEK), { minLength: 1 }),
        fc.constantFrom('long', 'short'),
        (language, weekdays, width) => {
          fc.pre(width === 'long' || weekdays.length > 1)
          const names = weekdays.map((day) => dayName(WEEK.indexOf(day) + 1, language, width))
          expect(readRhythm(names.join(', '))).toBe(toDays(weekdays))
        },
      ),
    )
  })
})
