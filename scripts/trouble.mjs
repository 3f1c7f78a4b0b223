/** Something a person at the keyboard can put right: one sentence in each language and a way out, never a stack trace. */
export class Trouble extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`)
  }
}

export function say(zh, en) {
  console.log(`${zh}  ${en}`)
}

/** Ends a command: troubles as sentences, our own mistakes with their stack. */
export function fail(error) {
  console.error(error instanceof Trouble ? `\n${error.message}\n` : error)
  process.exitCode = 1
}
