import { isIP } from 'node:net'
import { z } from 'zod'
import packageFile from '../../package.json' with { type: 'json' }
import { explainIssue } from './explain-issue.ts'
import { address, oneOf, ownLanguage, text, zone } from './fields.ts'
import type { Mistake } from './mistake.ts'
import { LOG_LEVELS } from './settings.ts'

const variables = z.strictObject({
  DRAGOMAN_CONFIG: text('the directory with sources.yaml and its like').default('./config'),
  DRAGOMAN_ENV_FILE: text('the file of variables').default('.env'),
  DRAGOMAN_DATA: text('the directory in which the news is kept').default('./data'),
  DRAGOMAN_LOG_LEVEL: oneOf('log level', LOG_LEVELS).default('info'),
  DRAGOMAN_LANGUAGE: ownLanguage().default('en'),
  DRAGOMAN_ZONE: zone().default('UTC'),
  DRAGOMAN_USER_AGENT: text('how to introduce ourselves to the sites we read')
    .regex(/^[\x20-\x7e]+$/u, { error: 'a user agent holds plain ASCII letters only' })
    .default(`Dragoman/${packageFile.version} (news briefings; reads feeds)`),
  DRAGOMAN_ALLOW_ADDRESSES: z
    .string()
    .transform((list) => list.split(/[\s,]+/u).filter((part) => part !== ''))
    .refine((list) => list.every(isAddressOrRange), {
      error: 'holds something that is no IP address or range; write them as in "10.0.0.0/8, ::1"',
    })
    .default([]),
  DRAGOMAN_KEEP_DAYS: z
    .string()
    .regex(/^(?:[3-9][0-9]|[1-9][0-9]{2,4})$/u, {
      error: 'a whole number of days, 30 at least, as in 365: people look back some weeks',
    })
    .transform(Number)
    .optional(),
  DRAGOMAN_MODEL: text('a model, as in ollama:llama3').optional(),
  DRAGOMAN_MODEL_URL: z
    .string()
    .refine((value) => address('').safeParse(value).success, {
      error:
        'holds no web address; it starts with https:// and holds no password, which belongs in DRAGOMAN_MODEL_KEY',
    })
    .optional(),
  DRAGOMAN_PUBLIC_URL: z
    .string()
    .refine((value) => address('').safeParse(value).success && !/[?#]/u.test(value), {
      error:
        'holds no address that others can reach us at; it starts with https:// and has no ? or # in it, as in https://news.example',
    })
    .optional(),
  DRAGOMAN_PORT: z
    .string()
    .regex(/^\d{1,5}$/u, { error: 'a port from 0 to 65535, as in 8710' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'a port is a number from 0 to 65535, as in 8710' })
    .default(8710),
  DRAGOMAN_HOST: z
    .string()
    .refine((host) => isIP(host) !== 0, {
      error: 'is no IP address of this machine, as in 127.0.0.1, or 0.0.0.0 for all it has',
    })
    // What has TLS for our https:// address stands before us.
    .default('127.0.0.1'),
  DRAGOMAN_MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/u, { error: 'a key holds plain ASCII letters and no spaces' })
    .optional(),
  DRAGOMAN_MODEL_TOKENS_A_DAY: z
    .string()
    .regex(/^[1-9][0-9]{0,9}$/u, { error: 'a whole number of tokens, as in 500000' })
    .transform(Number)
    .optional(),
})

export type Environment = z.output<typeof variables>

/**
 * Reads the variables that begin with DRAGOMAN_; an empty one counts as not set. A variable that we do not know is a
 * mistake, because a mistyped name would otherwise be obeyed by nobody in silence. Values of unknown ones are never shown.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): {
  readonly environment: Environment | null
  readonly mistakes: readonly Mistake[]
} {
  const ours = Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => name.startsWith('DRAGOMAN_') && value !== undefined && value !== '',
    ),
  )
  const result = variables.safeParse(ours)
  if (result.success) return { environment: result.data, mistakes: [] }
  const mistakes = result.error.issues.flatMap((issue) =>
    explainIssue(issue, ours, Object.keys(variables.shape)).map(({ text }) => {
      const name = issue.path[0] === undefined ? '' : `${String(issue.path[0])}: `
      return { file: 'environment', line: 0, text: `${name}${text}` }
    }),
  )
  return { environment: null, mistakes }
}

function isAddressOrRange(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^[0-9]{1,3}$/u.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
