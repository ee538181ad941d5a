// Writes dist/, which npm packs (`prepack`) and takes away again (`postpack`): Node strips no types under node_modules
// (ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING). It is laid out as the project is. Node's own stripping makes its JavaScript, so what runs there
// is what runs here, line for line; only the endings of relative addresses are other ones.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const target = join(root, 'dist')

/** `'./parse-worker.ts'`, of an import or of a URL. */
const RELATIVE = /(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/gu

/** What only the project itself runs or reads. */
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
