import { expect, it } from 'vitest'
import { storiesIn } from '../../src/records/delivery.ts'

it('counts a story as told where all parts that tell it arrived', () => {
  expect(
    storiesIn([
      { number: 0, state: 'arrived', id: '1', tells: ['a', 'b'] },
      { number: 1, state: 'doubtful', since: 0, tells: ['b', 'c'] },
      { number: 2, state: 'arrived', id: '3', tells: ['d'] },
    ]),
  ).toEqual(['a', 'd'])
})
