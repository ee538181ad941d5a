import { describe, expect, it } from 'vitest'
import { STORIES } from '../../src/subscriptions/limits.ts'
import type { Subscription } from '../../src/records/subscription.ts'
import { tellTheSame } from '../../src/subscriptions/judge-addition.ts'
import { aSubscription } from '../schedule/a-subscription.ts'

const ALERT = { outlets: 3, perHour: 4, cooldownHours: 12 }
const NIGHT = { from: '22:00', to: '07:00' }

describe('tellTheSame', () => {
  it.each<[string, Partial<Subscription>]>([
    ['place', { to: 'terminal:there' }],
    ['kind', { kind: 'hourly' }],
    ['time', { at: ['09:00'] }],
    ['days', { days: 'weekdays' }],
    ['zone', { zone: 'Asia/Tokyo' }],
    ['language', { language: 'tr' }],
    ['quiet hours', { quiet: NIGHT }],
    ['rule of alerts', { alert: ALERT }],
    ['length', STORIES.short],
    ['summaries', { model: true }],
    ['wish', { countries: ['SY'] }],
  ])('tells apart what differs in its %s', (_, own) => {
    expect(tellTheSame(aSubscription(own), aSubscription())).toBe(false)
  })

  it.each<[string, Partial<Subscription>, Partial<Subscription>]>([
    ['owner, name and age', { id: 'one', owner: 'ada', title: 'Mine', createdAt: 7 }, {}],
    ['state', { state: 'paused' }, {}],
    [
      'whether the zone of its quiet hours is written',
      { quiet: { ...NIGHT, zone: 'Europe/Istanbul' } },
      { quiet: NIGHT },
    ],
    ['whether it says that no model is wished for', { model: false }, {}],
  ])('does not look at %s', (_, own, other) => {
    expect(tellTheSame(aSubscription(own), aSubscription(other))).toBe(true)
  })
})
