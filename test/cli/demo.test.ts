import { expect, it } from 'vitest'
import { runDragoman } from './run-dragoman.ts'

it('heads the demo in the language that is asked for', { timeout: 120_000 }, async () => {
  const { out, code } = await runDragoman(['demo', '--json'], { env: { DRAGOMAN_LANGUAGE: 'fa' } })
  expect(JSON.parse(out).briefing).toMatchObject({ title: 'جهان در شمارهٔ نمونه', language: 'fa' })
  expect(code).toBe(0)
})
