import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import manifestFile from '../../../adapters/slack/setup/manifest.json' with { type: 'json' }
import { buildManifest, type ManifestOptions } from '../../../adapters/slack/setup/manifest.ts'

const SCHEMAS = ['manifest.schema.1.0.0.json', 'manifest.schema.2.0.0.json'].map((name) =>
  path.resolve('../shared/data/platform/slack', name),
)
const present = SCHEMAS.every((file) => existsSync(file))

const DEPLOYMENTS: readonly (readonly [string, ManifestOptions])[] = [
  ['over a socket', { entrance: 'socket' }],
  ['by HTTP', { entrance: 'http', publicUrl: 'https://news.example' }],
  ['for many workspaces', { entrance: 'http', publicUrl: 'https://news.example/', isShared: true }],
  ['with links shown', { entrance: 'socket', unfurls: ['a.example', 'b.example'] }],
]

const addresses = (options: ManifestOptions) => [
  ...new Set(JSON.stringify(buildManifest(options)).match(/https:[^"]+/gu)),
]

describe('the manifest', () => {
  it('in the repository is the one that the code makes (npm run build:manifest)', () => {
    expect(manifestFile).toEqual(buildManifest({ entrance: 'socket' }))
  })

  it('leads Slack to us by HTTP, and nowhere over a socket', () => {
    expect(addresses({ entrance: 'socket' })).toEqual([])
    expect(addresses({ entrance: 'http', publicUrl: 'https://news.example', isShared: true })).toEqual([
      'https://news.example/slack/events',
      'https://news.example/slack/oauth_redirect',
    ])
  })

  it('fits into a link', () => {
    const manifest = encodeURIComponent(JSON.stringify(buildManifest({ entrance: 'socket' })))
    expect(manifest.length).toBeLessThan(6_000)
  })

  describe.skipIf(!present)('holds what Slack’s schema asks (needs ../shared/data)', () => {
    const schemas = present
      ? SCHEMAS.map((file) => z.fromJSONSchema(JSON.parse(readFileSync(file, 'utf8'))))
      : []

    it.each(DEPLOYMENTS)('%s', (_, options) => {
      // Functions have a different form in each version of the schema.
      const meant = options.isShared === true ? schemas.slice(1) : schemas
      for (const schema of meant)
        expect(schema.safeParse(buildManifest(options)).error?.issues ?? []).toEqual([])
    })

    it('and the schema does refuse another', () => {
      const wrong = { ...buildManifest({ entrance: 'socket' }), settings: { socket_mode_enabled: 'yes' } }
      for (const schema of schemas) expect(schema.safeParse(wrong).success).toBe(false)
    })
  })
})
