import { describe, expect, it } from 'vitest'
import { explainFetchError } from '../../src/feeds/explain-fetch-error.ts'

const limits = { connectMs: 10_000, silenceMs: 15_000, timeoutMs: 30_000 }
const coded = (code: string): Error => Object.assign(new Error(code), { code })

describe('explainFetchError', () => {
  it.each([
    ['UND_ERR_CONNECT_TIMEOUT', 'No connection within 10 s.'],
    ['UND_ERR_HEADERS_TIMEOUT', 'No answer within 15 s.'],
    ['UND_ERR_BODY_TIMEOUT', 'The answer broke off for 15 s.'],
    ['UND_ERR_ABORTED', 'No whole answer within 30 s.'],
  ])('says how long was waited: %s', (code, text) => {
    expect(explainFetchError(coded(code), limits)).toEqual({ kind: 'timeout', text })
    const nested = new Error('fetch failed', { cause: new AggregateError([coded(code)]) })
    expect(explainFetchError(nested, limits)).toEqual({ kind: 'timeout', text })
  })

  it('says which name cannot be found, and what broke', () => {
    expect(explainFetchError(coded('ENOTFOUND'), limits).text).toContain('cannot be found')
    expect(explainFetchError(coded('ECONNRESET'), limits)).toEqual({
      kind: 'unreachable',
      text: 'The connection broke (ECONNRESET).',
    })
  })
})
