import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { LOCAL } from '../chat/local.ts'
import type { Commands } from '../chat/commands.ts'
import type { Metrics, Round } from '../monitoring/metrics.ts'
import { createPulse } from '../monitoring/create-pulse.ts'
import type { Tracing } from '../monitoring/open-tracing.ts'
import type { Store } from '../records/ports/store.ts'
import type { Source } from '../records/source.ts'
import type { Settings } from '../settings/settings.ts'
import { inRequest } from '../thread/in-request.ts'
import { examineModel } from './examine.ts'

/** Monitoring of the process. Parts that are not configured are null and their modules are not loaded. */
export interface Monitoring {
  readonly metrics: Metrics | null
  readonly tracing: Tracing | null
  /**
   * Runs a round of the clock as a request of its own, visible in the log, metrics and traces. Rethrows what
   * `work` throws.
   */
  readonly round: <T>(round: Round, work: () => Promise<T>) => Promise<T>
  /** Wraps commands so that the duration of each answer is measured. */
  watched(commands: Commands): Commands
  /** Sets why the process is not ready (starting, stopping); null once it can be given work. */
  setUnready(why: string | null): void
  /** Starts answering probes and Prometheus, if a port is set. Returns that port, or null. */
  listen(opened: {
    readonly store: Store
    readonly sources: () => readonly Source[]
    readonly now: () => number
  }): Promise<number | null>
  close(): Promise<void>
}

/** A store that does not answer within this time counts as unavailable, in milliseconds. */
const STORE_PATIENCE_MS = 2_000

/**
 * Opens what the settings and the environment ask for: metrics at DRAGOMAN_STATUS_PORT, traces to
 * OTEL_EXPORTER_OTLP_ENDPOINT.
 */
export async function openMonitoring(
  settings: Settings,
  env: Readonly<Record<string, string | undefined>>,
  roles: readonly string[],
): Promise<Monitoring> {
  const pulse = createPulse()
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? ''
  const tracing =
    endpoint === ''
      ? null
      : (await import('../monitoring/open-tracing.ts')).openTracing({
          endpoint,
          service: env['OTEL_SERVICE_NAME'] ?? 'dragoman',
          roles,
        })
  const metrics =
    settings.status === null ? null : (await import('../monitoring/metrics.ts')).createMetrics(roles)
  let unready: string | null = 'starting'
  let server: { close(): Promise<void> } | null = null

  return {
    metrics,
    tracing,
    round: (round, work) =>
      inRequest(`${round}-${randomUUID()}`, async () => {
        const since = performance.now()
        let outcome: 'done' | 'failed' = 'failed'
        try {
          const done = await pulse.round(round, () => tracing?.span(round, {}, work) ?? work())
          outcome = 'done'
          return done
        } finally {
          metrics?.ended(round, outcome, performance.now() - since)
        }
      }),
    watched: (commands) => ({
      ...commands,
      async answer(request, asker) {
        const since = performance.now()
        const { platform } = asker
        const command = request.command.name
        let outcome: 'answered' | 'failed' = 'failed'
        const find = () => commands.answer(request, asker)
        try {
          const answer = await (tracing?.span('answer', { platform, command }, find) ?? find())
          outcome = 'answered'
          return answer
        } finally {
          metrics?.answered(platform, command, outcome, performance.now() - since)
        }
      },
    }),
    setUnready: (why) => void (unready = why),
    async listen({ store, sources, now }) {
      if (settings.status === null || metrics === null) return null
      const [{ createStoreFigures }, { openStatusServer }] = await Promise.all([
        import('../monitoring/store-figures.ts'),
        import('../monitoring/open-status-server.ts'),
      ])
      const modelTokens = async () => (await examineModel(settings))?.tokensToday ?? 0
      metrics.watchStore(createStoreFigures({ store, sources, modelTokens, now }))
      const opened = await openStatusServer({
        ...settings.status,
        registry: metrics.registry,
        alive() {
          const hanging = pulse.silent()
          return { isWell: hanging === null, text: hanging ?? 'ok' }
        },
        async ready() {
          if (unready !== null) return { isWell: false, text: unready }
          const isThere = await answers(store)
          return { isWell: isThere, text: isThere ? 'ready' : 'the store does not answer' }
        },
      })
      server = opened
      return opened.port
    },
    async close() {
      await Promise.all([server?.close(), tracing?.close()])
    },
  }
}

/** Whether the store answers a small query in time. */
async function answers(store: Store): Promise<boolean> {
  const asking = store.recall({ platform: LOCAL, kind: 'probe', id: 'probe' }).then(
    () => true,
    () => false,
  )
  return Promise.race([asking, wait(STORE_PATIENCE_MS, false, { ref: false })])
}
