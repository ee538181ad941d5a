import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonsIn } from '../../fakes/slack/drawn-buttons.ts'
import { lookedUp } from '../../fakes/slack/interactions.ts'
import { newsroomOnSlack, type NewsroomOnSlack } from '../../fakes/slack/newsroom-on-slack.ts'
import { ADA, GENERAL, refusal, TEAM } from '../../fakes/slack/web-api.ts'

let bot: NewsroomOnSlack
const open = async (env: Readonly<Record<string, string>> = {}) => {
  bot = await newsroomOnSlack(env)
}
beforeEach(() => open())
afterEach(() => bot.close())

const shared = (url: string) => ({
  type: 'link_shared',
  channel: GENERAL,
  is_bot_user_member: true,
  user: ADA,
  message_ts: '7.7',
  unfurl_id: 'C000000001.7.7.abc',
  source: 'conversations_history',
  links: [{ url, domain: new URL(url).hostname }],
  event_ts: '7.7',
})

describe('/news', () => {
  it('answers for the asker alone what only they need, and for all what all may see', async () => {
    expect(await bot.answerTo('help')).toMatchObject({ response_type: 'ephemeral' })
    expect(await bot.answerTo('search lorries')).toMatchObject({ response_type: 'ephemeral' })
    expect(await bot.answerTo('story sbridge')).toMatchObject({ response_type: 'in_channel' })
  })

  it('tells a mistake to the asker alone', async () => {
    expect(await bot.answerTo('story nosuchstory')).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('I don’t know the story'),
    })
  })

  it('understands what Slack made of the text: addresses, signs, names', async () => {
    expect(
      (await bot.answerTo('why <https://levant-post.example/bridge|levant-post.example/bridge>')).text,
    ).toContain('Bridge')
    expect((await bot.answerTo('search a &amp; b &lt;c&gt;')).text).toContain('a &amp; b')
  })

  it('knows zone, language and rank of who asks, and asks Slack once', async () => {
    await bot.answerTo('settings')
    await bot.answerTo('settings')
    expect(bot.slack.web.of('users.info')).toHaveLength(1)
    expect(bot.slack.web.of('users.info')[0]?.args).toMatchObject({ user: ADA, include_locale: 'true' })
    const made = await bot.answerTo('subscribe syria weekdays at 07:30')
    expect(JSON.stringify(made.blocks)).toContain('Europe/Istanbul')
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([
      { to: `slack:${TEAM}/${GENERAL}`, owner: `slack:${TEAM}/${ADA}`, zone: 'Europe/Istanbul' },
    ])
  })

  it.each([
    ['their own zone where Slack tells it', false, 'Europe/Istanbul'],
    ['that of the channel where it does not', true, 'Asia/Tokyo'],
  ])('keeps for a person %s', async (_, isSilent, zone) => {
    const { store } = bot.newsroom
    await store.keepPreferences(`slack:${TEAM}/${GENERAL}`, {
      zone: 'Asia/Tokyo',
      language: null,
      quiet: null,
    })
    if (isSilent) bot.slack.web.breakNext('users.info', refusal('missing_scope'))
    await bot.answerTo('subscribe syria to me')
    expect(await store.subscriptions()).toMatchObject([{ zone }])
  })

  it('speaks on when Slack does not tell who asks', async () => {
    bot.slack.web.breakNext('users.info', refusal('missing_scope'))
    bot.slack.web.breakNext('conversations.info', refusal('missing_scope'))
    expect(await bot.answerTo('help')).toMatchObject({ response_type: 'ephemeral' })
  })

  it('goes another way when the response_url takes no more', async () => {
    await bot.slack.command('help', { response_url: bot.slack.responses.url({ isExpired: true }) })
    await expect.poll(() => bot.slack.web.of('chat.postEphemeral').length).toBeGreaterThan(0)
    expect(bot.slack.web.of('chat.postEphemeral')[0]?.args).toMatchObject({ channel: GENERAL, user: ADA })
  })

  it('writes a direct message when it can say nothing in the channel', async () => {
    bot.slack.web.breakNext('chat.postEphemeral', refusal('channel_not_found'))
    await bot.slack.command('help', { response_url: bot.slack.responses.url({ isExpired: true }) })
    await expect.poll(() => bot.slack.web.of('chat.postMessage').length).toBeGreaterThan(0)
    expect(bot.slack.web.of('conversations.open')[0]?.args).toMatchObject({ users: ADA })
  })

  it('answers in its own direct messages with messages that stay', async () => {
    const direct = (await bot.slack.adapter.directChannel(`${TEAM}/${ADA}`)).split('/')[1] ?? ''
    await bot.slack.command('subscribe syria daily at 8', {
      channel_id: direct,
      channel_name: 'directmessage',
    })
    await expect.poll(() => bot.slack.web.of('chat.postMessage').length).toBe(1)
    expect(bot.slack.web.of('chat.postMessage')[0]?.args).toMatchObject({ channel: direct })
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([{ to: `slack:@${TEAM}/${ADA}` }])
  })

  it('follows for another channel that was picked from Slack’s list', async () => {
    await bot.answerTo('subscribe syria daily at 8 to <#C000000002|random>')
    expect(await bot.newsroom.store.subscriptions()).toMatchObject([{ to: `slack:${TEAM}/C000000002` }])
  })
})

describe('“What do we know?”', () => {
  it('shows the story behind a link of the message to who asks', async () => {
    await bot.slack.interact(
      lookedUp(
        { text: 'look: <https://levant-post.example/bridge?utm_source=x|bridge>' },
        bot.slack.responses.url(),
      ),
    )
    expect(await bot.slack.responses.until(1)).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('Bridge over the Euphrates') },
    ])
  })

  it('says why it knows nothing of a link', async () => {
    await bot.slack.interact(lookedUp({ text: 'look: https://other.example/a' }, bot.slack.responses.url()))
    expect(await bot.slack.responses.until(1)).toMatchObject([
      { text: expect.stringContaining('other.example') },
    ])
  })

  it('says that there is no link', async () => {
    await bot.slack.interact(lookedUp({ text: 'good morning' }, bot.slack.responses.url()))
    expect(await bot.slack.responses.until(1)).toMatchObject([
      { text: expect.stringContaining('no web address') },
    ])
  })
})

describe('a link in a channel', () => {
  it('is shown with its story where the team allows it', async () => {
    await bot.close()
    await open({ SLACK_UNFURL_DOMAINS: 'levant-post.example' })
    await bot.slack.event(shared('https://levant-post.example/bridge'))
    await expect.poll(() => bot.slack.web.of('chat.unfurl').length).toBe(1)
    const [call] = bot.slack.web.of('chat.unfurl')
    expect(call?.args).toMatchObject({ unfurl_id: 'C000000001.7.7.abc' })
    expect(JSON.stringify(call?.args['unfurls'])).toContain('Bridge over the Euphrates')
    expect(JSON.stringify(call?.args['unfurls'])).not.toContain('"table"')
    expect([...buttonsIn(call?.args['unfurls']).keys()]).toEqual([])
  })

  it('is left alone where it does not, and where nothing is known', async () => {
    await bot.slack.event(shared('https://levant-post.example/bridge'))
    await bot.answerTo('help')
    expect(bot.slack.web.of('chat.unfurl')).toEqual([])
  })
})
