import { expect, it } from 'vitest'
import type { Subscription } from '../../src/records/subscription.ts'
import { judgeAddition, type Standing } from '../../src/subscriptions/judge-addition.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

const ADA = 'slack:T1/U1'

const follow = (nth: number): Subscription =>
  aSubscription({ id: `f${nth}`, kind: 'follow', story: `s${nth}`, owner: ADA, to: `slack:T1/C${nth}` })

const standing = (all: readonly Subscription[]): Standing => ({
  subscriptions: async ({ to, owner } = {}) =>
    all.filter((one) => (to === undefined || one.to === to) && (owner === undefined || one.owner === owner)),
  quietHours: async () => new Map(),
})

it('lets a person follow twenty-five stories, wherever they speak', async () => {
  const all = Array.from({ length: 25 }, (_, nth) => follow(nth))
  expect(await judgeAddition(follow(25), standing(all.slice(1)))).toEqual({ status: 'kept' })
  expect(await judgeAddition(follow(25), standing(all))).toEqual({ status: 'owner-full' })
})
