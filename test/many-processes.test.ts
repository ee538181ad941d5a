import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { DISCORD_VARIABLES } from '../adapters/discord/setup/settings.ts'
import { SLACK_VARIABLES } from '../adapters/slack/setup/settings.ts'
import { ROLES } from '../src/cli/roles/roles.ts'
import { knownVariables } from './settings/known-variables.ts'

const KNOWN = new Set([...knownVariables(), ...SLACK_VARIABLES, ...DISCORD_VARIABLES])

/**
 * Returns the roles of `node src/main.js start --role …`, the command in our image, where it is built from
 * `src/main.ts`.
 */
function rolesOf(command: readonly string[]): readonly string[] {
  const [node, program, start, option, role = ''] = command
  expect([node, program, start, option]).toEqual(['node', 'src/main.js', 'start', '--role'])
  return role.split(',')
}

const service = z.looseObject({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.unknown()),
})
const compose = z.looseObject({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
})

describe('compose.yaml', () => {
  const { services } = compose.parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }))
  const ours = Object.entries(services).filter(([name]) => name !== 'postgres')

  it('runs every role', () => {
    expect(new Set(ours.flatMap(([, { command = [] }]) => rolesOf(command)))).toEqual(new Set(ROLES))
  })

  it('sets variables that are read', () => {
    const set = ours.flatMap(([, { environment }]) => Object.keys(environment))
    expect(set.length).toBeGreaterThan(0)
    expect(set.filter((name) => !KNOWN.has(name))).toEqual([])
  })
})

const container = z.looseObject({
  command: z.array(z.string()),
  volumeMounts: z.array(z.looseObject({ name: z.string() })),
})
const object = z.discriminatedUnion('kind', [
  z.looseObject({
    apiVersion: z.literal('v1'),
    kind: z.literal('ConfigMap'),
    data: z.record(z.string(), z.string()),
  }),
  z.looseObject({
    apiVersion: z.literal('apps/v1'),
    kind: z.literal('Deployment'),
    metadata: z.looseObject({ name: z.string() }),
    spec: z.looseObject({
      replicas: z.int().positive(),
      selector: z.strictObject({ matchLabels: z.record(z.string(), z.string()) }),
      template: z.looseObject({
        metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
        spec: z.looseObject({
          containers: z.array(container).length(1),
          volumes: z.array(z.looseObject({ name: z.string() })),
        }),
      }),
    }),
  }),
])

describe('docs/kubernetes', () => {
  const documents = [...parseAllDocuments(readFileSync('docs/kubernetes/dragoman.yaml', 'utf8'))]
  const objects = documents.map((document) => object.parse(document.toJS()))
  const deployments = objects.filter((one) => one.kind === 'Deployment')

  it('is YAML without mistakes', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([])
  })

  it('runs every role, editor and Discord with somebody who stands by', () => {
    const roles = deployments.flatMap(({ spec }) =>
      spec.template.spec.containers.flatMap(({ command }) => rolesOf(command)),
    )
    expect(roles).toEqual([...ROLES])
    const replicas = new Map(deployments.map(({ metadata, spec }) => [metadata.name, spec.replicas]))
    expect([replicas.get('dragoman-editor'), replicas.get('dragoman-discord')]).toEqual([2, 2])
  })

  it('selects the pods that it makes, and mounts what it has', () => {
    for (const { spec } of deployments) {
      const { metadata, spec: pod } = spec.template
      expect(metadata.labels).toEqual(spec.selector.matchLabels)
      const volumes = pod.volumes.map(({ name }) => name)
      for (const { volumeMounts } of pod.containers)
        expect(volumeMounts.map(({ name }) => name)).toEqual(volumes)
    }
  })

  it('sets variables that are read', () => {
    const set = objects.flatMap((one) => (one.kind === 'ConfigMap' ? Object.keys(one.data) : []))
    expect(set.length).toBeGreaterThan(0)
    expect(set.filter((name) => !KNOWN.has(name))).toEqual([])
  })
})
