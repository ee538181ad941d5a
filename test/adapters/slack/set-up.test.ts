import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../../../adapters/slack/setup/settings.ts'
import { buildManifest } from '../../../adapters/slack/setup/manifest.ts'
import { setUpSlack } from '../../../adapters/slack/setup/set-up.ts'
import { BOT_TOKEN, openWebApi, refusal, type FakeWebApi } from '../../fakes/slack/web-api.ts'

const SECRET = '0123456789abcdef0123456789abcdef'

let web: FakeWebApi
beforeEach(async () => {
  web = await openWebApi()
  web.answer('apps.connections.open', () => ({ ok: true, url: 'wss://x.example' }))
})
afterEach(() => web.close())

/** Runs the setup with these answers, one after the other. */
const setUp = (...answers: readonly string[]) => setUpIn({}, ...answers)

/** Runs it with some variables already set. */
async function setUpIn(env: Readonly<Record<string, string>>, ...answers: readonly string[]) {
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
  const failed = await setUpSlack(dialogue, { ...env, SLACK_API_URL: web.url }, web.fetch).then(
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

  it('names the hosts of SLACK_UNFURL_DOMAINS in the app, with the scopes that they need', async () => {
    const unfurls = ['levant-post.example', 'meridian.example']
    const { said } = await setUpIn({ SLACK_UNFURL_DOMAINS: unfurls.join(', ') }, '', 'xapp-1-A1', BOT_TOKEN)
    const link = new URL(/https:\/\/api\.slack\.com\/apps\S+/u.exec(said)?.[0] ?? '')
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(
      buildManifest({ entrance: 'socket', unfurls }),
    )
  })

  it('asks again while Slack says no, and gives up after three times', async () => {
    web.breakNext('auth.test', refusal('invalid_auth'))
    const { kept, said } = await setUp('', 'xapp-1-A1', 'xoxb-mistyped', BOT_TOKEN)
    expect(kept).toMatchObject({ SLACK_BOT_TOKEN: BOT_TOKEN })
    expect(said).toContain('That did not work')
    for (let tried = 0; tried < 3; tried += 1) web.breakNext('auth.test', refusal('invalid_auth'))
    const { kept: nothing, failed } = await setUp('', 'xapp-1-A1', 'xoxb-a', 'xoxb-b', 'xoxb-c', BOT_TOKEN)
    expect(nothing).toEqual({})
    expect(failed).toMatchObject({ message: expect.stringContaining('Run the set-up again') })
  })

  it('says which token was meant where another was copied, and asks Slack nothing', async () => {
    const { said, kept } = await setUp('', BOT_TOKEN, 'xapp-1-A1', 'xoxp-1-a-person', BOT_TOKEN)
    expect(said).toContain('That did not work: An app-level token begins with xapp-.')
    expect(said).toContain('That did not work: A bot token begins with xoxb-.')
    expect(web.of('apps.connections.open')).toHaveLength(1)
    expect(web.of('auth.test')).toHaveLength(1)
    expect(readSettings(kept)).toMatchObject({ status: 'set' })
  })

  it('says what is missing in the words of somebody who installs it for the first time', async () => {
    web.breakNext('apps.connections.open', refusal('missing_scope'))
    web.breakNext('auth.test', refusal('invalid_auth'))
    const { said } = await setUp('', 'xapp-1-A1', 'xapp-1-A2', 'xoxb-cut', BOT_TOKEN)
    expect(said).toContain('It has not the scope that is named above')
    expect(said).toContain('Slack does not know it')
    expect(said).not.toContain('Install the app there again')
  })

  it('keeps the key that sealed the tokens of workspaces when it is run again', async () => {
    const answers = ['https://news.example', 'yes', SECRET, '1.2', SECRET] as const
    const first = await setUp(...answers)
    const again = await setUpIn(first.kept, ...answers)
    expect(again.kept).toEqual(first.kept)
  })

  it('leaves nothing set that would lead the bot another way than the one just chosen', async () => {
    const socket = await setUp('', 'xapp-1-A1', BOT_TOKEN)
    const http = await setUpIn(socket.kept, 'https://news.example', '', SECRET, BOT_TOKEN)
    expect(readSettings({ ...socket.kept, ...http.kept })).toMatchObject({
      settings: { entrance: { kind: 'http' }, access: { kind: 'one' } },
    })
    const many = await setUpIn(http.kept, 'https://news.example', 'yes', SECRET, '1.2', SECRET)
    expect(readSettings({ ...socket.kept, ...http.kept, ...many.kept })).toMatchObject({
      settings: { entrance: { kind: 'http' }, access: { kind: 'many' } },
    })
    const back = await setUpIn(many.kept, '', 'xapp-1-A1', BOT_TOKEN)
    expect(readSettings({ ...many.kept, ...back.kept })).toMatchObject({
      settings: { entrance: { kind: 'socket' }, access: { kind: 'one' } },
    })
  })

  it('keeps no client id that was left empty', async () => {
    const { kept, failed } = await setUp('https://news.example', 'yes', SECRET, '', '', '')
    expect(kept).toEqual({})
    expect(failed).toMatchObject({ message: expect.stringContaining('Run the set-up again') })
  })

  it('connects one workspace by HTTP', async () => {
    const { said, kept } = await setUp('https://news.example/', '', SECRET, BOT_TOKEN)
    expect(Object.keys(kept)).toEqual(['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'])
    expect(readSettings(kept)).toMatchObject({
      settings: { entrance: { kind: 'http' }, access: { kind: 'one' } },
    })
    expect(said).toContain('https://news.example/slack/')
  })

  it('prepares for many workspaces, with a key of its own each time', async () => {
    const answers = ['https://news.example', 'yes', SECRET, '1.2', 'client-secret-0123456789'] as const
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
