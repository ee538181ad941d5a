/** Whether an answer is a page that asks a browser to prove itself, rather than what we asked for. */
export function isBotProtection(
  headers: Readonly<Record<string, string | undefined>>,
  bytes: Uint8Array,
): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_LENGTH)).toString(
    'latin1',
  )
  return /<html|<script|<!doctype html/i.test(head) && MARKS.some((mark) => head.includes(mark))
}

/** The marks stand in the head of the page or in its first script. */
const HEAD_LENGTH = 20_000

/** What the pages of Cloudflare, DDoS-Guard, Imperva, DataDome, HUMAN, AWS WAF and Qrator carry. */
const MARKS: readonly string[] = [
  'Just a moment...',
  'cf-chl-',
  'cdn-cgi/challenge-platform',
  'Attention Required! | Cloudflare',
  'cf-browser-verification',
  'ddos-guard',
  'DDoS-Guard',
  '_Incapsula_Resource',
  'captcha-delivery.com',
  'px-captcha',
  'awsWafCookieDomainList',
  'gokuProps',
  '__qrator',
]
