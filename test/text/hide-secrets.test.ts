import { describe, expect, it } from 'vitest'
import { hideSecrets } from '../../src/text/hide-secrets.ts'

const DISCORD = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs'

describe('hideSecrets', () => {
  it.each([
    ['a token of Slack', 'not xoxb-12-abc, sir', 'not [hidden], sir'],
    ['a rotated token of Slack', '(xoxe.xoxp-1-Mi0y)', '([hidden])'],
    ['an app token of Slack', 'xapp-1-A1-2-ff refused', '[hidden] refused'],
    [
      'an address of Slack that answers',
      'https://hooks.slack.com/commands/T1/2/def is gone',
      'https://hooks.slack.com/[hidden] is gone',
    ],
    [
      'an address of Discord that answers',
      'PATCH /api/v10/webhooks/1234/aW50ZXI/messages',
      'PATCH /api/v10/webhooks/1234/[hidden]/messages',
    ],
    ['the token of a bot on Discord', `token ${DISCORD}!`, 'token [hidden]!'],
    [
      'the key of a model',
      'Incorrect API key provided: sk-ant-api03-abcdefghijkl',
      'Incorrect API key provided: [hidden]',
    ],
    ['a header', 'authorization: Bearer abcdefghijklmnop.qrs', 'authorization: Bearer [hidden]'],
    [
      'name and password in an address',
      'cannot fetch https://ann:pass@feeds.example/rss',
      'cannot fetch https://[hidden]@feeds.example/rss',
    ],
  ])('hides %s', (_, text, told) => {
    expect(hideSecrets(text)).toBe(told)
  })

  it.each([
    'https://example.org/webhooks?mail=a@example.org',
    'Slack does not take this message (invalid_blocks). Bot users cannot do that.',
    'connect ECONNREFUSED 127.0.0.1:443 at node_modules/undici/lib/core/connect.js:12',
    'slack:T0123456789/C0123456789 k4f2 2026-03-10 08:00 Europe/Istanbul',
    'https://harbour-post.example/2026/03/10/bridge-over-the-river-reopens-after-the-storm.html',
  ])('leaves %s as it is', (text) => {
    expect(hideSecrets(text)).toBe(text)
  })

  it('leaves a line of JSON one', () => {
    const line = JSON.stringify({
      at: 'https://hooks.slack.com/abc\nhere',
      said: '"https://hooks.slack.com/abc"',
    })
    expect(JSON.parse(hideSecrets(line))).toEqual({
      at: 'https://hooks.slack.com/[hidden]\nhere',
      said: '"https://hooks.slack.com/[hidden]"',
    })
  })
})
