import { isIP } from 'node:net'
import { z } from 'zod'
import packageFile from '../../package.json' with { type: 'json' }
import { isStoreAddress } from '../storage/open-store.ts'
import { type ModelChoice, type Provider, PROVIDERS } from '../summaries/model/model-choice.ts'
import { address, oneOf, ownLanguage, text, zone } from './fields.ts'
import { explainIssue, type Diagnostic } from './diagnostics.ts'
import { LOG_LEVELS } from './settings.ts'

const variables = z.strictObject({
  DRAGOMAN_CONFIG: text('the directory with sources.yaml and its like').default('./config'),
  DRAGOMAN_ENV_FILE: text('the file of variables').default('.env'),
  DRAGOMAN_DATA: text('the directory in which the news is kept').default('./data'),
  DRAGOMAN_STORE: text('the address of the store, as in file:/var/lib/dragoman')
    .refine(isStoreAddress, {
      error:
        'begins with no kind of store that we have; write file: and a directory, as in file:/var/lib/dragoman, or postgres: and a server',
    })
    .optional(),
  DATABASE_URL: text('the address of a PostgreSQL server, as in postgres://NAME:PASSWORD@HOST:5432/DATABASE')
    .refine((url) => /^postgres(?:ql)?:\/\//u.test(url), {
      error: 'begins with no postgres://; name the store in DRAGOMAN_STORE, or leave this one out',
    })
    .optional(),
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
  DRAGOMAN_KEEP_DAYS: wholeNumber(
    /^(?:[3-9][0-9]|[1-9][0-9]{2,4})$/u,
    'a whole number of days, 30 at least, as in 365: people look back some weeks',
  ).optional(),
  DRAGOMAN_CHECK_PAGES: oneOf('answer', ['yes', 'no']).default('no'),
  DRAGOMAN_MODEL: text('a model, as in ollama:llama3').optional(),
  DRAGOMAN_MODEL_URL: webAddress(
    'holds no web address; it starts with https:// or http:// and holds no password, which belongs in DRAGOMAN_MODEL_KEY',
  ).optional(),
  DRAGOMAN_PUBLIC_URL: ownAddress('holds no address that others can reach us at').optional(),
  DRAGOMAN_PORT: port('8710').default(8710),
  // A TLS proxy for our https:// address runs in front of this port.
  DRAGOMAN_HOST: ipAddress().default('127.0.0.1'),
  DRAGOMAN_STATUS_PORT: port('8712').optional(),
  DRAGOMAN_STATUS_HOST: ipAddress().default('127.0.0.1'),
  DRAGOMAN_WEB_PORT: port('8711').optional(),
  DRAGOMAN_WEB_URL: ownAddress('holds no address at which people open our pages').optional(),
  DRAGOMAN_WEB_PUBLIC: oneOf('answer', ['yes', 'no']).default('no'),
  DRAGOMAN_MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/u, { error: 'a key holds plain ASCII letters and no spaces' })
    .optional(),
  DRAGOMAN_MODEL_TOKENS_A_DAY: wholeNumber(
    /^[1-9][0-9]{0,9}$/u,
    'a whole number of tokens, as in 500000',
  ).optional(),
})

function wholeNumber(written: RegExp, error: string) {
  return z.string().regex(written, { error }).transform(Number)
}

function port(example: string) {
  const error = `a port is a number from 0 to 65535, as in ${example}`
  return wholeNumber(/^\d{1,5}$/u, error).refine((number) => number <= 65_535, { error })
}

function webAddress(error: string, isFitting: (value: string) => boolean = () => true) {
  return z.string().refine((value) => address('').safeParse(value).success && isFitting(value), { error })
}

/** Without TLS only this machine can be meant: sign-ins and secrets of hubs pass through these addresses. */
function ownAddress(what: string) {
  const error =
    `${what}; it starts with https:// and has no ? or # in it, as in https://news.example; ` +
    'on this machine alone also with http://, as in http://localhost:8711'
  return webAddress(
    error,
    (value) => !/[?#]/u.test(value) && (/^https:/iu.test(value) || isOfThisMachine(value)),
  )
}

const isOfThisMachine = (url: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(URL.parse(url)?.hostname ?? '')

function ipAddress() {
  const error = 'is no IP address of this machine, as in 127.0.0.1, or 0.0.0.0 for all it has'
  return z.string().refine((host) => isIP(host) !== 0, { error })
}

type Environment = z.output<typeof variables>

/** What the environment says, as far as it is right. */
interface ReadEnvironment {
  /** A wrong variable counts as not set. */
  readonly environment: Environment
  /** The names of the wrong variables. */
  readonly wrong: ReadonlySet<string>
  readonly mistakes: readonly Diagnostic[]
}

/**
 * Reads DATABASE_URL, a name that hosting services use, and the variables that begin with DRAGOMAN_. An empty
 * variable counts as not set. An unknown one is a mistake, because a mistyped name would otherwise be ignored
 * silently. Values of unknown variables are never shown.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ReadEnvironment {
  const ours = Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) =>
        (name.startsWith('DRAGOMAN_') || name === 'DATABASE_URL') && value !== undefined && value !== '',
    ),
  )
  const result = variables.safeParse(ours)
  if (result.success) return { environment: result.data, wrong: new Set(), mistakes: [] }
  const mistakes = result.error.issues.flatMap((issue) =>
    explainIssue(issue, ours, Object.keys(variables.shape)).map(({ text }) => {
      const name = issue.path[0] === undefined ? '' : `${String(issue.path[0])}: `
      return { file: 'environment', line: 0, text: `${name}${text}` }
    }),
  )
  const wrong = new Set(
    result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String),
    ),
  )
  const right = Object.fromEntries(Object.entries(ours).filter(([name]) => !wrong.has(name)))
  return { environment: variables.parse(right), wrong, mistakes }
}

function isAddressOrRange(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^[0-9]{1,3}$/u.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

type ModelVariables = Pick<
  Environment,
  'DRAGOMAN_MODEL' | 'DRAGOMAN_MODEL_URL' | 'DRAGOMAN_MODEL_KEY' | 'DRAGOMAN_MODEL_TOKENS_A_DAY'
>

/** Default allowance: some hundred stories of a few reports each. */
const TOKENS_A_DAY = 500_000

/** Default addresses. An OpenAI-compatible server may be anywhere. */
const URLS: Readonly<Record<Provider, string | null>> = {
  'openai-compatible': null,
  // https://docs.claude.com/en/api/messages
  anthropic: 'https://api.anthropic.com/v1',
  // https://docs.ollama.com/api/openai-compatibility
  ollama: 'http://127.0.0.1:11434/v1',
}

const EXTRAS = ['DRAGOMAN_MODEL_URL', 'DRAGOMAN_MODEL_KEY', 'DRAGOMAN_MODEL_TOKENS_A_DAY'] as const

/**
 * The model that the environment names (null for none), and mistakes such as missing or useless variables.
 * Mistakes never contain the key. Nothing is said of the variables in `wrong`, whose mistakes are known.
 */
export function chooseModel(
  variables: ModelVariables,
  wrong: ReadonlySet<string> = new Set(),
): {
  readonly model: ModelChoice | null
  readonly mistakes: readonly Diagnostic[]
} {
  if (wrong.has('DRAGOMAN_MODEL')) return { model: null, mistakes: [] }
  const { DRAGOMAN_MODEL: named, DRAGOMAN_MODEL_KEY: key = null } = variables
  if (named === undefined) {
    const useless = EXTRAS.find((extra) => variables[extra] !== undefined)
    return useless === undefined
      ? { model: null, mistakes: [] }
      : mistake(useless, 'does nothing without DRAGOMAN_MODEL; set that too, or remove it')
  }
  const provider = PROVIDERS.find((one) => named.startsWith(`${one}:`))
  const name = named.slice(named.indexOf(':') + 1)
  if (provider === undefined || name === '')
    return mistake(
      'DRAGOMAN_MODEL',
      `write it as one of ${PROVIDERS.join(', ')}, a colon, and the name of the model`,
    )
  const url = variables.DRAGOMAN_MODEL_URL ?? URLS[provider]
  if (url === null)
    return wrong.has('DRAGOMAN_MODEL_URL')
      ? { model: null, mistakes: [] }
      : mistake('DRAGOMAN_MODEL_URL', 'is missing: the address of the server, as in https://api.example/v1')
  if (provider === 'anthropic' && key === null && !wrong.has('DRAGOMAN_MODEL_KEY'))
    return mistake('DRAGOMAN_MODEL_KEY', 'is missing: anthropic answers nobody without a key')
  const tokensADay = variables.DRAGOMAN_MODEL_TOKENS_A_DAY ?? TOKENS_A_DAY
  return { model: { provider, name, url, key: () => key, tokensADay }, mistakes: [] }
}

function mistake(name: string, text: string) {
  return { model: null, mistakes: [{ file: 'environment', line: 0, text: `${name}: ${text}` }] }
}
