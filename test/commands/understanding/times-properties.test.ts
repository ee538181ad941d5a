import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { understand } from '../../../src/commands/understanding/understand.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { anyCharacter } from '../../fakes/any-character.ts'
import { effort } from '../../effort.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'

const { view } = await aNewsroom()
const commands = allCommands(view)
const meant = (text: string, now: number, zone: string) =>
  understand(text, { nameIndex: view.nameIndex, now, zone })

/** Zones whose clocks change, at different times of the year, and zones whose clocks never do. */
const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Tehran',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
)
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) })

describe('times in any zone, also where clocks move', () => {
  it.each(['yesterday', 'dün', 'أمس', 'دیروز', 'hier', 'gestern', 'вчера', 'ayer'])(
    '%s is the whole day before',
    (word) => {
      fc.assert(
        fc.property(zones, instants, (zone, now) => {
          const { from, to } = meant(`Iran ${word}`, now, zone)
          const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay()
          expect(to).toBe(today.epochMilliseconds)
          expect(from).toBe(today.subtract({ days: 1 }).startOfDay().epochMilliseconds)
        }),
        { numRuns: effort(200) },
      )
    },
  )

  it('a weekday begins at the beginning of a day, at most a week ago', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    fc.assert(
      fc.property(zones, instants, fc.constantFrom(...days), (zone, now, day) => {
        const { from } = meant(`iran since ${day}`, now, zone)
        const begun = Temporal.Instant.fromEpochMilliseconds(from ?? 0).toZonedDateTimeISO(zone)
        expect(begun.startOfDay().epochMilliseconds).toBe(from)
        expect(days[begun.dayOfWeek - 1]).toBe(day)
        const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
        const ago = begun.toPlainDate().until(today).days
        expect(ago).toBeGreaterThanOrEqual(1)
        expect(ago).toBeLessThanOrEqual(7)
      }),
      { numRuns: effort(200) },
    )
  })

  it.each([
    'this week',
    'bu hafta',
    'هذا الأسبوع',
    'این هفته',
    'cette semaine',
    'diese Woche',
    'на этой неделе',
    'esta semana',
  ])('%s begins with its Monday', (words) => {
    fc.assert(
      fc.property(zones, instants, (zone, now) => {
        const { from } = meant(`iran ${words}`, now, zone)
        const begun = Temporal.Instant.fromEpochMilliseconds(from ?? 0).toZonedDateTimeISO(zone)
        expect(begun.startOfDay().epochMilliseconds).toBe(from)
        expect(begun.dayOfWeek).toBe(1)
        expect(now - (from ?? 0)).toBeLessThan(8 * 24 * 3_600_000)
      }),
      { numRuns: effort(100) },
    )
  })

  it('a date is its whole day there, the last that is not to come', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 1, max: 28 }), (zone, now, day) => {
        const { from, to } = meant(`iran on ${day} february`, now, zone)
        const begun = Temporal.Instant.fromEpochMilliseconds(from ?? 0).toZonedDateTimeISO(zone)
        expect([begun.month, begun.day, begun.startOfDay().epochMilliseconds]).toEqual([2, day, from])
        expect(from ?? 0).toBeLessThanOrEqual(now)
        const end = begun.add({ days: 1 }).startOfDay().epochMilliseconds
        expect(to).toBe(end <= now ? end : null)
      }),
      { numRuns: effort(200) },
    )
  })

  it('what rests until a day begins again with that day, within a week', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    fc.assert(
      fc.property(zones, instants, fc.constantFrom(...days), (zone, now, day) => {
        const { word, to } = meant(`pause until ${day}`, now, zone)
        const end = Temporal.Instant.fromEpochMilliseconds(to ?? 0).toZonedDateTimeISO(zone)
        expect([word, days[end.dayOfWeek - 1]]).toEqual(['pause', day])
        expect(end.startOfDay().epochMilliseconds).toBe(to)
        expect(to ?? 0).toBeGreaterThan(now)
        expect((to ?? 0) - now).toBeLessThan(8 * 24 * 3_600_000)
      }),
      { numRuns: effort(200) },
    )
  })

  it('no period ends before it begins or begins in the future', () => {
    const said = [
      'this morning',
      'last night',
      'this week',
      'last 24 hours',
      'the weekend',
      'on 9 march',
      'since 8pm',
    ]
    fc.assert(
      fc.property(zones, instants, fc.constantFrom(...said), (zone, now, words) => {
        const { from, to } = meant(`iran ${words}`, now, zone)
        expect(from).not.toBeNull()
        expect(from ?? 0).toBeLessThanOrEqual(now)
        expect(to ?? Number.POSITIVE_INFINITY).toBeGreaterThan(from ?? 0)
      }),
      { numRuns: effort(300) },
    )
  })
})

const WORDS =
  'send me every monday at 8 from to 5 march without sport last night her sabah كل يوم الساعة هر روز ساعت tous les jours halb ' +
  'каждый las syria hezbollah #desk "a : - 3 ٣ 2026-03-01 until more second ?'

describe('whatever somebody types', () => {
  const said = fc.constantFrom(...WORDS.split(' '))

  it('is read without a fault', () => {
    const texts = fc.oneof(
      fc.array(said, { maxLength: 12 }).map((words) => words.join(' ')),
      fc.array(anyCharacter, { maxLength: 60 }).map((characters) => characters.join('')),
    )
    fc.assert(
      fc.property(texts, zones, instants, (text, zone, now) => {
        expect(() => meant(text, now, zone)).not.toThrow()
        expect(() => commands.read(text)).not.toThrow()
      }),
      { numRuns: effort(2_000) },
    )
  })
})
