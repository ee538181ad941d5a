import { expect, it } from 'vitest'

it('runs on a Node that strips types by itself', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(26)
})
