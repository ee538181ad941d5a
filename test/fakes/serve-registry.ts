import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { basename, dirname } from 'node:path'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string(), dev: z.boolean().optional() })),
})

/** What a registry returns for a package: its versions, each with the address of its files. */
interface Packument {
  readonly name: string
  readonly 'dist-tags': { readonly latest: string }
  readonly versions: Readonly<Record<string, unknown>>
}

/**
 * Serves the npm registry on loopback: the packages that this project needs to run (not those for
 * development) in the versions of its lock file, with the files installed here. Packages for other platforms
 * are not installed and therefore not served.
 */
export async function serveRegistry(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const folders = Object.entries(packages).flatMap(([folder, { dev }]) =>
    folder !== '' && dev !== true && existsSync(`${folder}/package.json`) ? [folder] : [],
  )
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1)
    const folder = path.replace(/\.tgz$/u, '')
    if (folder !== path && folders.includes(folder)) {
      // npm drops the first folder of the path, whatever its name.
      const excluded = `--exclude=${basename(folder)}/node_modules`
      const tar = spawn('tar', ['-cz', excluded, '-C', dirname(folder), basename(folder)])
      tar.stdout.pipe(response.writeHead(200, { 'content-type': 'application/octet-stream' }))
      return
    }
    const found = packument(path, folders, `http://${request.headers.host}`)
    response.writeHead(found === null ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(found ?? { error: 'Not found' }))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A server on a TCP port has a port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const manifestSchema = z.looseObject({ version: z.string() })

function packument(name: string, folders: readonly string[], url: string): Packument | null {
  const versions = folders
    .filter((folder) => folder.endsWith(`node_modules/${name}`))
    .map((folder) => {
      const manifest = manifestSchema.parse(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')))
      return { ...manifest, dist: { tarball: `${url}/${encodeURIComponent(folder)}.tgz` } }
    })
  const [latest] = versions
  return latest === undefined
    ? null
    : {
        name,
        'dist-tags': { latest: latest.version },
        versions: Object.fromEntries(versions.map((version) => [version.version, version])),
      }
}
