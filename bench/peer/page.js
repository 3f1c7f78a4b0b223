import http from 'pouchdb-adapter-http'
import indexed from 'pouchdb-adapter-indexeddb'
import PouchDB from 'pouchdb-core'
import replication from 'pouchdb-replication'

PouchDB.plugin(indexed).plugin(http).plugin(replication)

let local
const fill = async ({ documents }) => {
  local = new PouchDB('outbox', { adapter: 'indexeddb' })
  await local.bulkDocs(documents)
}
const deliver = async ({ url, batch }) => {
  const began = performance.now()
  const done = await local.replicate.to(url, { batch_size: batch })
  return { ms: performance.now() - began, delivered: done.docs_written }
}

Object.assign(globalThis, { fill, deliver })
