import { describe, expect, it } from 'vitest'
import { aNewsroom } from '../fakes/newsroom.ts'

describe('a word to follow', () => {
  it.each([
    ['subscribe wheat', { expression: 'wheat' }],
    ['subscribe wheat daily at 8', { expression: 'wheat', at: ['08:00'] }],
    ['subscribe corridor deal', { expression: '"corridor deal"' }],
    ['subscribe syria wheat alert', { countries: ['SY'], expression: 'wheat', kind: 'alert' }],
    ['subscribe wheat zone:Europe/Berlin', { expression: 'wheat', zone: 'Europe/Berlin' }],
    ['subscribe truce yemen', { countries: ['YE'], expression: 'truce' }],
    ['abonner blé', { expression: 'blé' }],
    ['اشترك القمح', { expression: 'القمح' }],
  ])('needs no option of its own: %s', async (text, expected) => {
    const { ask, store } = await aNewsroom()
    expect(await ask(text)).toMatchObject({ kind: 'subscription', change: 'made' })
    expect(await store.subscriptions()).toMatchObject([expected])
  })

  it('is told as what it is, and can be taken back', async () => {
    const { ask, store } = await aNewsroom()
    expect(await ask('subscribe wheat')).toMatchObject({
      subscription: { filter: 'containing wheat' },
      actions: expect.arrayContaining([expect.objectContaining({ label: 'action.undo' })]),
    })
    await ask('undo')
    expect(await store.subscriptions()).toEqual([])
  })

  it.each(['subscribe wheet', 'subscribe lebannon', 'subscribe syria 2026', 'briefing wheat zzyzx'])(
    'is none where it may be a slip of the hand, or is asked for now: %s',
    async (text) => {
      const { told, store } = await aNewsroom()
      expect(await told(text)).toContain('I don’t know')
      expect(await store.subscriptions()).toEqual([])
    },
  )
})
