import { expect, it } from 'vitest'
import { aboutOf } from '../../src/briefings/match-stories.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

it.each([
  ['grain NOT wheat', true],
  ['grain AND (NOT wheat OR NOT rye)', true],
  ['grain AND NOT (wheat AND NOT rye)', false],
])('leaves to the store what it can judge by articles: %s', (expression, isAsked) => {
  const about = aboutOf(aSubscription({ expression }), { regions: [], topics: [] })
  expect('expression' in about).toBe(isAsked)
})
