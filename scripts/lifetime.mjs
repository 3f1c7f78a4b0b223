import { fail, say, Trouble } from './trouble.mjs'

const RESTARTS = 5
const RESTARTS_WITHIN_MS = 300_000

/** Holds the parts of a running product: each is started again when it dies by itself, and all are stopped in reverse order. */
export class Lifetime {
  #stops = []
  #stopping = null
  #askedAt = 0

  get isEnding() {
    return this.#stopping !== null
  }

  /** Something to do at the end; the latest comes first. */
  atEnd(stop) {
    this.#stops.push(stop)
  }

  /** Starts a part and answers a holder of it: after a restart `now` is another one. */
  async keep(start, name) {
    const holder = { now: await start() }
    this.atEnd(() => holder.now.stop())
    void this.#watch(holder, start, name, [])
    return holder
  }

  async #watch(holder, start, name, deaths) {
    await holder.now.lost
    if (this.isEnding) return
    const recent = [...deaths, Date.now()].filter((at) => at > Date.now() - RESTARTS_WITHIN_MS)
    try {
      if (recent.length > RESTARTS) {
        throw new Trouble(
          `${name.zh}反复停止,请看数据文件夹中的日志。`,
          `The ${name.en} keeps stopping; see the logs in the data folder.`,
        )
      }
      say(`${name.zh}意外停止,正在重新启动…`, `The ${name.en} stopped unexpectedly; starting it again…`)
      holder.now = await start()
      say('已恢复。', 'It is back.')
      void this.#watch(holder, start, name, recent)
    } catch (error) {
      await this.endWith(error)
    }
  }

  async end() {
    this.#stopping ??= (async () => {
      for (const stop of this.#stops.reverse()) await stop()
    })()
    await this.#stopping
  }

  async endWith(error) {
    if (this.isEnding) return
    fail(error)
    await this.end()
    process.exit(1)
  }

  endOnSignals() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.#leave())
  }

  #leave() {
    // A terminal's Ctrl-C arrives twice, once by way of the Node that started this one; a person's second one comes later.
    if (this.isEnding && Date.now() - this.#askedAt > 1000) process.exit(130)
    if (this.isEnding) return
    this.#askedAt = Date.now()
    say('\n正在停止…', 'Stopping…')
    this.end().then(() => process.exit(0), fail)
  }
}
