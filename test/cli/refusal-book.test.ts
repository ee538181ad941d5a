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
  book.note(['nothing-new', 'older-figure'])
  book.note(['nothing-new'])
  book.note([])
  expect(sayRefused(openRefusals(home, () => NOON).read())).toBe(
    'on 2026-03-10: nothing-new 2, older-figure 1',
  )
  openRefusals(home, () => NOON + DAY).note(['no-report'])
  expect(sayRefused(book.read())).toBe('on 2026-03-11: no-report 1')
})
