import { SpanStatusCode } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import packageFile from '../../package.json' with { type: 'json' }
import { requestUnderWay } from '../thread/in-request.ts'

export interface Tracing {
  /** Runs `work` in a span; spans opened inside become its children. Rethrows what `work` throws. */
  span<T>(name: string, attributes: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T>
  /**
   * Wraps methods so that each call that returns a promise is a span `name.method`. For objects whose methods
   * need no `this`.
   */
  each<T extends object>(name: string, methods: T): T
  /** Sends the remaining spans, within two seconds. */
  close(): Promise<void>
}

/** How long stopping waits for the collector, in milliseconds. */
const FAREWELL_MS = 2_000

/**
 * Traces with OpenTelemetry, sent to a collector (OTLP over HTTP, JSON). A span has names and durations,
 * never what people wrote. The exporter reads headers and timeouts from its own variables
 * (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).
 */
export function openTracing({
  endpoint,
  service,
  roles,
}: {
  /** As in OTEL_EXPORTER_OTLP_ENDPOINT: without the path of the signal. */
  readonly endpoint: string
  readonly service: string
  readonly roles: readonly string[]
}): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': service,
      'service.version': packageFile.version,
      'dragoman.roles': roles.join(','),
    }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: FAREWELL_MS })],
  })
  // Connects the spans of one request.
  provider.register()
  const tracer = provider.getTracer('dragoman')

  function span<T>(
    name: string,
    attributes: Readonly<Record<string, string>>,
    work: () => Promise<T>,
  ): Promise<T> {
    return tracer.startActiveSpan(name, { attributes: { ...attributes, ...requestOf() } }, async (open) => {
      try {
        return await work()
      } catch (error) {
        // The message of an error may contain what people wrote.
        open.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'fault' })
        throw error
      } finally {
        open.end()
      }
    })
  }

  function each<T extends object>(name: string, methods: T): T
  function each(name: string, methods: object): object {
    const traced = Object.entries(methods).map(([method, call]: [string, unknown]) => {
      if (typeof call !== 'function') return [method, call]
      const inSpan = (...args: readonly unknown[]): unknown =>
        span(`${name}.${method}`, {}, async () => Reflect.apply(call, methods, args))
      return [method, inSpan]
    })
    return Object.fromEntries(traced)
  }

  return {
    span,
    each,
    async close() {
      await Promise.race([
        provider.shutdown().catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, FAREWELL_MS).unref()),
      ])
    },
  }
}

function requestOf(): Readonly<Record<string, string>> {
  const id = requestUnderWay()?.id
  return id === undefined ? {} : { 'dragoman.request': id }
}
