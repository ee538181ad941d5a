import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerTo, asking } from '../../fakes/discord/asking.ts'
import { DESK, GUILD } from '../../fakes/discord/discord-bench.ts'
import { newsroomOnDiscord, type NewsroomOnDiscord } from '../../fakes/discord/newsroom-on-discord.ts'

let bot: NewsroomOnDiscord
beforeEach(async () => {
  bot = await newsroomOnDiscord()
})
afterEach(() => bot.close())

const muted = async () => [...((await bot.newsroom.store.muted()).get(`discord:${GUILD}/${DESK}`) ?? [])]

describe('a story that somebody mutes in Discord', () => {
  it('is muted before the eyes of all, with who wished it, and so it is taken back', async () => {
    const ada = asking(bot.discord)
    const { text, isPrivate } = await answerTo(ada.news('mute', { story: 'sbridge' }))
    expect(text).toContain('Ada muted a story here.')
    expect(isPrivate).toBe(false)
    expect(await muted()).toEqual(['sbridge'])
    const back = await answerTo(ada.news('unmute', { story: 'sbridge' }))
    expect(back.text).toContain('Ada undid a mute.')
    expect(back.isPrivate).toBe(false)
    expect(await muted()).toEqual([])
  })
})
