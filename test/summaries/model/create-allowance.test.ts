import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createAllowance } from '../../../src/summaries/model/create-allowance.ts'
import { openSpentBook } from '../../../src/summaries/model/create-allowance.ts'
import { inMemory } from './in-memory.ts'

const DAY = 24 * 3_600_000

describe('createAllowance', () => {
  it('sets tokens aside until a call is settled', () => {
    const allowance = createAllowance(100, () => 0, inMemory())
    const first = allowance.reserve(60)
    expect(allowance.reserve(60)).toBeNull()
    first?.settle(10)
    expect(allowance.reserve(60)).not.toBeNull()
  })

  it('begins anew each day, and settles nothing into the next', () => {
    let now = DAY - 1
    const allowance = createAllowance(100, () => now, inMemory())
    const late = allowance.reserve(90)
    now = DAY
    late?.settle(5_000)
    expect(allowance.reserve(100)).not.toBeNull()
    expect(allowance.reserve(1)).toBeNull()
  })
})

function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'dragoman-spent-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return directory
}

describe('openSpentBook', () => {
  it('remembers over a restart what the day has cost', () => {
    const directory = aDirectory()
    const begin = () => createAllowance(100, () => DAY, openSpentBook(join(directory, 'tokens.json')))
    begin().reserve(60)?.settle(70)
    expect(begin().reserve(40)).toBeNull()
    expect(begin().reserve(30)).not.toBeNull()
    expect(readdirSync(directory)).toEqual(['tokens.json'])
  })

  it('takes a spoilt file for nothing spent', () => {
    const file = join(aDirectory(), 'tokens.json')
    writeFileSync(file, '{"day":1,"tokens":"ma')
    expect(openSpentBook(file).read()).toBeNull()
  })

  it('counts for itself where it cannot write', () => {
    const allowance = createAllowance(100, () => 0, openSpentBook(join(aDirectory(), 'gone', 'tokens.json')))
    allowance.reserve(60)
    expect(allowance.reserve(60)).toBeNull()
  })
})
