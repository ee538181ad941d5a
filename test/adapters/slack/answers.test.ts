import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { chatTools } from '../../fakes/chat-tools.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { lookedUp, pressed } from '../../fakes/slack/interactions.ts'
import { openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import type { Given } from '../../fakes/slack/response-server.ts'
import { ADA, GENERAL, refusal, TEAM } from '../../fakes/slack/web-api.ts'

const BOB = 'U000000002'

let newsroom: FakeNewsroom
let slack: FakeSlack
const open = async (env: Readonly<Record<string, string>> = {}) => {
  newsroom = await aNewsroom()
  slack = await openSlack({
    commands: allCommands(newsroom.view),
    tools: await chatTools(newsroom.store),
    env,
  })
}
beforeEach(() => open())
afterEach(async () => {
  await slack.close()
  await newsroom.store.close()
})

const answerTo = async (text: string, own: Readonly<Record<string, string>> = {}): Promise<Given> => {
  const count = slack.responses.given.length + 1
  await slack.command(text, own)
  const given = (await slack.responses.until(count)).at(-1)
  if (given === undefined) throw new Error('no answer')
  return given
}

const button = z.object({ text: z.object({ text: z.string() }), action_id: z.string(), value: z.string() })

/** Buttons in what was drawn, by label. */
function buttonsIn(
  drawn: unknown,
): ReadonlyMap<string, { readonly action_id: string; readonly value: string }> {
  const buttons = new Map<string, { readonly action_id: string; readonly value: string }>()
  JSON.stringify(drawn, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'button') {
      const { text, action_id, value: carried } = button.parse(value)
      buttons.set(text.text, { action_id, value: carried })
    }
    return value
  })
  return buttons
}

const buttonNamed = (label: string, drawn: unknown): object => {
  const found = buttonsIn(drawn).get(label)
  if (found === undefined)
    throw new Error(`no button ${label} among ${[...buttonsIn(drawn).keys()].join(', ')}`)
  return { type: 'button', ...found, text: { type: 'plain_text', text: label } }
}

const beStranger = (own: object = {}) =>
  slack.web.answer('users.info', ({ args }) => ({
    ok: true,
    user: { id: args['user'], team_id: TEAM, tz: 'UTC', locale: 'en-US', is_admin: false, ...own },
  }))

const posted = async () => {
  await slack.adapter.post(
    `${TEAM}/${GENERAL}`,
    { kind: 'notice', level: 'info', text: 'a briefing', language: 'en' },
    { key: 'aaaaaaaaaaaaaaaaaaaaaa' },
  )
  const [first] = await slack.web.shown(GENERAL)
  if (first === undefined) throw new Error('nothing was posted')
  return first
}

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
    expect(await answerTo('help')).toMatchObject({ response_type: 'ephemeral' })
    expect(await answerTo('search lorries')).toMatchObject({ response_type: 'ephemeral' })
    expect(await answerTo('story sbridge')).toMatchObject({ response_type: 'in_channel' })
  })

  it('tells a mistake to the asker alone', async () => {
    expect(await answerTo('story nosuchstory')).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('I know no story'),
    })
  })

  it('understands what Slack made of the text: addresses, signs, names', async () => {
    expect(
      (await answerTo('why <https://levant-post.example/bridge|levant-post.example/bridge>')).text,
    ).toContain('Bridge')
    expect((await answerTo('search a &amp; b &lt;c&gt;')).text).toContain('a &amp; b')
  })

  it('knows zone, language and rank of who asks, and asks Slack once', async () => {
    await answerTo('settings')
    await answerTo('settings')
    expect(slack.web.of('users.info')).toHaveLength(1)
    expect(slack.web.of('users.info')[0]?.args).toMatchObject({ user: ADA, include_locale: 'true' })
    const made = await answerTo('subscribe syria weekdays at 07:30')
    expect(JSON.stringify(made.blocks)).toContain('Europe/Istanbul')
    expect(await newsroom.store.subscriptions()).toMatchObject([
      { to: `slack:${TEAM}/${GENERAL}`, owner: `slack:${TEAM}/${ADA}`, zone: 'Europe/Istanbul' },
    ])
  })

  it('speaks on when Slack does not tell who asks', async () => {
    slack.web.breakNext('users.info', refusal('missing_scope'))
    slack.web.breakNext('conversations.info', refusal('missing_scope'))
    expect(await answerTo('help')).toMatchObject({ response_type: 'ephemeral' })
  })

  it('goes another way when the response_url takes no more', async () => {
    await slack.command('help', { response_url: slack.responses.url({ isExpired: true }) })
    await expect.poll(() => slack.web.of('chat.postEphemeral').length).toBeGreaterThan(0)
    expect(slack.web.of('chat.postEphemeral')[0]?.args).toMatchObject({ channel: GENERAL, user: ADA })
  })

  it('writes a direct message when it can say nothing in the channel', async () => {
    slack.web.breakNext('chat.postEphemeral', refusal('channel_not_found'))
    await slack.command('help', { response_url: slack.responses.url({ isExpired: true }) })
    await expect.poll(() => slack.web.of('chat.postMessage').length).toBeGreaterThan(0)
    expect(slack.web.of('conversations.open')[0]?.args).toMatchObject({ users: ADA })
  })

  it('answers in its own direct messages with messages that stay', async () => {
    const direct = (await slack.adapter.directChannel(`${TEAM}/${ADA}`)).split('/')[1] ?? ''
    await slack.command('subscribe syria daily at 8', { channel_id: direct, channel_name: 'directmessage' })
    await expect.poll(() => slack.web.of('chat.postMessage').length).toBe(1)
    expect(slack.web.of('chat.postMessage')[0]?.args).toMatchObject({ channel: direct })
    expect(await newsroom.store.subscriptions()).toMatchObject([{ to: `slack:@${TEAM}/${ADA}` }])
  })

  it('follows for another channel that was picked from Slack’s list', async () => {
    await answerTo('subscribe syria daily at 8 to <#C000000002|random>')
    expect(await newsroom.store.subscriptions()).toMatchObject([{ to: `slack:${TEAM}/C000000002` }])
  })
})

describe('who may do what', () => {
  it.each([
    ['an admin of the workspace', { is_admin: true }, true],
    ['an owner of it', { is_owner: true }, true],
    ['anybody else', {}, false],
    ['the admin of another workspace who shares the channel', { is_admin: true, team_id: 'T999' }, false],
    ['an admin whose account is deactivated', { is_admin: true, deleted: true }, false],
  ])('lets sources be changed by %s: %o %s', async (_, own, may) => {
    beStranger(own)
    const answer = await answerTo('sources remove nile-wire', { user_id: BOB })
    expect(answer.text?.includes('Only an admin')).toBe(!may)
  })

  it('lets those change sources that SLACK_ADMINS names, and nobody else', async () => {
    await slack.close()
    await open({ SLACK_ADMINS: `${TEAM}/${BOB}` })
    beStranger({ is_admin: true })
    expect((await answerTo('sources remove nile-wire', { user_id: ADA })).text).toContain('Only an admin')
    expect((await answerTo('sources remove nile-wire', { user_id: BOB })).text).not.toContain('Only an admin')
  })

  it('lets who made a channel change its settings', async () => {
    beStranger()
    expect((await answerTo('settings speak:de', { user_id: BOB })).text).toContain(
      'Only who manages this channel',
    )
    expect((await answerTo('settings speak:de', { user_id: ADA })).text).not.toContain('Only who')
  })

  it('lets only managers subscribe a channel where SLACK_SUBSCRIBERS says so', async () => {
    await slack.close()
    await open({ SLACK_SUBSCRIBERS: 'managers' })
    beStranger()
    expect((await answerTo('subscribe syria daily at 8', { user_id: BOB })).text).toContain(
      'Only who manages',
    )
    expect(await newsroom.store.subscriptions()).toEqual([])
    await answerTo('subscribe syria daily at 8 to me', { user_id: BOB })
    const [own] = await newsroom.store.subscriptions()
    for (const there of ['here', `<#${GENERAL}|general>`])
      expect((await answerTo(`edit ${own?.id} to ${there}`, { user_id: BOB })).text).toContain('Only who')
    expect(await newsroom.store.subscriptions()).toEqual([own])
    expect((await answerTo(`edit ${own?.id} at 9:00`, { user_id: BOB })).text).not.toContain('Only who')
    await answerTo('subscribe syria daily at 8', { user_id: ADA })
    expect(await newsroom.store.subscriptions()).toHaveLength(2)
  })
})

describe('a button', () => {
  it('is a command already filled in: its answer stands in the thread of the message', async () => {
    const { ts } = await posted()
    const why = await answerTo('why https://levant-post.example/bridge')
    await slack.interact(pressed(buttonNamed('Side by side', why.blocks), { ts }))
    await expect.poll(() => slack.web.of('chat.postMessage').length).toBeGreaterThan(1)
    expect(slack.web.of('chat.postMessage').at(-1)?.args).toMatchObject({ thread_ts: ts, channel: GENERAL })
  })

  it('of an answer that only the asker sees is answered to them alone, to be shared', async () => {
    const why = await answerTo('why https://levant-post.example/bridge')
    const responseUrl = slack.responses.url()
    await slack.interact(pressed(buttonNamed('Side by side', why.blocks), { isEphemeral: true, responseUrl }))
    const given = (await slack.responses.until(2)).at(-1)
    expect(given).toMatchObject({ response_type: 'ephemeral' })
    expect([...buttonsIn(given?.blocks).keys()]).toContain('Share to channel')
    expect(slack.web.of('chat.postMessage')).toHaveLength(0)
  })

  it('does nothing that was not signed by us', async () => {
    const forged = { type: 'button', action_id: 'command:0', value: 'AAAAAAAAAAAAAAAA:unsubscribe k4f2' }
    await slack.interact(pressed(forged, { responseUrl: slack.responses.url() }))
    expect(await slack.responses.until(1)).toMatchObject([
      { text: expect.stringContaining('no longer know this button') },
    ])
  })

  it('that is pressed twice by one delivery works once', async () => {
    const made = await answerTo('subscribe syria daily at 8')
    const press = pressed(buttonNamed('Try it', made.blocks), { responseUrl: slack.responses.url() })
    await slack.interact(press)
    await slack.responses.until(2)
    await slack.interact(press)
    await answerTo('help')
    expect(slack.responses.given).toHaveLength(3)
  })

  it('shares a private answer with the channel, and takes the private one away', async () => {
    const found = await answerTo('search lorries')
    const responseUrl = slack.responses.url()
    await slack.interact(
      pressed(buttonNamed('Share to channel', found.blocks), { isEphemeral: true, responseUrl }),
    )
    expect((await slack.responses.until(3)).slice(1)).toMatchObject([
      { response_type: 'in_channel', text: found.text },
      { delete_original: true },
    ])
  })

  it('to share is not offered where the answer is the asker’s own business', async () => {
    expect([...buttonsIn((await answerTo('settings')).blocks).keys()]).not.toContain('Share to channel')
    expect([...buttonsIn((await answerTo('subscriptions')).blocks).keys()]).not.toContain('Share to channel')
  })
})

describe('“What do we know?”', () => {
  it('shows the story behind a link of the message to who asks', async () => {
    await slack.interact(
      lookedUp(
        { text: 'look: <https://levant-post.example/bridge?utm_source=x|bridge>' },
        slack.responses.url(),
      ),
    )
    expect(await slack.responses.until(1)).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('Bridge over the Euphrates') },
    ])
  })

  it('says why it knows nothing of a link', async () => {
    await slack.interact(lookedUp({ text: 'look: https://other.example/a' }, slack.responses.url()))
    expect(await slack.responses.until(1)).toMatchObject([{ text: expect.stringContaining('other.example') }])
  })

  it('says that there is no link', async () => {
    await slack.interact(lookedUp({ text: 'good morning' }, slack.responses.url()))
    expect(await slack.responses.until(1)).toMatchObject([
      { text: expect.stringContaining('no web address') },
    ])
  })
})

describe('a link in a channel', () => {
  it('is shown with its story where the team allows it', async () => {
    await slack.close()
    await open({ SLACK_UNFURL_DOMAINS: 'levant-post.example' })
    await slack.event(shared('https://levant-post.example/bridge'))
    await expect.poll(() => slack.web.of('chat.unfurl').length).toBe(1)
    const [call] = slack.web.of('chat.unfurl')
    expect(call?.args).toMatchObject({ unfurl_id: 'C000000001.7.7.abc' })
    expect(JSON.stringify(call?.args['unfurls'])).toContain('Bridge over the Euphrates')
    expect(JSON.stringify(call?.args['unfurls'])).not.toContain('"table"')
    expect([...buttonsIn(call?.args['unfurls']).keys()]).toEqual([])
  })

  it('is left alone where it does not, and where nothing is known', async () => {
    await slack.event(shared('https://levant-post.example/bridge'))
    await answerTo('help')
    expect(slack.web.of('chat.unfurl')).toEqual([])
  })
})
