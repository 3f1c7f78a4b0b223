import express from 'express'
import expressPouch from 'express-pouchdb'
import memory from 'pouchdb-adapter-memory'
import PouchDB from 'pouchdb-core'
import mapReduce from 'pouchdb-mapreduce'
import replication from 'pouchdb-replication'

PouchDB.plugin(memory).plugin(mapReduce).plugin(replication)
const Kept = PouchDB.defaults({ adapter: 'memory' })
const app = express()
app.use('/', expressPouch(Kept, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }))
const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }))
