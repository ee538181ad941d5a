import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { replaceFile } from '../settings/replace-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The file of variables beside the program, or the one that DRAGOMAN_ENV_FILE names. */
export function envFileOf(env: Environment): string {
  return env['DRAGOMAN_ENV_FILE'] || '.env'
}

/**
 * The environment with what the env file adds; what the process was started with goes before it.
 * @throws Error when DRAGOMAN_ENV_FILE names a file that cannot be read
 */
export function withEnvFile(env: Environment): Environment {
  const file = envFileOf(env)
  if (!existsSync(file)) {
    if (env['DRAGOMAN_ENV_FILE'])
      throw new Error(
        `DRAGOMAN_ENV_FILE names ${file}, which does not exist. Make it, or unset the variable.`,
      )
    return env
  }
  return { ...parseEnv(readFileSync(file, 'utf8')), ...env }
}

/** Writes variables to an env file: those it holds in their place, the others at its end. Only its owner may read it. */
export function keepInEnvFile(file: string, variables: Readonly<Record<string, string>>): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const lines = before === '' ? [] : before.trimEnd().split('\n')
  for (const [name, value] of Object.entries(variables)) {
    const line = `${name}=${quoted(value)}`
    const at = lines.findIndex((one) => one.replace(/^\s*(?:export\s+)?/u, '').startsWith(`${name}=`))
    if (at === -1) lines.push(line)
    else lines[at] = line
  }
  replaceFile(file, `${lines.join('\n')}\n`, { mode: 0o600 })
}

/** Read back by `parseEnv` as it was. */
function quoted(value: string): string {
  if (/^[\w./:@+=-]*$/u.test(value)) return value
  const quote = [`'`, '"', '`'].find((one) => !value.includes(one))
  if (quote === undefined || /[\r\n]/u.test(value))
    throw new Error('A value with a line break or with all kinds of quotes fits into no env file.')
  return `${quote}${value}${quote}`
}
