import { InvalidArgumentError } from 'commander'

/** The roles of a process on a shared store, in the order in which news passes through them. */
export const ROLES = ['reader', 'editor', 'briefer', 'slack', 'discord', 'web'] as const
export type Role = (typeof ROLES)[number]

const isRole = (word: string): word is Role => ROLES.some((role) => role === word)

/** Parses a list like `reader,editor`. */
export function readRoles(typed: string): readonly Role[] {
  const words = typed.split(',').map((word) => word.trim().toLowerCase())
  const unknown = words.find((word) => !isRole(word))
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no role '${unknown}'. Write some of ${ROLES.join(', ')}.`)
  return ROLES.filter((role) => words.includes(role))
}
