import { afterEach, beforeEach, expect, it } from 'vitest'
import { ADVICE } from '../../../../src/records/ports/chat-memory.ts'
import { openSlack, type FakeSlack } from '../../../fakes/slack/open-slack.ts'
import { openWebApi, TEAM, type FakeWebApi } from '../../../fakes/slack/web-api.ts'
import { chatTools, type FakeChatTools } from '../../../fakes/chat-tools.ts'
import { scopesFor } from '../../../../adapters/slack/setup/manifest.ts'

let web: FakeWebApi
let tools: FakeChatTools
let slack: FakeSlack | null = null
beforeEach(async () => {
  ;[web, tools] = await Promise.all([openWebApi(), chatTools()])
})
afterEach(async () => {
  await slack?.close()
  await web.close()
  await tools.store.close()
})

const advice = () => tools.store.recall({ platform: 'slack', kind: ADVICE, id: TEAM })

/** Slack lists the scopes of a token in each of its answers. */
async function startWith(scopes: readonly string[]): Promise<void> {
  web.breakNext('auth.test', async (_call, send) => {
    const answer = await send()
    return new Response(await answer.text(), { headers: { 'x-oauth-scopes': scopes.join(',') } })
  })
  slack = await openSlack({ web, tools })
}

it('an installation of before goes on, and whoever runs the bot is told what it lacks', async () => {
  const before = scopesFor([]).filter((scope) => !/^(?:app_mentions|im:history|assistant)/u.test(scope))
  await startWith(before)
  await expect.poll(advice).toMatch(/app_mentions:read.*does not answer where it is mentioned/u)
  expect(tools.logged.filter(({ level }) => level === 'warn')).toHaveLength(1)
  await slack?.close()
  await startWith(scopesFor([]))
  await expect.poll(advice).toBe(null)
})
