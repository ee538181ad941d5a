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
