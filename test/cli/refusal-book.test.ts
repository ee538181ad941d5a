import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openRefusals, sayRefused } from '../../src/cli/refusal-book.ts'

const home = mkdtempSync(join(tmpdir(), 'dragoman-refusals-'))
afterAll(() => rmSync(home, { recursive: true }))

const NOON = Date.UTC(2026, 2, 10, 12)
const DAY = 24 * 3_600_000

it('counts what was refused on the last day, for whoever opens the book later', () => {
  expect(sayRefused(openRefusals(home, () => NOON).read())).toBe('nothing yet')
  const book = openRefusals(home, () => NOON)
  book.note('dam', ['nothing-new', 'older-figure'])
  book.note('strike', ['nothing-new'])
  book.note('quake', [])
  expect(sayRefused(openRefusals(home, () => NOON).read())).toBe(
    'on 2026-03-10: nothing-new 2, older-figure 1',
  )
  openRefusals(home, () => NOON + DAY).note('dam', ['no-report'])
  expect(sayRefused(book.read())).toBe('on 2026-03-11: no-report 1')
})

it('counts a reason once a day for a story and its section, however often it is composed', () => {
  let now = NOON + 10 * DAY
  const book = openRefusals(home, () => now)
  for (let minute = 0; minute < 3; minute++) {
    book.note('dam', ['older-figure', 'older-figure'])
    book.note('dam', ['wrong-section'], 'europe')
  }
  book.note('dam', ['wrong-section'], 'asia')
  expect(sayRefused(book.read())).toBe('on 2026-03-20: wrong-section 2, older-figure 1')
  now += DAY
  book.note('dam', ['older-figure'])
  expect(sayRefused(book.read())).toBe('on 2026-03-21: older-figure 1')
})
