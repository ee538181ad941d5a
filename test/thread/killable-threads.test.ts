import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('outlives that no thread can be started, and starts one when there is room', { timeout: 30_000 }, () => {
  const child = fileURLToPath(new URL('crowded-child.ts', import.meta.url))
  const script = ['-c', 'ulimit -n 128; exec "$0" "$1"', process.execPath, child]
  expect(execFileSync('sh', script, { timeout: 20_000, encoding: 'utf8' })).toBe(
    '["killed","killed","parsed"]\n',
  )
})
