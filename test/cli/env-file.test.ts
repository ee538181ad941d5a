import {
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepInEnvFile, withEnvFile } from '../../src/cli/env-file.ts'

let directory: string
let file: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dragoman-env-'))
  file = join(directory, '.env')
})
afterEach(() => rmSync(directory, { recursive: true }))

describe('the env file', () => {
  it('adds to the environment and never replaces what the process was started with', () => {
    writeFileSync(file, '# tokens\nSLACK_BOT_TOKEN=xoxb-from-file\nDRAGOMAN_ZONE="Asia/Tehran"\n')
    expect(withEnvFile({ DRAGOMAN_ENV_FILE: file, DRAGOMAN_ZONE: 'UTC' })).toMatchObject({
      env: { SLACK_BOT_TOKEN: 'xoxb-from-file', DRAGOMAN_ZONE: 'UTC' },
    })
  })

  it('says which file is missing when one was named', () => {
    const mistake = expect.stringContaining(file)
    expect(withEnvFile({ DRAGOMAN_ENV_FILE: file })).toEqual({ status: 'missing', mistake })
    expect(withEnvFile({})).toMatchObject({ status: 'read' })
  })

  it('keeps comments and other variables, replaces those it sets, and is readable by its owner alone', () => {
    writeFileSync(file, '# mine\nexport SLACK_BOT_TOKEN=old\nOTHER=1\n')
    keepInEnvFile(file, { SLACK_BOT_TOKEN: 'new', SLACK_APP_TOKEN: 'xapp-1' })
    expect(readFileSync(file, 'utf8')).toBe('# mine\nSLACK_BOT_TOKEN=new\nOTHER=1\nSLACK_APP_TOKEN=xapp-1\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('takes out what shall not be set any more, wherever it stands', () => {
    writeFileSync(file, 'A=1\nexport GUILD=old\n# GUILD=mine\nGUILD=older\nGUILDS=2\n')
    keepInEnvFile(file, { A: '2', GUILD: null, MISSING: null })
    expect(readFileSync(file, 'utf8')).toBe('A=2\n# GUILD=mine\nGUILDS=2\n')
  })

  it('follows a link to where secrets are kept, makes what it leads to, and leaves it a link', () => {
    const kept = join(directory, 'secrets', 'dragoman')
    symlinkSync('secrets/dragoman', file)
    keepInEnvFile(file, { SLACK_BOT_TOKEN: 'new' })
    keepInEnvFile(file, { SLACK_APP_TOKEN: 'xapp-1' })
    expect(readFileSync(kept, 'utf8')).toBe('SLACK_BOT_TOKEN=new\nSLACK_APP_TOKEN=xapp-1\n')
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(readdirSync(directory).toSorted()).toEqual(['.env', 'secrets'])
    expect(statSync(join(directory, 'secrets')).mode & 0o777).toBe(0o700)
  })

  it('gives back what was written, whatever it holds', () => {
    const value = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\r\n'\\]/u.test(text))
    fc.assert(
      fc.property(value, (text) => {
        rmSync(file, { force: true })
        keepInEnvFile(file, { A: text, B: 'b' })
        expect(parseEnv(readFileSync(file, 'utf8'))).toEqual({ A: text, B: 'b' })
      }),
    )
  })

  it('refuses what it could not give back', () => {
    expect(() => keepInEnvFile(file, { A: 'one\ntwo' })).toThrow('line break')
  })
})
