import { expect, it } from 'vitest'
import { monthNames } from '../../src/words/names.ts'

it('names each month alone and behind a day', () => {
  const russian = [...monthNames(['ru'], ['long'])].filter(([, month]) => month === 3)
  expect(russian).toEqual([
    ['март', 3],
    ['марта', 3],
  ])
  expect([...monthNames(['en', 'fa'], ['long', 'short'])]).toHaveLength(2 * 2 * 2 * 12)
})
