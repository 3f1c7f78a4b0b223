import http from 'pouchdb-adapter-http'
import memory from 'pouchdb-adapter-memory'
import PouchDB from 'pouchdb-core'
import replication from 'pouchdb-replication'

PouchDB.plugin(memory).plugin(http).plugin(replication)

process.on('message', async ({ url, documents }) => {
  const local = new PouchDB(`outbox-${process.pid}-${Date.now()}`, { adapter: 'memory' })
  await local.bulkDocs(documents)
  const began = performance.now()
  const done = await local.replicate.to(url, { batch_size: 100, checkpoint: 'source' })
  const ms = performance.now() - began
  process.send?.({ ms, delivered: done.docs_written, failed: done.doc_write_failures })
})
process.send?.({ ready: true })
