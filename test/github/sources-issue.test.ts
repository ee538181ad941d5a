import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sourcesIssue } from '../../.github/scripts/sources-issue.ts'
import type { SourceHealth } from '../../src/records/message.ts'
import { aSource } from '../fakes/findings.ts'

const failing = (sourceId: string, own: Partial<SourceHealth> = {}) =>
  aSource({
    sourceId,
    name: `The ${sourceId}`,
    state: 'failing',
    finding: { kind: 'failing', failure: 'timeout', times: 1 },
    ...own,
  })
const well = (sourceId: string) => aSource({ sourceId })

describe('sourcesIssue', () => {
  it('names what failed each time, and how it did the last time', () => {
    const first = [failing('gazette'), failing('herald'), well('mirror')]
    const gone = failing('gazette', { state: 'gone', finding: { kind: 'gone' } })
    const issue = sourcesIssue([first, [gone, well('herald'), failing('mirror')]])
    expect(issue?.title).toBe('Source pack: 1 of 3 sources want somebody to look at them')
    expect(issue?.body).toContain('The gazette (Türkiye, private)')
    expect(issue?.body).toMatch(/closed for good/iu)
    expect(issue?.body).not.toMatch(/The herald|The mirror/u)
  })

  it('says nothing where all answered once', () => {
    expect(sourcesIssue([[failing('gazette')], [well('gazette')]])).toBeNull()
    expect(sourcesIssue([[well('gazette')], [well('gazette')]])).toBeNull()
  })

  it('puts what is gone before what fails, and what fails before what is silent', () => {
    const silent = failing('silent', { state: 'silent', finding: { kind: 'silent', days: 9 } })
    const gone = failing('gone', { state: 'gone', finding: { kind: 'gone' } })
    const body = sourcesIssue([[silent, failing('failing'), gone]])?.body ?? ''
    expect([...body.matchAll(/The (gone|failing|silent)/gu)].map(([, name]) => name)).toEqual([
      'gone',
      'failing',
      'silent',
    ])
  })

  it('fits into an issue however many fail, and counts what it leaves out', () => {
    const many = Array.from({ length: 400 }, (_, n) => failing(`paper-${n}`))
    const body = sourcesIssue([many])?.body ?? ''
    expect(body.length).toBeLessThan(65_536)
    const rows = body.match(/The paper-/gu)?.length ?? 0
    expect(rows).toBeGreaterThan(100)
    expect(body).toContain(`And ${400 - rows} more`)
  })

  it('makes no markup of names', () => {
    const body = sourcesIssue([[failing('x', { name: '<img src=x> | [a](https://b.example)' })]])?.body ?? ''
    expect(body).toContain('\\<img src=x>')
    expect(body).not.toContain('[a](https://b.example)')
  })
})

const callSchema = z.array(z.object({ args: z.array(z.string()), input: z.string() }))

/** The script with a `gh` that keeps what it is told, and knows of one open issue or none. */
describe('report-sources', { timeout: 30_000 }, () => {
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'dragoman-gh-'))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  async function report(open: string, ...examinations: readonly SourceHealth[][]) {
    const gh = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs')
const args = process.argv.slice(2)
appendFileSync('${home}/calls', JSON.stringify({ args, input: readFileSync(0, 'utf8') }) + '\\n')
if (args[1] === 'list') console.log('${open}')
`
    writeFileSync(join(home, 'gh'), gh)
    chmodSync(join(home, 'gh'), 0o755)
    const files = examinations.map((sources, n) => {
      const file = join(home, `${n}.json`)
      writeFileSync(file, JSON.stringify({ store: null, model: null, sources }))
      return file
    })
    const { promise, resolve } = Promise.withResolvers<string>()
    const { PATH, NODE_COMPILE_CACHE } = process.env
    const env = { PATH: `${home}${delimiter}${PATH}`, NODE_COMPILE_CACHE }
    execFile(process.execPath, ['.github/scripts/report-sources.ts', ...files], { env }, (_, __, errors) =>
      resolve(errors),
    )
    const errors = await promise
    const calls = existsSync(join(home, 'calls'))
      ? callSchema.parse(
          readFileSync(join(home, 'calls'), 'utf8')
            .trim()
            .split('\n')
            .map((line): unknown => JSON.parse(line)),
        )
      : []
    return { errors, calls: calls.filter(({ args }) => args[0] === 'issue' && args[1] !== 'list') }
  }

  it('opens an issue where none is open', async () => {
    const { calls, errors } = await report('', [failing('gazette')], [failing('gazette'), well('herald')])
    expect(errors).toBe('')
    expect(calls).toEqual([
      {
        args: [
          'issue',
          'create',
          '--label',
          'source-pack',
          '--title',
          'Source pack: 1 of 2 sources want somebody to look at them',
          '--body-file',
          '-',
        ],
        input: expect.stringContaining('The gazette'),
      },
    ])
  })

  it('writes the open one anew instead of opening another', async () => {
    const { calls } = await report('7', [failing('gazette'), well('herald')])
    expect(calls.map(({ args }) => args.slice(0, 3))).toEqual([['issue', 'edit', '7']])
    expect(calls[0]?.input).toContain('The gazette')
  })

  it('closes it when all is well, and then leaves it alone', async () => {
    const { calls } = await report('7', [well('gazette')])
    expect(calls.map(({ args }) => args.slice(0, 3))).toEqual([['issue', 'close', '7']])
    expect((await report('', [well('gazette')])).calls).toHaveLength(1)
  })

  it('changes nothing where the machine was cut off, or doctor told nothing', async () => {
    const cut = failing('gazette', { finding: { kind: 'failing', failure: 'unreachable', times: 1 } })
    const { calls, errors } = await report('7', [cut, { ...cut, sourceId: 'herald' }])
    expect(calls).toEqual([])
    expect(errors).toContain('the machine is cut off')
    expect((await report('7', [])).errors).toContain('doctor --json')
  })
})
