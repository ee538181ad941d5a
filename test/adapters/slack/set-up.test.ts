import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../../../adapters/slack/settings.ts'
import { buildManifest } from '../../../adapters/slack/setup/manifest.ts'
import { setUpSlack } from '../../../adapters/slack/setup/set-up.ts'
import { BOT_TOKEN, openWebApi, refusal, type FakeWebApi } from '../../fakes/slack/web-api.ts'

let web: FakeWebApi
beforeEach(async () => {
  web = await openWebApi()
  web.answer('apps.connections.open', () => ({ ok: true, url: 'wss://x.example' }))
})
afterEach(() => web.close())

/** Somebody who answers so, one after the other. */
async function setUp(...answers: readonly string[]) {
  const said: string[] = []
  const kept: Record<string, string> = {}
  const secret: string[] = []
  const left = [...answers]
  const dialogue = {
    say: (text: string) => void said.push(text),
    async ask(question: string, options: { readonly secret?: boolean } = {}) {
      said.push(question)
      const answer = left.shift()
      if (answer === undefined) throw new Error(`Nothing was typed for: ${question}`)
      if (options.secret === true) secret.push(answer)
      return answer
    },
    keep: async (variables: Readonly<Record<string, string>>) => void Object.assign(kept, variables),
  }
  const failed = await setUpSlack(dialogue, { SLACK_API_URL: web.url }, web.fetch).then(
    () => null,
    (error: unknown) => error,
  )
  return { said: said.join('\n'), kept, secret, failed, left }
}

describe('dragoman setup slack', () => {
  it('connects one workspace over a socket with two tokens', async () => {
    const { said, kept, secret, failed } = await setUp('', 'xapp-1-A1', BOT_TOKEN)
    expect(failed).toBe(null)
    expect(kept).toEqual({ SLACK_APP_TOKEN: 'xapp-1-A1', SLACK_BOT_TOKEN: BOT_TOKEN })
    expect(secret).toEqual(['xapp-1-A1', BOT_TOKEN])
    expect(said).toContain('This is @dragoman in Emulate.')
    expect(said).toContain('connections:write')
    expect(said).toContain('/invite @Dragoman')
    expect(readSettings(kept)).toMatchObject({ status: 'set' })
  })

  it('prints a link that creates the app from its manifest', async () => {
    const { said } = await setUp('', 'xapp-1-A1', BOT_TOKEN)
    const link = new URL(/https:\/\/api\.slack\.com\/apps\S+/u.exec(said)?.[0] ?? '')
    expect(link.searchParams.get('new_app')).toBe('1')
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(
      buildManifest({ entrance: 'socket' }),
    )
  })

  it('asks again while Slack says no, and gives up after three times', async () => {
    web.breakNext('auth.test', refusal('invalid_auth'))
    const { kept, said } = await setUp('', 'xapp-1-A1', 'xoxb-mistyped', BOT_TOKEN)
    expect(kept).toMatchObject({ SLACK_BOT_TOKEN: BOT_TOKEN })
    expect(said).toContain('That did not work')
    for (let tried = 0; tried < 3; tried += 1) web.breakNext('auth.test', refusal('invalid_auth'))
    const { kept: nothing, failed } = await setUp('', 'xapp-1-A1', 'a', 'b', 'c', BOT_TOKEN)
    expect(nothing).toEqual({})
    expect(failed).toMatchObject({ message: expect.stringContaining('Run the set-up again') })
  })

  it('connects one workspace by HTTP', async () => {
    const { said, kept } = await setUp(
      'https://news.example/',
      '',
      '0123456789abcdef0123456789abcdef',
      BOT_TOKEN,
    )
    expect(Object.keys(kept)).toEqual(['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'])
    expect(readSettings(kept)).toMatchObject({
      settings: { entrance: { kind: 'http' }, access: { kind: 'one' } },
    })
    expect(said).toContain('https://news.example/slack/')
  })

  it('prepares for many workspaces, with a key of its own each time', async () => {
    const answers = [
      'https://news.example',
      'yes',
      '0123456789abcdef0123456789abcdef',
      '1.2',
      'client-secret',
    ] as const
    const [one, other] = [await setUp(...answers), await setUp(...answers)]
    expect(readSettings(one.kept)).toMatchObject({ settings: { access: { kind: 'many' } } })
    expect(one.kept['SLACK_TOKEN_KEYS']).not.toBe(other.kept['SLACK_TOKEN_KEYS'])
    expect(one.said).toContain('https://news.example/slack/install')
    expect(one.said).not.toContain('client-secret')
  })

  it('takes no address that Slack could not reach', async () => {
    expect((await setUp('news')).failed).toMatchObject({ message: expect.stringContaining('https://') })
  })
})
