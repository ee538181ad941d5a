import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { aConfigDirectory } from './a-config-directory.ts'

const KEY = 'sk-very-secret-0123456789'

const load = (env: Readonly<Record<string, string>>) =>
  loadSettings({ configDirectory: aConfigDirectory(), env })

describe('the model of the environment', () => {
  it('is none', () => {
    const loaded = load({})
    expect(loaded.ok && loaded.settings.model).toBeNull()
  })

  it.each([
    [{ DRAGOMAN_MODEL: 'ollama:llama3:8b' }, 'ollama', 'llama3:8b', 'http://127.0.0.1:11434/v1'],
    [
      { DRAGOMAN_MODEL: 'anthropic:claude-x', DRAGOMAN_MODEL_KEY: KEY },
      'anthropic',
      'claude-x',
      'https://api.anthropic.com/v1',
    ],
    [
      { DRAGOMAN_MODEL: 'openai-compatible:vendor/m', DRAGOMAN_MODEL_URL: 'https://api.example/v1' },
      'openai-compatible',
      'vendor/m',
      'https://api.example/v1',
    ],
  ])('is read from %j', (env, provider, name, url) => {
    const loaded = load(env)
    expect(loaded.ok && loaded.settings.model).toMatchObject({ provider, name, url, tokensADay: 500_000 })
  })

  it.each([
    [{ DRAGOMAN_MODEL: 'llama3' }, 'DRAGOMAN_MODEL: write it as one of openai-compatible, anthropic, ollama'],
    [{ DRAGOMAN_MODEL: 'openai-compatible:m' }, 'DRAGOMAN_MODEL_URL: is missing'],
    [{ DRAGOMAN_MODEL: 'anthropic:m' }, 'DRAGOMAN_MODEL_KEY: is missing'],
    [{ DRAGOMAN_MODEL_KEY: KEY }, 'DRAGOMAN_MODEL_KEY: does nothing without DRAGOMAN_MODEL'],
    [{ DRAGOMAN_MODEL: 'ollama:m', DRAGOMAN_MODEL_KEY: `${KEY} ` }, 'DRAGOMAN_MODEL_KEY: a key holds'],
    [{ DRAGOMAN_MODEL: 'ollama:m', DRAGOMAN_MODEL_TOKENS_A_DAY: 'many' }, 'a whole number of tokens'],
    [{ DRAGOMAN_MODEL: 'ollama:m', DRAGOMAN_MODEL_URL: `https://u:${KEY}@x.example` }, 'DRAGOMAN_MODEL_URL'],
  ])('is explained where it is wrong: %j', (env, expected) => {
    const loaded = load(env)
    const texts = loaded.ok ? [] : loaded.mistakes.map(({ text }) => text)
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain(expected)
    expect(texts.filter((text) => text.includes(KEY))).toEqual([])
  })

  it('shows its key to nobody who prints the settings', () => {
    const loaded = load({ DRAGOMAN_MODEL: 'anthropic:m', DRAGOMAN_MODEL_KEY: KEY })
    expect(loaded.ok && loaded.settings.model?.key()).toBe(KEY)
    expect(inspect(loaded, { depth: 9, showHidden: true })).not.toContain(KEY)
    expect(JSON.stringify(loaded)).not.toContain(KEY)
  })
})
