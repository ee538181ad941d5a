import { PROVIDERS, type ModelChoice, type Provider } from '../summaries/model/model-choice.ts'
import type { Environment } from './environment.ts'
import type { Mistake } from './mistake.ts'

type ModelVariables = Pick<
  Environment,
  'DRAGOMAN_MODEL' | 'DRAGOMAN_MODEL_URL' | 'DRAGOMAN_MODEL_KEY' | 'DRAGOMAN_MODEL_TOKENS_A_DAY'
>

/** Some hundred stories of a few reports each. */
const TOKENS_A_DAY = 500_000

/** Where no address is given. An OpenAI-compatible server may be anywhere. */
const URLS: Readonly<Record<Provider, string | null>> = {
  'openai-compatible': null,
  // https://docs.claude.com/en/api/messages
  anthropic: 'https://api.anthropic.com/v1',
  // https://docs.ollama.com/api/openai-compatibility
  ollama: 'http://127.0.0.1:11434/v1',
}

const EXTRAS = ['DRAGOMAN_MODEL_URL', 'DRAGOMAN_MODEL_KEY', 'DRAGOMAN_MODEL_TOKENS_A_DAY'] as const

/** The model that the environment names, null for none, and what is missing or said in vain. The key is in no mistake. */
export function chooseModel(variables: ModelVariables): {
  readonly model: ModelChoice | null
  readonly mistakes: readonly Mistake[]
} {
  const { DRAGOMAN_MODEL: named, DRAGOMAN_MODEL_KEY: key = null } = variables
  if (named === undefined) {
    const vain = EXTRAS.find((extra) => variables[extra] !== undefined)
    return vain === undefined
      ? { model: null, mistakes: [] }
      : mistake(vain, 'does nothing without DRAGOMAN_MODEL; set that too, or remove it')
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
    return mistake(
      'DRAGOMAN_MODEL_URL',
      'is missing: the address of the server, as in https://api.example/v1',
    )
  if (provider === 'anthropic' && key === null)
    return mistake('DRAGOMAN_MODEL_KEY', 'is missing: anthropic answers nobody without a key')
  const tokensADay = variables.DRAGOMAN_MODEL_TOKENS_A_DAY ?? TOKENS_A_DAY
  return { model: { provider, name, url, key: () => key, tokensADay }, mistakes: [] }
}

function mistake(name: string, text: string) {
  return { model: null, mistakes: [{ file: 'environment', line: 0, text: `${name}: ${text}` }] }
}
