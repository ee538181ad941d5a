import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerTo, asking } from '../../fakes/discord/asking.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord()
})
afterEach(() => bot.close())

const ada = (somebody: Parameters<typeof asking>[1] = {}) => asking(bot.discord, somebody)

/** Returns every `custom_id` in a body. */
const idsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'custom_id' in value && typeof value.custom_id === 'string' ? [value.custom_id] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}

/** Returns the id of the button that shows an answer to the channel; empty if there is none. */
const shareIn = ({ messages }: Awaited<ReturnType<typeof answerTo>>): string =>
  messages.flatMap(({ body }) => idsIn(body)).find((id) => id.slice(17).startsWith('share ')) ?? ''

describe('a private answer that says the same to everybody', () => {
  it.each([
    ['search', { words: '"two Yemeni delegations" OR bridge', since: 'monday' }],
    ['search', { words: 'bridge' }],
    ['sources list', {}],
    ['why', { address: 'https://levant-post.example/bridge' }],
  ])('can be shown to the channel: %s %o', async (path, options) => {
    const alone = await answerTo(ada().news(path, options))
    expect(alone.isPrivate).toBe(true)
    const shared = await answerTo(ada().press(shareIn(alone)))
    expect(shared.isPrivate).toBe(false)
    expect(shared.text).not.toContain('share ')
    expect(alone.text.slice(0, 20)).toBe(shared.text.slice(0, 20))
  })

  it('can be a story that was looked up', async () => {
    const alone = await answerTo(
      ada().lookUp('What do we know about this?', { content: 'https://levant-post.example/bridge' }),
    )
    const shared = await answerTo(ada().press(shareIn(alone)))
    expect(shared.text).toContain('Bosporus Daily')
    expect(shared.isPrivate).toBe(false)
  })

  it('is not what concerns its asker alone, nor one where the bot is no member', async () => {
    for (const path of ['subscriptions', 'settings', 'help'])
      expect(shareIn(await answerTo(ada().news(path)))).toBe('')
    const outside = { guild: '200000000000000099', channel: '300000000000000099', isOutside: true }
    expect(shareIn(await answerTo(ada(outside).news('search', { words: 'bridge' })))).toBe('')
  })

  it('is not one whose question is too long for a button', async () => {
    const words = Array.from({ length: 12 }, (_, n) => `word${n}`).join(' OR ')
    expect(shareIn(await answerTo(ada().news('search', { words })))).toBe('')
  })
})
