import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runDragoman } from './run-dragoman.ts'

const home = mkdtempSync(join(tmpdir(), 'dragoman-prompt-'))
afterAll(() => rmSync(home, { recursive: true }))

it('keeps its log out of a conversation at the prompt, in a file for its owner', async () => {
  mkdirSync(join(home, 'config'))
  writeFileSync(
    join(home, 'config', 'sources.yaml'),
    'sources:\n  - { id: gazette, name: Gazette, homepage: "https://gazette.example/", feed: "http://127.0.0.1:9/", country: LB, language: en, ownership: private, region: middle-east }\n',
  )
  const env = {
    DRAGOMAN_CONFIG: join(home, 'config'),
    DRAGOMAN_DATA: join(home, 'data'),
    DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
  }
  const { out, err } = await runDragoman(['start', '--prompt'], { input: 'hello\nexit\n', env })
  const file = join(home, 'data', 'dragoman.log')
  expect(out).not.toBe('')
  expect(err).toBe(`The log goes to ${file}.\n`)
  expect(readFileSync(file, 'utf8')).toContain('started')
  expect(statSync(file).mode & 0o777).toBe(0o600)
}, 60_000)
