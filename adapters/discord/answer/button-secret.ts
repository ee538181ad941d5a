import { createHmac } from 'node:crypto'

/** Signs the commands in buttons and menus: the same after every restart, and another with another token. */
export function buttonSecret(token: string): string {
  return createHmac('sha256', token).update('dragoman: buttons').digest('base64url')
}
