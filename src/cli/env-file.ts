import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseEnv } from 'node:util'
import { followLinks, replaceFile } from '../settings/replace-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Path of the env file: `.env`, or the file that DRAGOMAN_ENV_FILE names. */
export function envFileOf(env: Environment): string {
  return env['DRAGOMAN_ENV_FILE'] || '.env'
}

type ReadEnvironment =
  | { readonly status: 'read'; readonly env: Environment }
  /** DRAGOMAN_ENV_FILE names a file that does not exist. */
  | { readonly status: 'missing'; readonly mistake: string }

/**
 * Adds the env file's variables to the environment. Variables the process was started with take precedence.
 * @throws the file system's error for an existing file that cannot be read
 */
export function withEnvFile(env: Environment): ReadEnvironment {
  const file = envFileOf(env)
  if (existsSync(file)) return { status: 'read', env: { ...parseEnv(readFileSync(file, 'utf8')), ...env } }
  if (!env['DRAGOMAN_ENV_FILE']) return { status: 'read', env }
  const mistake =
    `DRAGOMAN_ENV_FILE names ${file}, which does not exist. ` +
    '“dragoman setup slack” or “setup discord” makes it; or unset the variable.'
  return { status: 'missing', mistake }
}

/**
 * Writes variables to an env file and creates it if it is missing. Existing ones are replaced in place,
 * others appended; null removes a variable. Only the owner may read the file.
 */
export function keepInEnvFile(file: string, variables: Readonly<Record<string, string | null>>): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  let lines = before === '' ? [] : before.trimEnd().split('\n')
  for (const [name, value] of Object.entries(variables)) {
    if (value === null) {
      lines = lines.filter((line) => !sets(line, name))
      continue
    }
    const line = `${name}=${quoted(value)}`
    const at = lines.findIndex((one) => sets(one, name))
    if (at === -1) lines.push(line)
    else lines[at] = line
  }
  const target = followLinks(file)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  replaceFile(target, `${lines.join('\n')}\n`, { mode: 0o600 })
}

const sets = (line: string, name: string): boolean =>
  line.replace(/^\s*(?:export\s+)?/u, '').startsWith(`${name}=`)

/** Quotes a value so that `parseEnv` reads it back unchanged. */
function quoted(value: string): string {
  if (/^[\w./:@+=-]*$/u.test(value)) return value
  const quote = [`'`, '"', '`'].find((one) => !value.includes(one))
  if (quote === undefined || /[\r\n]/u.test(value))
    throw new Error('A value with a line break or with all kinds of quotes fits into no env file.')
  return `${quote}${value}${quote}`
}
