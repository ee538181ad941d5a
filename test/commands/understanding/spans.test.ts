import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/commands/reading/parse-input.ts'
import { isPossible } from '../../../src/commands/understanding/to-input.ts'
import { understand } from '../../../src/commands/understanding/understand.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const { view } = await aNewsroom()
const { nameIndex } = view

/** Thursday, 8 in the morning. */
const NOW = Date.parse('2026-03-12T08:00:00+03:00')
const ZONE = 'Europe/Istanbul'

function meant(typed: string, now = NOW, zone = ZONE) {
  const cleaned = cleanText(typed)
  return understand(cleaned.status === 'clean' ? cleaned.text : '', { nameIndex, now, zone })
}

const local = (at: number | null): string =>
  at === null
    ? '…'
    : Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(ZONE)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .slice(5)

/** Returns the period that a text means, in local time. */
function period(text: string): string {
  const { from, to } = meant(text)
  return `${local(from)} ${local(to)}`
}

describe('the day until which something rests', () => {
  it.each([
    ['pause iraq until 15 march 2026', '03-15T00:00'],
    ['pause iraq until 2026-04-01', '04-01T00:00'],
    ['pausiere den Irak bis zum 15.04.2026', '04-15T00:00'],
    ['pausiere den Irak bis zum 15. März 2026', '03-15T00:00'],
    ['pausa Irak hasta el 15 de marzo de 2026', '03-15T00:00'],
    ['приостанови Ирак до 15 марта 2026', '03-15T00:00'],
    ['pause iraq until 15/04/2026', '04-15T00:00'],
    ['pause iraq until the 20th', '03-20T00:00'],
    ['pause iraq until the 5th', '04-05T00:00'],
  ])('is the day that was named: %s', (typed, to) => {
    const wish = meant(typed)
    expect(wish).toMatchObject({ word: 'pause', isOver: false })
    expect(local(wish.to)).toBe(to)
  })

  it.each(['pause iraq until yesterday', 'iraq daily until 10 march 2025'])('is over: %s', (typed) => {
    expect(meant(typed).isOver).toBe(true)
  })

  it('does not make a story rest that is muted', () => {
    expect(meant('mute that until friday').word).toBe('mute')
    expect(meant('mute my notifications until friday').word).toBe('pause')
  })
})

describe('the last day of a name', () => {
  it('is no story of a list', () => {
    expect(meant('what happened last monday')).toMatchObject({ word: 'briefing', story: null })
    expect(period('what happened last monday')).toBe('03-09T00:00 03-10T00:00')
  })
})

describe('how long a subscription lasts', () => {
  it.each([
    ['iraq daily for two weeks', '… 03-26T08:00'],
    ['Irak täglich für zwei Wochen', '… 03-26T08:00'],
    ['iki hafta boyunca her gün Irak', '… 03-26T08:00'],
    ['العراق كل يوم لمدة أسبوعين', '… 03-26T08:00'],
    ['iraq daily at 8 from tomorrow', '03-13T00:00 …'],
    ['l’Irak tous les jours à partir de lundi', '03-16T00:00 …'],
    ['yarından itibaren her gün 8’de Irak', '03-13T00:00 …'],
    ['iraq daily at 8 starting next monday until 1 april', '03-16T00:00 04-01T00:00'],
    ['iraq daily from monday to friday at 8', '… …'],
  ])('is its own, beside its days: %s', (typed, span) => {
    const { startsAt, to } = meant(typed)
    expect(`${local(startsAt)} ${local(to)}`).toBe(span)
  })
})

describe('a rhythm that no subscription has', () => {
  it.each([
    'iraq first monday of each month',
    'iraq every second monday at 8',
    'Irak cada 3 días',
    'l’Irak tous les 15 jours',
    'Irak alle 3 Tage',
  ])('is told as such: %s', (typed) => {
    expect(isPossible(meant(typed))).toBe(false)
  })

  it.each(['iraq every day', 'iraq every monday', 'iraq every 3 hours', 'iraq on the 15th of every month'])(
    'is another than: %s',
    (typed) => {
      expect(isPossible(meant(typed))).toBe(true)
    },
  )
})
