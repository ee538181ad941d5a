import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { runDragoman } from '../cli/run-dragoman.ts'
import { STATES } from '../../src/programs/shapes.ts'
import { createMetrics } from '../../src/monitoring/metrics.ts'
import type { StoreFigures } from '../../src/monitoring/store-figures.ts'
import { newsDelays } from '../../src/monitoring/news-delays.ts'
import { aBriefing } from '../fakes/briefings.ts'

const FIGURES: StoreFigures = {
  at: 100_000,
  articles: 7,
  stories: 3,
  bytes: 4096,
  sources: { active: 2, failing: 1 },
  waiting: { rows: 4, due: 1, oldestDueAt: 40_000, dead: 2 },
  modelTokens: 900,
}

const opened = () => {
  const metrics = createMetrics(['reader', 'editor'])
  metrics.watchStore(() => Promise.resolve(FIGURES))
  return metrics
}

describe('createMetrics', () => {
  it('tells what stands in the store, and what the process does', async () => {
    const text = await opened().registry.metrics()
    for (const line of [
      'dragoman_sources{state="active"} 2',
      'dragoman_queue_oldest_due_seconds 60',
      'dragoman_queue_dead_rows 2',
      'dragoman_role{role="editor"} 1',
      'dragoman_model_tokens_today 900',
    ])
      expect(text).toContain(`${line}\n`)
  })

  it('counts answers, acknowledgements, rounds, reads and deliveries', async () => {
    const metrics = opened()
    metrics.answered('slack', 'search', 'answered', 1_500)
    metrics.acknowledged('slack', 40)
    metrics.ended('read', 'failed', 2_000)
    metrics.haveRead({ read: 2, unchanged: 5, newArticles: 9, newVersions: 1, failures: [], ahead: [] })
    const text = await metrics.registry.metrics()
    for (const line of [
      'dragoman_answer_seconds_bucket{le="2",platform="slack",command="search",outcome="answered"} 1',
      'dragoman_acknowledgement_seconds_bucket{le="0.05",platform="slack"} 1',
      'dragoman_round_seconds_count{round="read",outcome="failed"} 1',
      'dragoman_articles_total{kind="new"} 9',
      'dragoman_reads_total{outcome="unchanged"} 5',
    ])
      expect(text).toContain(`${line}\n`)
  })

  it('leaves a scrape without figures where the store does not answer', async () => {
    const metrics = createMetrics([])
    metrics.watchStore(() => Promise.reject(new Error('no store')))
    await expect(metrics.registry.metrics()).rejects.toThrow('no store')
  })
})

describe('newsDelays', () => {
  it('measures from the newest report of each story that is new or moved', () => {
    const briefing = aBriefing()
    const marked = briefing.sections.flatMap(({ stories }) => stories).filter(({ mark }) => mark !== null)
    const dates = marked.flatMap(({ outlets }) => outlets.map(({ publishedAt }) => publishedAt ?? 0))
    const at = Math.max(...dates) + 60_000
    const { kind, delaysMs } = newsDelays({ kind: 'briefing', briefing }, at)
    expect(kind).toBe('briefing')
    expect(delaysMs.length).toBeGreaterThan(0)
    expect(Math.min(...delaysMs)).toBe(60_000)
  })

  it('passes over what is dated ahead', () => {
    expect(newsDelays({ kind: 'briefing', briefing: aBriefing() }, 0).delaysMs).toEqual([])
  })
})

const expression = z.looseObject({ expr: z.string() })
const dashboard = z.looseObject({
  panels: z.array(
    z.looseObject({ title: z.string(), type: z.literal('timeseries'), targets: z.array(expression).min(1) }),
  ),
})
const rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[mh]$/u)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.strictObject({ summary: z.string(), remedy: z.string() }),
        }),
      ),
    }),
  ),
})

/** Returns the names of the series that Prometheus gets. */
async function seriesOf(): Promise<ReadonlySet<string>> {
  const declared = (await opened().registry.getMetricsAsJSON()).flatMap(({ name, type }) =>
    String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  )
  return new Set(declared)
}

describe('docs/monitoring', () => {
  const panels = dashboard.parse(JSON.parse(readFileSync('docs/monitoring/dashboard.json', 'utf8'))).panels
  const alerts = rules
    .parse(parse(readFileSync('docs/monitoring/alerts.yaml', 'utf8')))
    .groups.flatMap((group) => group.rules)
  const queries = [
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...alerts.map(({ expr }) => expr),
  ]

  it('asks in panels and alerts for figures that there are', async () => {
    const series = await seriesOf()
    const asked = queries.flatMap((query) => query.match(/\b(?:dragoman|nodejs|process)_\w+/gu) ?? [])
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((name) => !series.has(name))).toEqual([])
  })

  it('writes queries whose brackets close', () => {
    const open = queries.filter((query) =>
      ['()', '[]', '{}'].some(
        ([left = '', right = '']) => query.split(left).length !== query.split(right).length,
      ),
    )
    expect(open).toEqual([])
  })

  it('explains every figure of ours in docs/operate.md, and no other', async () => {
    const page = readFileSync('docs/operate.md', 'utf8')
    const told = new Set(page.match(/\bdragoman_\w+/gu))
    const ours = (await opened().registry.getMetricsAsJSON())
      .map(({ name }) => name)
      .filter((name) => name.startsWith('dragoman_'))
    expect([...told].sort()).toEqual([...ours].sort())
  })

  it('names the states of sources that there are, and no other', () => {
    const row = /^\| `dragoman_sources` .*$/mu.exec(readFileSync('docs/operate.md', 'utf8'))?.[0] ?? ''
    const [, listed = ''] = row.split('sources health`:')
    expect(listed.match(/(?<=`)\w+(?=`)/gu)).toEqual(STATES)
  })

  it('names commands that exist', async () => {
    const { out } = await runDragoman(['--help'])
    const commands = new Set([...out.matchAll(/^ {2}([a-z]+)\b/gmu)].map((match) => match[1]))
    const named = alerts.flatMap(({ annotations }) => [
      ...annotations.remedy.matchAll(/`dragoman ([a-z]+)/gu),
    ])
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(([, name]) => !commands.has(name))).toEqual([])
  })
})
