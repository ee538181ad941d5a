import type { Subscription } from '../../src/records/subscription.ts'

/** A daily briefing of everything at eight, Istanbul time; override what matters. */
export function aSubscription(own: Partial<Subscription> = {}): Subscription {
  return {
    id: 'morning',
    title: 'Morning',
    to: 'terminal:here',
    at: ['08:00'],
    days: 'daily',
    zone: 'Europe/Istanbul',
    language: 'en',
    stories: 10,
    perSection: 10,
    owner: null,
    kind: 'briefing',
    quiet: null,
    alert: null,
    state: 'active',
    createdAt: 0,
    ...own,
  }
}
