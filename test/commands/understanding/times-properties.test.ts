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

/** Zones whose clocks move, at all hours of the year, and that never do. */
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
