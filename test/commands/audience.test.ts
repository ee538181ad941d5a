import { afterAll, beforeAll, expect, it } from 'vitest'
import { allCommands } from '../../src/commands/all-commands.ts'
import type { Commands } from '../../src/chat/commands.ts'
import { aNewsroom, type FakeNewsroom } from '../fakes/newsroom.ts'

let newsroom: FakeNewsroom
let commands: Commands
beforeAll(async () => {
  newsroom = await aNewsroom()
  commands = allCommands(newsroom.view)
})
afterAll(() => newsroom.store.close())

it.each([
  ['subscribe syria weekdays at 07:30', 'public'],
  ['subscribe syria weekdays at 07:30 to me', 'private'],
  ['subscribe syria weekdays to:me', 'private'],
  ['subscribe syria weekdays to:here', 'public'],
  ['briefing syria', 'public'],
  ['settings to me', 'private'],
  ['subscriptions', 'private'],
  ['resume k4f2', 'public'],
  // It names what they follow elsewhere.
  ['resume all', 'private'],
  ['please delete all my subscriptions', 'private'],
  ['stop sending me the syria briefing', 'public'],
  // It continues an answer that may have been private.
  ['show me more of that', 'private'],
])('lets those see it whom it concerns: %s is %s', (words, audience) => {
  expect(commands.audience(commands.read(words))).toBe(audience)
})
