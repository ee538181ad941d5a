import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSettings, SLACK_VARIABLES } from '../../../adapters/slack/setup/settings.ts'

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-abc' }
const SOCKET = { SLACK_APP_TOKEN: 'xapp-1-abc' }
const HTTP = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' }
const MANY = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'secret-of-the-client',
  SLACK_STATE_SECRET: 'a-state-secret-of-mine',
  SLACK_TOKEN_KEYS: Buffer.alloc(32, 7).toString('base64'),
}

describe('the variables of Slack', () => {
  it('stand in docs/slack.md, all and no others', () => {
    const told = readFileSync('docs/slack.md', 'utf8').match(/`SLACK_[A-Z_]+`(?=[^|]*\|)/gu) ?? []
    expect([...new Set(told)].toSorted()).toEqual(SLACK_VARIABLES.map((name) => `\`${name}\``).toSorted())
  })

  it('are absent where none is set, or only empty ones', () => {
    expect(readSettings({ PATH: '/bin', SLACK_WEBHOOK: 'of another program', SLACK_BOT_TOKEN: ' ' })).toEqual(
      { status: 'absent' },
    )
  })

  it.each([
    ['one workspace over a socket', { ...BOT, ...SOCKET }, 'socket', 'one'],
    ['one workspace by HTTP', { ...BOT, ...HTTP }, 'http', 'one'],
    ['many workspaces by HTTP', { ...HTTP, ...MANY }, 'http', 'many'],
    ['a socket, where a signing secret stands there too', { ...BOT, ...SOCKET, ...HTTP }, 'socket', 'one'],
  ])('set up %s', (_, env, entrance, access) => {
    expect(readSettings(env)).toMatchObject({
      status: 'set',
      settings: { entrance: { kind: entrance }, access: { kind: access } },
    })
  })

  it('have defaults for what most never change', () => {
    expect(readSettings({ ...BOT, ...HTTP })).toMatchObject({
      settings: {
        entrance: { port: 3000, host: '127.0.0.1' },
        admins: [],
        subscribers: 'everyone',
        unfurls: [],
        apiUrl: 'https://slack.com/api/',
      },
    })
  })

  it('say nothing of Slack where only the address to listen on is set, as in our image', () => {
    expect(readSettings({ SLACK_HOST: '0.0.0.0' })).toEqual({ status: 'absent' })
    expect(readSettings({ ...BOT, ...HTTP, SLACK_HOST: '::' })).toMatchObject({
      settings: { entrance: { host: '::' } },
    })
  })

  it('take lists with commas and blanks', () => {
    const lists = { SLACK_ADMINS: 'U012AB3CD, T0123/U0456', SLACK_UNFURL_DOMAINS: 'a.example b.example' }
    expect(readSettings({ ...BOT, ...SOCKET, ...lists })).toMatchObject({
      settings: { admins: ['U012AB3CD', 'T0123/U0456'], unfurls: ['a.example', 'b.example'] },
    })
  })

  it.each([
    [
      'the tokens in each other’s place',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
    ],
    ['a bot token alone', BOT, ['SLACK_APP_TOKEN is missing']],
    ['an app token alone', SOCKET, ['SLACK_BOT_TOKEN is missing']],
    [
      'a client id alone',
      { ...HTTP, SLACK_CLIENT_ID: '1.2' },
      ['SLACK_CLIENT_SECRET is missing', 'SLACK_STATE_SECRET is missing', 'SLACK_TOKEN_KEYS is missing'],
    ],
    ['a client id beside a bot token', { ...HTTP, ...BOT, ...MANY }, ['SLACK_BOT_TOKEN and SLACK_CLIENT_ID']],
    ['many workspaces over a socket', { ...SOCKET, ...MANY }, ['SLACK_APP_TOKEN: many workspaces']],
    ['a key that is too short', { ...HTTP, ...MANY, SLACK_TOKEN_KEYS: 'c2hvcnQ=' }, ['SLACK_TOKEN_KEYS']],
    ['a host that is no address', { ...BOT, ...HTTP, SLACK_HOST: 'news.example' }, ['SLACK_HOST']],
    ['a port that is none', { ...BOT, ...HTTP, SLACK_PORT: '70000' }, ['SLACK_PORT']],
    [
      'six domains',
      { ...BOT, ...SOCKET, SLACK_UNFURL_DOMAINS: 'a.b c.d e.f g.h i.j k.l' },
      ['SLACK_UNFURL_DOMAINS'],
    ],
    ['a name in the place of a member id', { ...BOT, ...SOCKET, SLACK_ADMINS: 'ada' }, ['SLACK_ADMINS']],
    ['an address that is none', { ...BOT, ...SOCKET, SLACK_API_URL: 'slack' }, ['SLACK_API_URL']],
  ])('say what is wrong with %s, all of it and without its value', (_, env, expected) => {
    const read = readSettings(env)
    if (read.status !== 'mistaken') throw new Error(`read as ${read.status}`)
    expect(read.mistakes).toEqual(expected.map((start) => expect.stringContaining(start)))
    const values = Object.values(env).filter((value) => value.length > 6)
    for (const value of values) expect(read.mistakes.join(' ')).not.toContain(value)
  })
})
