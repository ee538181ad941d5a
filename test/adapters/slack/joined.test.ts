import { describe, expect, it } from 'vitest'
import { buttonNamed } from '../../fakes/slack/drawn-buttons.ts'
import { chosen, fill, newsroomWithForms } from '../../fakes/slack/filling-forms.ts'
import { pressed, submitted } from '../../fakes/slack/interactions.ts'
import { ADA, BOT, GENERAL, RANDOM, TEAM } from '../../fakes/slack/web-api.ts'

const bot = newsroomWithForms()

const joined = (channel: string, user = BOT) =>
  bot.slack.event({ type: 'member_joined_channel', user, channel, team: TEAM, inviter: ADA, event_ts: '1' })

const posts = () => bot.slack.web.of('chat.postMessage').map(({ args }) => args)

async function asked(count = 1) {
  await expect.poll(() => posts().length, { timeout: 20_000 }).toBe(count)
  return posts()
}

describe('a channel that the bot is added to', () => {
  it('is asked what it shall follow, once', async () => {
    await joined(GENERAL)
    const [told] = await asked()
    expect(told).toMatchObject({ channel: GENERAL, text: 'What should this channel follow?' })
    await joined(GENERAL)
    await joined(RANDOM, ADA)
    await joined(RANDOM)
    expect((await asked(2)).map(({ channel }) => channel)).toEqual([GENERAL, RANDOM])
  })

  it('is led to the form, with the region of the button and itself filled in', async () => {
    await joined(GENERAL)
    const [told] = await asked()
    await bot.slack.interact(pressed(buttonNamed('Middle East', told), { channel: GENERAL }))
    const view = await bot.form()
    expect(JSON.stringify(view.blocks)).toContain('"value":"middle-east"')
    await bot.slack.interact(submitted(view, fill({ region: chosen('middle-east') })))
    await expect
      .poll(() => bot.newsroom.store.subscriptions(), { timeout: 20_000 })
      .toMatchObject([{ to: `slack:${TEAM}/${GENERAL}`, regions: ['middle-east'] }])
  })

  it('is asked nothing where it follows something already', async () => {
    await bot.answerTo('subscribe syria daily at 8')
    await joined(GENERAL)
    await joined(RANDOM)
    expect((await asked()).map(({ channel }) => channel)).toEqual([RANDOM])
  })
})
