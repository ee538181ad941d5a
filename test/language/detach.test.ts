import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { analyse } from '../../src/language/words.ts'

const TEXTS = 1000
const LETTERS = 100_000

it('remembers a long word without the article that it was cut from', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const held = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const filler = '. '.repeat(LETTERS / 2)
  analyse('warm', 'en')
  const before = held()
  for (let at = 0; at < TEXTS; at++)
    expect(analyse(Buffer.from(`verylongwordofitsown${at}${filler}`).toString(), 'en')).toHaveLength(1)
  expect(held() - before).toBeLessThan((TEXTS * LETTERS) / 4)
})
