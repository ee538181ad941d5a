import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { giveAnswer } from '../../../adapters/slack/answer/give-answer.ts'
import { createResponses } from '../../../adapters/slack/answer/respond.ts'
import { createPace } from '../../../adapters/slack/post/pace.ts'
import { createFindDirect } from '../../../adapters/slack/post/say-in-channel.ts'
import { boltLog, webOptions } from '../../../adapters/slack/transport/open-entrance.ts'
import { chatTools, type FakeChatTools } from '../../fakes/chat-tools.ts'
import { ADA, BOT_TOKEN, type FakeWebApi, openWebApi, TEAM } from '../../fakes/slack/web-api.ts'

let web: FakeWebApi
let tools: FakeChatTools
beforeEach(async () => {
  web = await openWebApi()
  tools = await chatTools()
})
afterEach(async () => {
  await web.close()
  await tools.store.close()
})

it('gives the words alone of an answer that was drawn as Slack would not take it', async () => {
  const { log } = tools
  const client = new webApi.WebClient(BOT_TOKEN, webOptions(web.url, boltLog(log), web.fetch))
  const workspace = { team: TEAM, organisation: null, client }
  const findDirect = createFindDirect()
  const blocks = Array.from({ length: 60 }, () => ({ type: 'divider' }) as const)
  await giveAnswer(
    {
      message: { kind: 'notice', level: 'info', text: 'Quiet today', language: 'en' },
      visible: 'asker',
      question: null,
    },
    {
      workspace,
      user: ADA,
      userName: null,
      userTeam: null,
      channel: null,
      responseUrl: null,
      thread: null,
      reading: null,
    },
    {
      draw: () => ({ main: { text: 'Quiet today', blocks }, thread: [] }),
      upload: () => Promise.resolve([]),
      findDirect,
      pace: createPace(),
      responses: createResponses(web.fetch),
      log,
    },
  )
  expect(await web.shown(await findDirect(workspace, ADA))).toMatchObject([{ text: 'Quiet today' }])
  expect(tools.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
})
