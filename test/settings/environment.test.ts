import { describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { aConfigDirectory } from './a-config-directory.ts'
import { mistakesIn } from './mistakes-in.ts'

describe('the environment', () => {
  it.each<[Record<string, string>, unknown]>([
    [{}, null],
    [{ DRAGOMAN_PORT: '80' }, null],
    [
      { DRAGOMAN_PUBLIC_URL: 'https://news.example/bot' },
      { publicUrl: 'https://news.example/bot', port: 8710, host: '127.0.0.1' },
    ],
    [
      { DRAGOMAN_PUBLIC_URL: 'https://news.example', DRAGOMAN_PORT: '80', DRAGOMAN_HOST: '0.0.0.0' },
      { publicUrl: 'https://news.example', port: 80, host: '0.0.0.0' },
    ],
    [
      { DRAGOMAN_PUBLIC_URL: 'http://localhost:8710' },
      { publicUrl: 'http://localhost:8710', port: 8710, host: '127.0.0.1' },
    ],
    [{ DRAGOMAN_PUBLIC_URL: 'http://127.0.0.1:8710' }, { publicUrl: 'http://127.0.0.1:8710' }],
    [{ DRAGOMAN_PUBLIC_URL: 'http://[::1]:8710' }, { publicUrl: 'http://[::1]:8710' }],
  ])('says where the world reaches us: %o', (env, web) => {
    expect(loadSettings({ configDirectory: aConfigDirectory({}), env })).toMatchObject({ settings: { web } })
  })

  it.each([
    ['DRAGOMAN_ZONE', 'Mars', 'environment: DRAGOMAN_ZONE: unknown time zone'],
    ['DRAGOMAN_LOG_LEVEL', 'verbose', 'environment: DRAGOMAN_LOG_LEVEL: unknown log level'],
    [
      'DRAGOMAN_ALLOW_ADDRESSES',
      '10.0.0.0/33',
      'environment: DRAGOMAN_ALLOW_ADDRESSES: holds something that is no IP',
    ],
    ['DRAGOMAN_PUBLIC_URL', 'news.example', 'environment: DRAGOMAN_PUBLIC_URL: holds no address that others'],
    ['DRAGOMAN_PUBLIC_URL', 'https://a:b@news.example', 'environment: DRAGOMAN_PUBLIC_URL: holds no'],
    ['DRAGOMAN_PUBLIC_URL', 'https://news.example/?x=1', 'environment: DRAGOMAN_PUBLIC_URL: holds no'],
    [
      'DRAGOMAN_PUBLIC_URL',
      'http://news.example',
      'it starts with https:// and has no ? or # in it, as in https://news.example; on this machine alone also with http://',
    ],
    ['DRAGOMAN_PUBLIC_URL', 'http://localhost.news.example', 'DRAGOMAN_PUBLIC_URL: holds no'],
    ['DRAGOMAN_WEB_URL', 'http://news.example', 'DRAGOMAN_WEB_URL: holds no address at which people open'],
    ['DRAGOMAN_PORT', 'http', 'environment: DRAGOMAN_PORT: a port'],
    ['DRAGOMAN_PORT', '70000', 'environment: DRAGOMAN_PORT: a port'],
    ['DRAGOMAN_HOST', 'news.example', 'environment: DRAGOMAN_HOST: is no IP address'],
    [
      'DRAGOMAN_STORE',
      'mysql://db/news',
      'environment: DRAGOMAN_STORE: begins with no kind of store that we have; write file: and a directory, as in file:/var/lib/dragoman, or postgres: and a server',
    ],
    ['DATABASE_URL', 'mysql://db/news', 'environment: DATABASE_URL: begins with no postgres://'],
    ['DRAGOMAN_DATE', 'x', "environment: unknown key 'DRAGOMAN_DATE'; did you mean 'DRAGOMAN_DATA'?"],
  ])('explains a wrong %s', (name, value, expected) => {
    const mistakes = mistakesIn({}, { [name]: value })
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(expected)
  })

  it('explains all mistakes at once, those of the model and of the files among them', () => {
    const env = {
      DRAGOMAN_ZONE: 'Foo/Bar',
      DRAGOMAN_MODEL: 'foo',
      DRAGOMAN_MODEL_TOKENS_A_DAY: 'many',
    }
    const told = mistakesIn({ 'source.yaml': 'sources: []' }, env).map((line) => /^\S+ \S+/u.exec(line)?.[0])
    expect(told).toEqual([
      'environment: DRAGOMAN_ZONE:',
      'environment: DRAGOMAN_MODEL_TOKENS_A_DAY:',
      'environment: DRAGOMAN_MODEL:',
    ])
  })

  it('does not miss a variable of the model that is there but wrong', () => {
    const env = { DRAGOMAN_MODEL: 'openai-compatible:m', DRAGOMAN_MODEL_URL: 'api.example' }
    expect(mistakesIn({}, env)).toEqual([expect.stringContaining('DRAGOMAN_MODEL_URL: holds no web address')])
  })

  it('takes an empty variable for one that is not set', () => {
    expect(mistakesIn({}, { DRAGOMAN_ZONE: '' })).toEqual([])
  })

  it('never shows the value of a variable that it does not know', () => {
    expect(mistakesIn({}, { DRAGOMAN_TOKEN: 'xoxb-secret' }).join()).not.toContain('secret')
  })

  it.each([
    [
      'xx',
      "environment: DRAGOMAN_LANGUAGE: unknown language 'xx'; use one of en, tr, ar, fa, fr, de, ru, es",
    ],
    ['deu', "environment: DRAGOMAN_LANGUAGE: unknown language 'deu'; did you mean 'de'?"],
    [
      'farsi',
      "environment: DRAGOMAN_LANGUAGE: unknown language 'farsi'; use one of en, tr, ar, fa, fr, de, ru, es",
    ],
  ])('offers for our own words only languages that we speak: %s', (typed, mistake) => {
    expect(mistakesIn({}, { DRAGOMAN_LANGUAGE: typed })).toEqual([mistake])
  })
})
