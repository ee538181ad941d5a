import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPost } from '../../fakes/posting.ts'
import { buttonNamed, buttonsIn } from '../../fakes/slack/drawn-buttons.ts'
import { pressed } from '../../fakes/slack/interactions.ts'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { GENERAL, TEAM } from '../../fakes/slack/web-api.ts'

let bot: NewsroomOnSlack
beforeEach(async () => {
  bot = await newsroomOnSlack()
})
afterEach(() => bot.close())

const posted = async () => {
  await bot.slack.adapter.post(
    `${TEAM}/${GENERAL}`,
    { kind: 'notice', level: 'info', text: 'a briefing', language: 'en' },
    aPost(),
  )
  const [first] = await bot.slack.web.shown(GENERAL)
  if (first === undefined) throw new Error('nothing was posted')
  return first
}

describe('a button', () => {
  it('is a command already filled in: its answer stands in the thread of the message', async () => {
    const { ts } = await posted()
    const why = await bot.answerTo('why https://levant-post.example/bridge')
    await bot.slack.interact(pressed(buttonNamed('Side by side', why.blocks), { ts }))
    await expect.poll(() => bot.slack.web.of('chat.postMessage').length).toBeGreaterThan(1)
    expect(bot.slack.web.of('chat.postMessage').at(-1)?.args).toMatchObject({
      thread_ts: ts,
      channel: GENERAL,
    })
  })

  it('of an answer that only the asker sees is answered to them alone, to be shared', async () => {
    const why = await bot.answerTo('why https://levant-post.example/bridge')
    const responseUrl = bot.slack.responses.url()
    await bot.slack.interact(
      pressed(buttonNamed('Side by side', why.blocks), { isEphemeral: true, responseUrl }),
    )
    const given = (await bot.slack.responses.until(2)).at(-1)
    expect(given).toMatchObject({ response_type: 'ephemeral' })
    expect([...buttonsIn(given?.blocks).keys()]).toContain('Share to channel')
    expect(bot.slack.web.of('chat.postMessage')).toHaveLength(0)
  })

  it('does nothing that was not signed by us', async () => {
    const forged = { type: 'button', action_id: 'command:0', value: 'AAAAAAAAAAAAAAAA:unsubscribe k4f2' }
    await bot.slack.interact(pressed(forged, { responseUrl: bot.slack.responses.url() }))
    expect(await bot.slack.responses.until(1)).toMatchObject([
      { text: expect.stringContaining('no longer recognise this button') },
    ])
  })

  it('that is pressed twice by one delivery works once', async () => {
    const made = await bot.answerTo('subscribe syria daily at 8')
    const press = pressed(buttonNamed('Try it', made.blocks), { responseUrl: bot.slack.responses.url() })
    await bot.slack.interact(press)
    await bot.slack.responses.until(2)
    await bot.slack.interact(press)
    await bot.answerTo('help')
    expect(bot.slack.responses.given).toHaveLength(3)
  })

  it('shares a private answer with the channel, and takes the private one away', async () => {
    const found = await bot.answerTo('search lorries')
    const responseUrl = bot.slack.responses.url()
    await bot.slack.interact(
      pressed(buttonNamed('Share to channel', found.blocks), { isEphemeral: true, responseUrl }),
    )
    expect((await bot.slack.responses.until(3)).slice(1)).toMatchObject([
      { response_type: 'in_channel', text: found.text },
      { delete_original: true },
    ])
  })

  it('to share is not offered where the answer is the asker’s own business', async () => {
    expect([...buttonsIn((await bot.answerTo('settings')).blocks).keys()]).not.toContain('Share to channel')
    expect([...buttonsIn((await bot.answerTo('subscriptions')).blocks).keys()]).not.toContain(
      'Share to channel',
    )
  })

  it('of help unfolds one kind of words in its place, and folds it again', async () => {
    const index = await bot.answerTo('help')
    expect([...buttonsIn(index.blocks).keys()]).toEqual(['Ask', 'Follow', 'Set up', 'Sources'])
    const responseUrl = bot.slack.responses.url()
    const press = (label: string, blocks: unknown) =>
      bot.slack.interact(pressed(buttonNamed(label, blocks), { isEphemeral: true, responseUrl }))
    await press('Ask', index.blocks)
    const [, unfolded] = await bot.slack.responses.until(2)
    expect(unfolded).toMatchObject({ replace_original: true })
    expect(JSON.stringify(unfolded?.blocks)).toContain('/news search')
    expect(JSON.stringify(unfolded?.blocks)).not.toContain('/news subscribe')
    await press('What I can do', unfolded?.blocks)
    const [, , folded] = await bot.slack.responses.until(3)
    expect(folded).toMatchObject({ replace_original: true, blocks: index.blocks })
  })
})
