import { type APIMessage, ComponentType } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buttonSecret } from '../../../adapters/discord/index.ts'
import { encodeButton } from '../../../src/chat/action.ts'
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { chatTools, type FakeChatTools } from '../../fakes/chat-tools.ts'
import { discordAdapter } from '../../fakes/discord/discord-bench.ts'
import { FAKE_TOKEN } from '../../fakes/discord/discord-server.ts'
import { openTwin, type Twin } from '../../fakes/discord/open-twin.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { aPost } from '../../fakes/posting.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { patiently } from '../../patiently.ts'

/**
 * Tests the bot against a fake Discord written by others. It has no autocompletion, direct messages,
 * crossposts or resumes: see commands.test.ts and posting.test.ts.
 */
let peer: Twin
let newsroom: FakeNewsroom
let tools: FakeChatTools
let adapter: ChatAdapter

const start = async (): Promise<ChatAdapter> => {
  const made = discordAdapter({ api: String(peer.rest.api) }, tools, {}, peer.rest)
  await made.start(allCommands(newsroom.view))
  return made
}

beforeEach(async () => {
  peer = await openTwin()
  newsroom = await aNewsroom()
  tools = await chatTools(newsroom.store)
  adapter = await start()
})
afterEach(async () => {
  await adapter.stop()
  await peer.close()
})

const here = () => peer.twin.channel(peer.channel)
const ada = () => here().user(peer.user)
const textOf = (message: APIMessage | undefined): string =>
  JSON.stringify([message?.content, message?.embeds, message?.components])
const news = (name: string, options: Readonly<Record<string, string>> = {}) => {
  const given = Object.entries(options).map(([option, value]) => ({ name: option, type: 3, value }))
  const [word = '', second] = name.split(' ')
  const path =
    second === undefined
      ? { name: word, type: 1, options: given }
      : { name: word, type: 2, options: [{ name: second, type: 1, options: given }] }
  return ada().runSlashCommand({ name: 'news', options: [path] })
}
/** Waits until the channel has this many messages; returns them. */
const messagesOnce = (count: number) =>
  patiently(async () => {
    const messages = await here().getMessages()
    if (messages.length < count) throw new Error(`${messages.length} messages yet`)
    return messages
  })
const kept = () => newsroom.store.subscriptions({ states: ['active', 'paused', 'ended'] })

it('logs in and registers its commands once', async () => {
  expect(peer.requests).toContain('GET /gateway/bot')
  await adapter.stop()
  adapter = await start()
  expect(peer.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1)
})

it.each([
  ['help', {}],
  ['briefing', { what: 'syria' }],
  ['search', { words: 'bridge' }],
  ['story', { story: 'sbridge' }],
  ['subscriptions', {}],
  ['settings', {}],
  ['catchup', { since: 'yesterday' }],
  ['why', { address: 'https://levant-post.example/bridge' }],
  ['test', {}],
  ['sources list', {}],
  ['sources health', {}],
])('answers %s', async (name, options) => {
  await news(name, options)
  const [answer] = await messagesOnce(1)
  expect(textOf(answer)).not.toBe('["",[],[]]')
})

it('opens a form, and follows what is filled in', async () => {
  const { id } = await news('subscribe')
  await here().waitForInteractionAck({ interactionId: id })
  const secret = buttonSecret(FAKE_TOKEN)
  await ada().submitModal({
    customId: encodeButton('subscribe', secret),
    fields: [
      { customId: 'what', value: 'syria' },
      { customId: 'at', value: '07:30' },
    ],
  })
  await messagesOnce(1)
  expect(await kept()).toMatchObject([{ to: `discord:${peer.twin.guildId}/${peer.channel}`, at: ['07:30'] }])
})

const END = /"custom_id":"([^"]*:unsubscribe [^"]*)"/u

it('does what a button says, also when it was restarted between', async () => {
  await news('subscribe', { what: 'syria' })
  const told = (await messagesOnce(2)).find(({ components }) => END.test(JSON.stringify(components)))
  const [, customId = ''] = END.exec(JSON.stringify(told?.components)) ?? []
  await adapter.stop()
  adapter = await start()
  await ada().clickButton({ messageId: told?.id ?? '', customId })
  await patiently(async () => expect(await kept()).toMatchObject([{ state: 'ended' }]))
})

it('posts, corrects, and puts details into a thread', async () => {
  const place = `${peer.twin.guildId}/${peer.channel}`
  const post = (row: string, message: Parameters<ChatAdapter['post']>[1]) =>
    adapter.post(place, message, aPost(row))
  const receipt = await post('notice', {
    kind: 'notice',
    level: 'info',
    text: 'eleven people',
    language: 'en',
  })
  await adapter.update(
    receipt,
    { kind: 'notice', level: 'info', text: 'fourteen people', language: 'en' },
    aPost('edit'),
  )
  expect(textOf((await here().getMessages())[0])).toContain('fourteen people')
  await post('briefing', MESSAGES.briefing)
  await post('worst', { kind: 'briefing', briefing: aWorstDay() })
  const [thread] = await here().getThreads()
  expect(thread).toBeDefined()
  expect((await peer.twin.thread(thread?.id ?? '').getMessages()).length).toBeGreaterThan(0)
})

it('shows cards as components of the second version, set with the answer', async () => {
  await news('story', { story: 'sbridge' })
  const [answer] = await messagesOnce(1)
  expect(answer?.flags).toBe(1 << 15)
  expect(answer?.components?.[0]?.type).toBe(ComponentType.Container)
})
