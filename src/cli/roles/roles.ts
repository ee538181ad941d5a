import { InvalidArgumentError } from 'commander'

/** What a process on a shared store may do, in the order in which news passes it. */
export const ROLES = ['reader', 'editor', 'briefer', 'slack', 'discord', 'web'] as const
export type Role = (typeof ROLES)[number]

const isRole = (word: string): word is Role => ROLES.some((role) => role === word)

/** `reader,editor`, as people type it. */
export function readRoles(typed: string): readonly Role[] {
  const words = typed.split(',').map((word) => word.trim().toLowerCase())
  const unknown = words.find((word) => !isRole(word))
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no role '${unknown}'. Write some of ${ROLES.join(', ')}.`)
  return ROLES.filter((role) => words.includes(role))
}
