import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LONG_RUNS } from './longest-first.ts'

it('begins with files that exist', () => {
  expect(LONG_RUNS.filter((file) => !existsSync(file))).toEqual([])
})
