import { Trouble } from './trouble.mjs'

const OLDEST = 150_000

/** A PostgreSQL of one's own, given by DATABASE_URL: looked at, never started or stopped. */
export async function useDatabase(ownerUrl) {
  const { default: postgres } = await import('postgres')
  const where = ownerUrl.replace(/\/\/[^@/]*@/, '//')
  let sql
  let version
  try {
    sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => {} })
    ;[{ version }] = await sql`select current_setting('server_version_num')::int as version`
  } catch (error) {
    throw new Trouble(
      `连不上 DATABASE_URL 给出的数据库 ${where}(${error.code ?? error.message})。请检查地址、用户名、口令,或去掉 DATABASE_URL 使用内置数据库。`,
      `The database of DATABASE_URL cannot be reached: ${where} (${error.code ?? error.message}). Check address, user and password, or leave DATABASE_URL out to use the built-in one.`,
    )
  } finally {
    await sql?.end({ timeout: 2 })
  }
  if (version < OLDEST) {
    throw new Trouble(
      `${where} 是 PostgreSQL ${Math.floor(version / 10_000)},需要 15 以上。`,
      `${where} is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed.`,
    )
  }
  return { ownerUrl, identity: where, lost: new Promise(() => {}), stop: async () => {} }
}
