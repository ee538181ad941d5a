import { createSupportsHyperlinks } from 'supports-hyperlinks'
import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from './limits.ts'
import type { RenderOptions } from './render.ts'

/** Where messages are printed: `process.stdout`, or any stream. */
export interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean
  readonly columns?: number
}

/**
 * What an output can show: its width, colour on a terminal, and hyperlinks if supported or else printed
 * addresses.
 */
export function optionsFor(
  output: Output,
  env: NodeJS.ProcessEnv,
): Pick<RenderOptions, 'width' | 'colour' | 'links'> {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, output.columns ?? DEFAULT_WIDTH))
  return {
    width,
    colour: hasColour(output, env),
    links: createSupportsHyperlinks(output) ? 'hyperlink' : 'text',
  }
}

/**
 * FORCE_COLOR takes precedence over NO_COLOR, as in Node (https://nodejs.org/api/cli.html#force_color1-2-3).
 */
function hasColour(output: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  return output.isTTY === true && env['TERM'] !== 'dumb'
}
