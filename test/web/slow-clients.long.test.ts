import { describe, it } from 'vitest'
import { openSlack } from '../fakes/slack/open-slack.ts'
import { holdOpen } from './hold-open.ts'
import { openHubServer } from './hub-server.ts'
import type { Listening } from './listener-limits.ts'

async function slackByHttp(): Promise<Listening & { close(): Promise<void> }> {
  const slack = await openSlack()
  return {
    port: Number(new URL(slack.address).port),
    path: '/slack/events',
    close: () => slack.close(),
  }
}

describe.concurrent('a server that the world may reach', () => {
  it.for([
    ['of hubs', openHubServer],
    ['of Slack', slackByHttp],
  ] as const)(
    'waits neither for headers nor for a body that does not come: that %s',
    { timeout: 60_000 },
    async ([, open], { expect }) => {
      const server = await open()
      const { port, path } = server
      const slow = await holdOpen(port, 'GET / HTTP/1.1\r\nhost: a\r\n')
      const begun = await holdOpen(port, `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\n{`)
      expect((await slow.ended).afterMs).toBeLessThan(20_000)
      expect((await begun.ended).afterMs).toBeLessThan(40_000)
      await server.close()
    },
  )
})
