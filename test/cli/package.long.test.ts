import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveRegistry } from '../fakes/serve-registry.ts'

/**
 * Runs `npm pack`, then `npm install` of the package in an empty folder, with the real npm and a loopback
 * registry that has the versions of the lock file. The package must hold all its files, name the packages it
 * needs, and provide a command that npx finds.
 */
describe('the package', { timeout: 300_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-package-'))
  const folder = join(home, 'empty')
  const installed = join(folder, 'node_modules', 'dragoman')
  let registry: Awaited<ReturnType<typeof serveRegistry>>

  async function run(command: string, args: readonly string[], cwd: string, env = {}) {
    const child = spawn(command, args, {
      cwd,
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        npm_config_cache: join(home, 'cache'),
        npm_config_registry: registry.url,
        npm_config_update_notifier: 'false',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    return { code: child.exitCode, out, err }
  }

  async function npm(args: readonly string[], cwd: string): Promise<void> {
    const { code, err } = await run('npm', args, cwd)
    if (code !== 0) throw new Error(err)
  }

  beforeAll(async () => {
    registry = await serveRegistry()
    mkdirSync(folder)
    await npm(['pack', '--pack-destination', home], process.cwd())
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    const [tarball = 'none'] = globSync('dragoman-*.tgz', { cwd: home })
    await npm(['install', '--no-audit', '--no-fund', '--ignore-scripts', join(home, tarball)], folder)
  }, 300_000)
  afterAll(async () => {
    await registry.close()
    rmSync(home, { recursive: true })
  })

  it('gives the demo in an empty folder', async () => {
    const { code, out, err } = await run('npx', ['dragoman', 'demo', '--json'], folder)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out).briefing.sections.length).toBeGreaterThan(1)
  })

  it('keeps its store in threads of its own', async () => {
    const opening = pathToFileURL(join(installed, 'dist', 'src', 'storage', 'open-store.js')).href
    const script = `const { storeAt } = await import('${opening}')
      const store = await storeAt('in-threads').open()
      console.log((await store.counts()).articles)
      await store.close()`
    const { out, err } = await run(process.execPath, ['--input-type=module', '--eval', script], folder)
    expect({ out, err }).toEqual({ out: '0\n', err: '' })
  })

  it('keeps a store, and brings settings to copy', async () => {
    const config = join(installed, 'dist', 'config')
    const { out, err } = await run('npx', ['dragoman', 'brief', '--no-read'], folder, {
      DRAGOMAN_CONFIG: config,
    })
    expect(err).toBe('')
    expect(out).toMatch(/0 of \d{3} sources answered/u)
    expect(existsSync(join(folder, 'data'))).toBe(true)
  })

  it('leads every relative address to a file that is there', () => {
    const scripts = globSync('dist/**/*.js', { cwd: installed }).map((file) => join(installed, file))
    const sources = globSync('{src,adapters}/**/*.ts').filter(
      (file) => !/[/\\]build[/\\]|\.d\.ts$/u.test(file),
    )
    expect(scripts).toHaveLength(sources.length)
    const lost = scripts.flatMap((file) => {
      const addresses = readFileSync(file, 'utf8').matchAll(/['"](\.{1,2}\/[^'"\n]+\.(?:[jt]s|json))['"]/gu)
      return [...addresses].flatMap(([, to = '']) =>
        existsSync(join(dirname(file), to)) ? [] : [`${file}: ${to}`],
      )
    })
    expect(lost).toEqual([])
  })

  it('tells an older Node what it lacks, without reading anything that is newer', async () => {
    const older = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})"
    const bin = join(installed, 'dist', 'src', 'bin.js')
    const { code, err } = await run(process.execPath, ['--import', older, bin, 'demo'], folder)
    expect(code).toBe(2)
    expect(err).toBe(
      'dragoman: needs Node.js 26 or newer, and this is 20.20.2. Get one from https://nodejs.org\n',
    )
    const { engines } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(engines).toEqual({ node: '>=26' })
  })

  it('brings the learned tables with the licence that is theirs alone', () => {
    const tables = join(installed, 'dist', 'src', 'language', 'bridge', 'tables')
    expect(readdirSync(tables).sort()).toEqual(readdirSync('src/language/bridge/tables').sort())
    expect(readFileSync(join(tables, 'LICENSE.txt'), 'utf8')).toMatch(/^Attribution-ShareAlike 4\.0/u)
    expect(readFileSync(join(tables, 'NOTICE.txt'), 'utf8')).toContain('no part of the MIT-licensed program')
  })

  it('holds neither tests nor tools, and leaves nothing in the project', () => {
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'NOTICE', 'README.md', 'dist', 'package.json'])
    expect(globSync('dist/**/build/*', { cwd: installed })).toEqual([])
    expect(existsSync('dist')).toBe(false)
  })
})
