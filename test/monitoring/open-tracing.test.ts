import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openTracing } from '../../src/monitoring/open-tracing.ts'
import { inRequest } from '../../src/thread/in-request.ts'

const exported = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value: z.unknown() })) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.looseObject({
              name: z.string(),
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
  ),
})

test('a collector gets an answer with what it asked of the store below it, and no words of an error', async () => {
  const bodies: unknown[] = []
  const collector = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      bodies.push({ path: request.url, body: await json(request) })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    }
    void answer()
  })
  await once(collector.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void collector.close())
  const address = collector.address()
  const port = typeof address === 'object' ? address?.port : null
  const tracing = openTracing({ endpoint: `http://127.0.0.1:${port}/`, service: 'news', roles: ['slack'] })
  const store = tracing.each('store', {
    name: 'kept as it is',
    search: (words: string) => Promise.resolve(words.length),
    fail: () => Promise.reject(new Error('what somebody wrote')),
  })

  const found = await inRequest('Ev1', () =>
    tracing.span('answer', { platform: 'slack' }, async () => {
      await store.fail().catch(() => undefined)
      return store.search('grain')
    }),
  )
  await tracing.close()

  expect(found).toBe(5)
  expect(store.name).toBe('kept as it is')
  expect(bodies).toMatchObject([{ path: '/v1/traces' }])
  expect(JSON.stringify(bodies)).not.toContain('what somebody wrote')
  const [first] = bodies
  const { body } = z.object({ body: exported }).parse(first)
  const [resource] = body.resourceSpans
  const attributes = new Map(resource?.resource.attributes.map(({ key, value }) => [key, value]))
  expect(attributes.get('service.name')).toEqual({ stringValue: 'news' })
  const spans = resource?.scopeSpans.flatMap((scope) => scope.spans) ?? []
  const answer = spans.find(({ name }) => name === 'answer')
  expect(spans.map(({ name }) => name)).toEqual(['store.fail', 'store.search', 'answer'])
  for (const span of spans.filter(({ name }) => name !== 'answer'))
    expect(span).toMatchObject({ traceId: answer?.traceId, parentSpanId: answer?.spanId })
  expect(JSON.stringify(answer)).toContain('Ev1')
})
