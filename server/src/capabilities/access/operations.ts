/** All operations of this folder under the name the house expects. */
export * from './operations.accounts.ts'
export * from './operations.audit.ts'
export * from './operations.devices.ts'
export * from './operations.me.ts'
export * from './operations.passkeys.ts'
export * from './operations.seats.ts'
export * from './operations.security.ts'
export * from './operations.sign-in.ts'
