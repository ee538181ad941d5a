import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  DISCORD_VARIABLES,
  readSettings as readDiscordSettings,
} from '../../adapters/discord/setup/settings.ts'
import { readSettings, SLACK_VARIABLES } from '../../adapters/slack/setup/settings.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { knownVariables } from './known-variables.ts'

const file = readFileSync('.env.example', 'utf8')
/** The file with every `#` before a variable removed. */
const shown = parseEnv(file.replaceAll(/^#(?=[A-Z])/gmu, ''))
const of = (prefix: string) =>
  Object.fromEntries(Object.entries(shown).filter(([name]) => name.startsWith(prefix)))

/** This variable names the file itself, so it is described in the file's head. */
const NAMES_THE_FILE = 'DRAGOMAN_ENV_FILE'

describe('.env.example', () => {
  it('says nothing as it stands, so that a copy changes nothing', () => {
    expect(parseEnv(file)).toEqual({})
  })

  it('holds every variable that is read, and no other', () => {
    const known = [...knownVariables(), ...SLACK_VARIABLES, ...DISCORD_VARIABLES]
    expect(file).toContain(NAMES_THE_FILE)
    expect(new Set([...Object.keys(shown), NAMES_THE_FILE])).toEqual(new Set(known))
  })

  it('shows values that would be taken', () => {
    expect(loadSettings({ env: { ...of('DRAGOMAN_'), ...of('DATABASE_') } })).toMatchObject({ ok: true })
    const slack = { ...of('SLACK_'), SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_APP_TOKEN: 'xapp-1-abc' }
    expect(readSettings(slack)).toMatchObject({ status: 'set' })
    const token = `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(27)}`
    expect(readDiscordSettings({ ...of('DISCORD_'), DISCORD_TOKEN: token })).toMatchObject({ status: 'set' })
  })

  it('shows no secret, not even an invented one that a scanner would take for real', () => {
    const secrets = Object.entries(shown).filter(([name]) => /TOKEN$|SECRET$|KEYS?$/u.test(name))
    expect(secrets).toHaveLength(8)
    expect(secrets.filter(([, value]) => value !== '')).toEqual([])
  })
})
