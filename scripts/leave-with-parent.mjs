// Loaded into the server by `npm start`: should that be killed, the server stops as if it had been asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
