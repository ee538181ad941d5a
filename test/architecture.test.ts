import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The stages in the order in which news passes through them. Each may import those before it. */
const STAGES = [
  'thread',
  'text',
  'language',
  'words',
  'records',
  'feeds',
  'articles',
  'tagging',
  'analysis',
  'stories',
  'summaries',
  'subscriptions',
  'briefings',
  'pictures',
  'chat',
  'commands',
  'archive',
  'delivery',
  'schedule',
]
/** These may use the types of any stage. */
const OUTSIDE = ['storage', 'settings', 'web', 'programs', 'site', 'monitoring', 'queue', 'demo', 'cli']
/** Files that wire the stages together. */
const WIRING = new Set([
  'src/bin.ts',
  'src/main.ts',
  'src/between-desks.ts',
  'src/bot.ts',
  'src/complete-articles.ts',
  'src/editor.ts',
  'src/reading-desk.ts',
  'src/news-desk.ts',
  'src/newsroom.ts',
])

/** Each library is used in few folders, so that replacing it concerns only these. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'rss-parser': ['src/feeds'],
  feedsmith: ['src/feeds', 'src/site', 'src/demo', 'test'],
  hono: ['src/programs', 'src/site'],
  '@hono/node-server': ['src/site'],
  undici: ['src/feeds', 'adapters/slack', 'test'],
  'node-cron': ['src/schedule'],
  kysely: ['src/storage'],
  'node:sqlite': ['src/storage/sqlite', 'test'],
  pg: ['src/storage/postgres', 'test'],
  '@slack/bolt': ['adapters/slack', 'test'],
  'discord.js': ['adapters/discord', 'test'],
  'intl-messageformat': ['src/words'],
  commander: ['src/cli'],
  'pg-boss': ['src/queue'],
  'prom-client': ['src/monitoring'],
  '@opentelemetry/api': ['src/monitoring'],
  '@opentelemetry/sdk-trace-node': ['src/monitoring'],
  eld: ['src/language'],
  ai: ['src/summaries'],
  '@ai-sdk/anthropic': ['src/summaries'],
  '@ai-sdk/openai-compatible': ['src/summaries'],
  diff: ['src/text'],
  'd3-geo': ['src/pictures'],
  'topojson-client': ['src/pictures'],
  '@resvg/resvg-js': ['src/pictures'],
  'ical-generator': ['src/site'],
  '@modelcontextprotocol/server': ['src/programs', 'src/cli'],
}

interface Import {
  readonly from: string
  readonly to: string
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^\}\s*from\s*['"]([^'"]+)['"]/gmu

function importsOf(pattern: string): Import[] {
  return globSync(pattern).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => {
      const target = match[1] ?? match[2] ?? match[3] ?? ''
      const to = target.startsWith('.') ? normalize(join(dirname(file), target)) : target
      return { from: file.replaceAll('\\', '/'), to: to.replaceAll('\\', '/') }
    }),
  )
}

const stageOf = (path: string): string => path.split('/')[1] ?? ''
const told = ({ from, to }: Import): string => `${from} imports ${to}`

describe('the dependency rule', () => {
  const src = importsOf('src/**/*.ts')
  const adapters = importsOf('adapters/**/*.ts')

  it('sees the imports it judges', () => {
    expect(src.length).toBeGreaterThan(50)
    expect(src.some(({ to }) => to === 'src/language/letters.ts')).toBe(true)
  })

  it('keeps chat platforms out of src, except in main.ts', () => {
    expect(
      src.filter(({ from, to }) => to.startsWith('adapters/') && from !== 'src/main.ts').map(told),
    ).toEqual([])
  })

  it('keeps one adapter out of another', () => {
    const crossed = adapters.filter(
      ({ from, to }) => to.startsWith('adapters/') && stageOf(to) !== stageOf(from),
    )
    expect(crossed.map(told)).toEqual([])
  })

  it('lets a stage import only stages before it', () => {
    const backwards = src.filter(({ from, to }) => {
      const [own, other] = [STAGES.indexOf(stageOf(from)), STAGES.indexOf(stageOf(to))]
      return own >= 0 && to.startsWith('src/') && (other < 0 || other > own)
    })
    expect(backwards.map(told)).toEqual([])
  })

  it('knows every folder and every file at the top of src', () => {
    const folders = new Set(globSync('src/*/*.ts').map((file) => stageOf(file.replaceAll('\\', '/'))))
    expect([...folders].filter((folder) => ![...STAGES, ...OUTSIDE].includes(folder))).toEqual([])
    expect(globSync('src/*.ts').filter((file) => !WIRING.has(file.replaceAll('\\', '/')))).toEqual([])
  })

  it('gives each library one home', () => {
    const strays = [...src, ...adapters].filter(({ from, to }) => {
      const homes = HOMES[to]
      return homes !== undefined && !homes.some((home) => from.startsWith(`${home}/`))
    })
    expect(strays.map(told)).toEqual([])
  })

  it('reads the environment in one place', () => {
    const programs = globSync('{src,adapters}/**/*.ts').filter((file) => !file.includes('/build/'))
    expect(programs.filter((file) => codeOf(file).includes('process.env'))).toEqual(['src/main.ts'])
  })
})

function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/^\s*(?:\*|\/\/|\/\*).*$/gmu, '')
}
