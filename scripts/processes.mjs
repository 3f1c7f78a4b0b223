import { connect, createServer } from 'node:net'

export function freePort() {
  return new Promise((done, refuse) => {
    const probe = createServer().once('error', refuse)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}

export function portAnswers(port, host = '127.0.0.1') {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1000 })
    const end = (answer) => () => {
      socket.destroy()
      done(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}

export function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
