import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerAsk } from '../../src/cli/understand-lines.ts'
import { buildNameIndex } from '../../src/commands/name-index.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const nameIndex = buildNameIndex(loaded.settings)

interface Ask {
  readonly lang: string
  readonly kind: string
  readonly say: string
  readonly wish: object
}

/** Invented for this project, with what each asks for on Thursday 12 March 2026, 08:00 in Istanbul. */
const asks: readonly Ask[] = readFileSync(new URL('asks.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const WHEN = { now: '2026-03-12T08:00:00+03:00', zone: 'Europe/Istanbul' }

/** Whether it is understood as labelled, apart from the confidence. Each ask is read once. */
const isRight = (ask: Ask): boolean =>
  judged.getOrInsertComputed(
    ask,
    ({ say, wish }) => written(answerAsk({ id: say, say, ...WHEN }, nameIndex)) === written(wish),
  )

const judged = new Map<Ask, boolean>()

const written = (wish: object): string =>
  JSON.stringify(
    Object.entries(wish)
      .filter(([name]) => name !== 'id' && name !== 'sure')
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )

const share = (some: readonly Ask[]): number => some.filter(isRight).length / some.length

describe('what people say', () => {
  it('is understood whole, nearly always', () => {
    expect(share(asks)).toBeGreaterThan(0.96)
  })

  it.each([...Map.groupBy(asks, ({ lang }) => lang)])('is understood in %s', (_, some) => {
    expect(share(some)).toBeGreaterThan(0.92)
  })

  it.each([...Map.groupBy(asks, ({ kind }) => kind)])('is understood as a %s', (_, some) => {
    expect(share(some)).toBeGreaterThan(0.9)
  })
})
