import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DISCORD_VARIABLES, readSettings } from '../../../adapters/discord/setup/settings.ts'
import { FAKE_TOKEN } from '../../fakes/discord/discord-server.ts'

describe('readSettings', () => {
  it('finds nothing where nothing is set', () => {
    expect(readSettings({ SLACK_TOKEN: 'x', DISCORD_TOKEN: '' })).toEqual({ status: 'absent' })
  })

  it('reads all variables', () => {
    expect(
      readSettings({
        DISCORD_TOKEN: FAKE_TOKEN,
        DISCORD_ADMINS: '500000000000000001, 500000000000000002',
        DISCORD_GUILD: '200000000000000001',
        DISCORD_SUBSCRIBERS: 'managers',
        DISCORD_CROSSPOST: 'yes',
      }),
    ).toEqual({
      status: 'set',
      settings: {
        token: FAKE_TOKEN,
        admins: new Set(['500000000000000001', '500000000000000002']),
        guild: '200000000000000001',
        subscribers: 'managers',
        crosspost: true,
      },
    })
  })

  it('tells all mistakes at once, and never a value', () => {
    const read = readSettings({
      DISCORD_TOKEN: 'secret-but-short',
      DISCORD_ADMINS: 'ada',
      DISCORD_SUBSCRIBERS: 'nobody',
      DISCORD_CROSSPOST: 'maybe',
      DISCORD_GILD: '1',
    })
    const mistakes = read.status === 'mistaken' ? read.mistakes.join('\n') : ''
    const names = ['TOKEN', 'ADMINS', 'SUBSCRIBERS', 'CROSSPOST', 'GILD']
    for (const name of names.map((end) => `DISCORD_${end}`)) expect(mistakes).toContain(name)
    expect(mistakes).not.toContain('secret-but-short')
  })

  it('lets everybody subscribe where nothing else is said', () => {
    expect(readSettings({ DISCORD_TOKEN: FAKE_TOKEN })).toMatchObject({
      settings: { subscribers: 'everyone' },
    })
  })

  it('misses the token where only others are set', () => {
    expect(readSettings({ DISCORD_GUILD: '200000000000000001' })).toEqual({
      status: 'mistaken',
      mistakes: [expect.stringContaining('DISCORD_TOKEN is missing')],
    })
  })

  it('has its variables explained in docs/discord.md, all and no others', () => {
    const page = readFileSync('docs/discord.md', 'utf8')
    const explained = [...page.matchAll(/^\| `(DISCORD_\w+)`/gmu)].map((row) => row[1])
    expect(explained).toEqual(DISCORD_VARIABLES)
  })
})
