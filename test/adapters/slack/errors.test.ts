import { webApi } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { BodyNotSent } from '../../../adapters/slack/transport/late-body.ts'
import { refusalOf, toDeliveryError } from '../../../adapters/slack/errors.ts'

const platform = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error })

describe('what Slack answers, in the words of delivery', () => {
  it.each([
    ['not_in_channel', 'not-allowed', 'invite', false],
    ['channel_not_found', 'channel-gone', null, false],
    ['is_archived', 'channel-gone', 'archived', false],
    ['restricted_action', 'not-allowed', 'restricted', false],
    ['restricted_action_read_only_channel', 'not-allowed', 'restricted', false],
    ['token_revoked', 'token-refused', 'reinstall', false],
    ['account_inactive', 'token-refused', 'reinstall', false],
    ['invalid_auth', 'token-refused', 'reinstall', false],
    ['missing_scope', 'not-allowed', 'reinstall', false],
    ['user_disabled', 'channel-gone', null, false],
    ['msg_blocks_too_long', 'rejected', null, false],
    ['invalid_blocks', 'rejected', null, false],
    ['a_word_that_is_new', 'rejected', null, false],
    ['ratelimited', 'rate-limited', null, false],
    ['service_unavailable', 'unavailable', null, false],
    ['internal_error', 'unavailable', null, false],
    ['fatal_error', 'unavailable', null, true],
  ])('%s is %s (%s)', (said, code, remedy, mayHaveArrived) => {
    const error = toDeliveryError(platform(said))
    expect(error).toMatchObject({ code, remedy, mayHaveArrived })
    expect(error.message).toMatch(new RegExp(`^[A-Z][^.]+\\. ?.*\\(${said}\\)$`, 'u'))
  })

  it.each([
    [
      'a 429',
      new webApi.WebAPIRateLimitedError(7),
      { code: 'rate-limited', retryAfterMs: 7_000, mayHaveArrived: false },
    ],
    [
      'a 429 that names no time',
      new Error('Retry header did not contain a valid timeout'),
      { code: 'rate-limited', retryAfterMs: null },
    ],
    [
      'a 503',
      new webApi.WebAPIHTTPError(503, 'Unavailable', {}),
      { code: 'unavailable', mayHaveArrived: false },
    ],
    [
      'a 502',
      new webApi.WebAPIHTTPError(502, 'Bad gateway', {}),
      { code: 'unavailable', mayHaveArrived: false },
    ],
    ['a 504', new webApi.WebAPIHTTPError(504, 'Too late', {}), { code: 'unavailable', mayHaveArrived: true }],
    [
      'a connection that broke before the body was sent',
      new webApi.WebAPIRequestError(new BodyNotSent('fetch failed')),
      { code: 'unavailable', mayHaveArrived: false },
    ],
    ['a 413', new webApi.WebAPIHTTPError(413, 'Too large', {}), { code: 'rejected', mayHaveArrived: false }],
    ['no name server', request('EAI_AGAIN'), { code: 'unavailable', mayHaveArrived: false }],
    ['nobody at the port', request('ECONNREFUSED'), { code: 'unavailable', mayHaveArrived: false }],
    ['a broken connection', request('ECONNRESET'), { code: 'unavailable', mayHaveArrived: true }],
    [
      'no answer in time',
      new webApi.WebAPIRequestError(new DOMException('late', 'TimeoutError')),
      { code: 'unavailable', mayHaveArrived: true },
    ],
    ['anything else', 'what?', { code: 'unavailable', mayHaveArrived: true }],
  ])('%s', (_, error, expected) => {
    expect(toDeliveryError(error)).toMatchObject({ name: 'DeliveryError', ...expected })
  })

  it('translates once', () => {
    const error = toDeliveryError(platform('is_archived'))
    expect(toDeliveryError(error)).toBe(error)
  })

  it('knows the word of a refusal, and that a broken line is none', () => {
    expect(refusalOf(platform('is_archived'))).toBe('is_archived')
    expect(refusalOf(request('ECONNRESET'))).toBe(null)
  })
})

function request(code: string): Error {
  return new webApi.WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }),
  )
}
