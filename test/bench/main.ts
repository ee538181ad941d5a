import { readdirSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * `npm run bench -- NAME… [--OPTION…]`: each file in this folder is a benchmark that exports `run`, receives
 * all options, and prints ratios to a named peer.
 */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts' && !file.includes('.part.'))
  .map((file) => basename(file, '.ts'))
const given = process.argv.slice(2)
const border = given.findIndex((word) => word.startsWith('--'))
const [asked, options] = border === -1 ? [given, []] : [given.slice(0, border), given.slice(border)]
const unknown = asked.filter((name) => !names.includes(name))

if (asked.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`no benchmark ${unknown.join(', ')}`)
  console.error(`usage: npm run bench -- NAME… [--OPTION…]   with NAME one of: ${names.join(', ')}`)
  process.exitCode = 2
} else {
  for (const name of asked) {
    console.log(`\n${name}\n${'-'.repeat(name.length)}`)
    const bench: { run(options: readonly string[]): Promise<void> } = await import(`./${name}.ts`)
    await bench.run(options)
  }
}
