import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const START = '<!-- commands: written by npm run readme -->'
const END = '<!-- /commands -->'

/** The README with its command table made anew from package.json. */
export function withCommands(readme, { scripts, commandNotes }) {
  const rows = Object.keys(scripts).map((name) => {
    const note = commandNotes[name]
    if (!note) throw new Error(`package.json: no commandNotes for the script "${name}"`)
    const command = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`
    return `| \`${command}\` | ${note[0]} | ${note[1]} |`
  })
  const [before, rest] = readme.split(START)
  if (rest === undefined) return readme
  const after = rest.split(END)[1]
  if (after === undefined) throw new Error(`README.md: ${END} is missing`)
  return `${before}${START}\n\n| 命令 Command | 作用 | What it does |\n| --- | --- | --- |\n${rows.join('\n')}\n\n${END}${after}`
}

if (process.argv[1]?.endsWith('readme-commands.mjs') && existsSync('README.md')) {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync('README.md', withCommands(readFileSync('README.md', 'utf8'), manifest))
}
