import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCutOff } from '../../src/cli/examine.ts'
import { ADVICE } from '../../src/records/ports/chat-memory.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { runDragoman } from './run-dragoman.ts'

// Nothing listens at port 1.
const source = (id: string): string =>
  `  - { id: ${id}, name: ${id}, homepage: "https://${id}.example/", feed: "http://127.0.0.1:1/${id}", country: LB, language: en, ownership: private, region: middle-east }\n`

describe('isCutOff', () => {
  it.each([
    ['every source is unreachable', ['unreachable', 'unreachable'], true],
    ['one answered', ['unreachable', null], false],
    ['one refused, and so was reached', ['unreachable', 'refused'], false],
    ['there is one source only: its own remedy helps more', ['unreachable'], false],
    ['nothing was read', ['unread', 'unread'], false],
  ])('when %s', (_what, failures, expected) => {
    expect(isCutOff(failures)).toBe(expected)
  })
})

describe('a machine without a network', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-cut-off-'))
  const env = {
    DRAGOMAN_CONFIG: home,
    DRAGOMAN_DATA: join(home, 'data'),
    DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
  }
  beforeAll(() => {
    writeFileSync(join(home, 'sources.yaml'), `sources:\n${source('one')}${source('two')}`)
    writeFileSync(
      join(home, 'briefings.yaml'),
      'briefings:\n  - { id: morning, title: Morning, at: ["08:00"] }\n',
    )
  })
  afterAll(() => rmSync(home, { recursive: true }))

  it('is told of once by doctor, not once for every source', async () => {
    const { code, out } = await runDragoman(['doctor'], { env })
    expect(out).toMatch(/none of 2 can be reached: is this machine on the network\?/u)
    expect(out).not.toContain('never answered')
    expect(code).toBe(3)
  })

  it('keeps doctor from nothing else: what would make more of the bot work is told', async () => {
    const store = await openSqliteStore(join(home, 'data', 'dragoman.sqlite'))
    await store.remember({ platform: 'slack', kind: ADVICE, id: 'T1' }, 'Install it again.')
    await store.close()
    const { out } = await runDragoman(['doctor'], { env })
    expect(out).toContain('advice    slack:T1: Install it again.')
  })

  it('is told of by brief, which calls nothing quiet', async () => {
    const { code, out, err } = await runDragoman(['brief'], { env })
    expect(err).toMatch(/^none of 2 can be reached/u)
    expect(out).toContain('0 of 2 sources answered')
    expect(out).not.toContain('Nothing new')
    expect(code).toBe(3)
  })
})
