import { LRUCache } from 'lru-cache'
import { readFileSync } from 'node:fs'
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml'
import type { Diagnostic } from './diagnostics.ts'

/** A YAML file as plain data that remembers its lines. */
export interface YamlFile {
  /** Name of the file as people know it. */
  readonly name: string
  /** Undefined if the file could not be read; `mistakes` says why. */
  readonly value: unknown
  readonly mistakes: readonly Diagnostic[]
  /** 1-based line of the value at a path of keys, or of its innermost existing part. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Files of one configuration. */
const MOST_KNOWN = 8
/**
 * Values of texts that parsed without a mistake. The bot reads all its settings again when somebody adds a
 * source, while others wait for answers, and parsing them takes a fifth of a second.
 */
const known = new LRUCache<string, { readonly value: unknown }>({ max: MOST_KNOWN })

/** Reads a YAML file. Errors of the disk or the YAML are returned as mistakes. */
export function readYamlFile(path: string, name: string): YamlFile {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const mistake = {
      file: name,
      line: 0,
      text: `cannot be read (${reason}); check that it is there and may be read`,
    }
    return { name, value: undefined, mistakes: [mistake], lineOf: () => 0 }
  }
  const before = known.get(text)
  if (before === undefined) return parseYaml(text, name)
  let parsed: YamlFile | null = null
  const lineOf = (keys: readonly PropertyKey[]): number => (parsed ??= parseYaml(text, name)).lineOf(keys)
  return { name, value: structuredClone(before.value), mistakes: [], lineOf }
}

function parseYaml(text: string, name: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  // Only the first error is reported: one unclosed quote or bracket causes further errors below.
  const mistakes = [...document.errors, ...document.warnings].slice(0, 1).map((fault) => ({
    file: name,
    line: lines.linePos(beginningOf(fault, document)).line,
    text: `${withoutEnd(fault.message)}; check the indentation, brackets and quotes here and just before`,
  }))
  const lineOf = (keys: readonly PropertyKey[]): number => lines.linePos(offsetOf(document, keys)).line
  if (mistakes.length > 0) return { name, value: undefined, mistakes, lineOf }
  try {
    const value: unknown = document.toJS()
    known.set(text, { value: structuredClone(value) })
    return { name, value, mistakes, lineOf }
  } catch (error) {
    // yaml refuses aliases that would expand without limit.
    const reason = error instanceof Error ? withoutEnd(error.message) : String(error)
    return {
      name,
      value: undefined,
      mistakes: [{ file: name, line: 1, text: `${reason}; write the values out` }],
      lineOf,
    }
  }
}

/**
 * The parser may notice a missing closing quote only at the end of the file; people need the place where it
 * opens.
 */
function beginningOf(fault: YAMLParseError | YAMLWarning, document: Document.Parsed): number {
  let offset = fault.pos[0]
  if (fault.code !== 'MISSING_CHAR') return offset
  visit(document, {
    Scalar(_, node) {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
      if (isQuoted && node.range?.[1] === fault.pos[0]) offset = node.range[0]
    },
  })
  return offset
}

function offsetOf(document: Document.Parsed, keys: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = document.contents?.range[0] ?? 0
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (pair === undefined || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key]
      offset = startOf(node) ?? offset
    } else break
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined
}

function withoutEnd(message: string): string {
  return message.trim().replace(/[.:]$/u, '')
}
