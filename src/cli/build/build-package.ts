// Writes dist/, which npm packs (`prepack`) and deletes afterwards (`postpack`), because Node does not strip
// types under node_modules (ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING). The layout equals the project's.
// Node's own type stripping makes the JavaScript, so it matches the sources line for line; only the
// extensions of relative imports differ.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const target = join(root, 'dist')

/** A relative path such as `'./parse-worker.ts'`, in an import or a URL. */
const RELATIVE = /(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/gu

/** Files that only the project itself runs or reads. */
const isOfTheProject = (file: string): boolean =>
  file.includes('/build/') || file.endsWith('.d.ts') || file.endsWith('.md')

rmSync(target, { recursive: true, force: true })
for (const file of globSync('{src,adapters}/**/*.*', { cwd: root })) {
  if (isOfTheProject(file)) continue
  mkdirSync(dirname(join(target, file)), { recursive: true })
  if (file.endsWith('.ts')) {
    const script = stripTypeScriptTypes(readFileSync(join(root, file), 'utf8'))
    writeFileSync(join(target, file.replace(/\.ts$/u, '.js')), script.replaceAll(RELATIVE, '$1$2.js$1'))
  } else cpSync(join(root, file), join(target, file))
}
for (const path of ['config', 'package.json'])
  cpSync(join(root, path), join(target, path), { recursive: true })
