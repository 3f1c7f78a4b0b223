import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'

export interface PrivateDatabase {
  adminUrl: string
  ownerUrl: string
  drop(): Promise<void>
}

/** An empty database beside the shared one, for tests that make tables of their own or spoil the schema. */
export async function privateDatabase(): Promise<PrivateDatabase> {
  const name = `private_${randomUUID().replaceAll('-', '')}`
  const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  await admin`create database ${admin(name)} owner qunfang template template0`
  return {
    adminUrl: at(inject('adminUrl')),
    ownerUrl: at(inject('ownerUrl')),
    drop: async () => {
      await admin`drop database if exists ${admin(name)} with (force)`
      await admin.end({ timeout: 5 })
    },
  }
}
