import { type RawWorkbook, rawWorkbook } from '../../src/capabilities/exchange/exchange.factory.ts'
import { anIdNumber } from '../../src/capabilities/people/people.factory.ts'
import { aWorkbook, manyHouseholds } from '../../src/capabilities/workbooks/workbooks.factory.ts'

/** A file that must not get in: the whole of it, or each of its rows. */
export interface BadFile {
  name: string
  bytes: Buffer
  whole: boolean
}

const NAMES = 'xl/workbook.xml'
const SHEET = 'xl/worksheets/sheet1.xml'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const text = (ref: string, said: string) => `<c r="${ref}" t="inlineStr"><is><t>${said}</t></is></c>`
const headings = ['村(社区)代码', '户号', '入住日期']
const headRow = `<row r="1">${headings.map((said, at) => text(`${'ABC'[at]}1`, said)).join('')}</row>`
const named = (sheets: string) => `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`
const household = named('<sheet name="住户" sheetId="1" r:id="r1"/>')
const book = (given: RawWorkbook) => rawWorkbook({ ...given, parts: { [NAMES]: household, ...given.parts } })

/** Always the same numbers, so that a file that got in can be made again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** At least `count` files, in each of the ways a workbook has been seen, or thought, to go wrong. */
export async function badWorkbooks(county: number, count: number, bombMb = 30): Promise<BadFile[]> {
  const village = `${county}100201`
  const sound = await aWorkbook(manyHouseholds(village, 12))
  const files = [
    ...(await strangers()),
    ...(await bombs(bombMb)),
    ...(await hostileXml()),
    ...(await wrongForm(village)),
    ...(await wrongRows(county, village)),
  ]
  const chance = seeded(31)
  for (let nth = 0; files.length < count; nth += 1) {
    files.push(nth % 2 === 0 ? truncated(sound, nth, chance) : overwritten(sound, nth, chance))
  }
  return files
}

const whole = (name: string, bytes: Buffer): BadFile => ({ name, bytes, whole: true })

function truncated(sound: Buffer, nth: number, chance: () => number): BadFile {
  const kept = 4 + Math.floor(chance() * (sound.length - 40))
  return whole(`cut off ${nth}`, sound.subarray(0, kept))
}

/** A stretch of the first sheet's bytes is lost: the file opens, and what is in it does not. */
function overwritten(sound: Buffer, nth: number, chance: () => number): BadFile {
  const bytes = Buffer.from(sound)
  const start = bytes.indexOf('xl/worksheets/sheet1.xml') + 40 + Math.floor(chance() * 40)
  for (let at = start; at < start + 24; at += 1) bytes[at] = Math.floor(chance() * 256)
  return whole(`overwritten ${nth}`, bytes)
}

async function strangers(): Promise<BadFile[]> {
  const hex = (name: string, said: string) => whole(name, Buffer.from(said, 'hex'))
  const chance = seeded(7)
  return [
    hex('a picture', '89504e470d0a1a0a0000000d49484452'),
    hex('a photograph', 'ffd8ffe000104a4649460001'),
    hex('a program', '4d5a90000300000004000000ffff0000'),
    hex('another program', '7f454c4602010100000000000000000000'),
    hex('gzip', '1f8b0800000000000003cb48cdc9c95728cf2fca490100'),
    hex('a locked or old workbook', 'd0cf11e0a1b11ae1000000000000'),
    hex('half a header', '504b0304'),
    hex('an empty archive', `504b0506${'00'.repeat(18)}`),
    whole('a document to print', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')),
    whole('a web page', Buffer.from('<html><table><tr><td>户号</td></tr></table></html>')),
    whole('a list of values', Buffer.from('村(社区)代码,户号,入住日期\n1,2,3\n')),
    whole('the same in GB18030', Buffer.from('b4e53acaf7bbfaba', 'hex')),
    whole('json', Buffer.from('{"households": []}')),
    whole('zeros', Buffer.alloc(4_096)),
    whole('noise', Buffer.from(Array.from({ length: 4_096 }, () => Math.floor(chance() * 256)))),
    whole(
      'another kind of office file',
      await rawWorkbook({ parts: { [NAMES]: null, '_rels/.rels': null, mimetype: 'application/vnd.oasis' } }),
    ),
    whole('a text of an office', await rawWorkbook({ parts: { [NAMES]: null, 'word/document.xml': '<w:document/>' } })),
  ]
}

async function bombs(mb: number): Promise<BadFile[]> {
  const large = `<worksheet><!--${' '.repeat(mb * 1024 * 1024)}-->`
  const inner = await rawWorkbook({ rows: headRow })
  const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`xl/media/${at}.png`, 'x']))
  const sheets = Array.from({ length: 70 }, (_, at) => `<sheet name="表${at}" sheetId="${at + 1}" r:id="r1"/>`).join('')
  return [
    whole('megabytes of nothing', await book({ parts: { [SHEET]: large } })),
    whole('a workbook inside a sheet', await book({ parts: { [SHEET]: inner } })),
    whole('two thousand parts', await book({ rows: headRow, parts: many })),
    whole('seventy sheets', await rawWorkbook({ rows: headRow, parts: { [NAMES]: named(sheets) } })),
    whole(
      'a cell of forty thousand characters',
      await book({ rows: `${headRow}<row r="2">${text('A2', '长'.repeat(40_000))}</row>` }),
    ),
    whole('a thousand columns', await book({ rows: `<row r="1">${text('ALM1', '户号')}</row>` })),
  ]
}

async function hostileXml(): Promise<BadFile[]> {
  const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
  const sheets: Record<string, string | Buffer> = {
    'an entity of entities': `<!DOCTYPE a [<!ENTITY l0 "lol">${lol}]><worksheet>&l9;</worksheet>`,
    'a file of the machine': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>',
    'an address elsewhere': '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><worksheet/>',
    'an entity of parameters': '<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/hostname">%b;]><worksheet/>',
    'an entity nobody knows':
      '<worksheet><sheetData><row r="1"><c r="A1"><v>&lol;</v></c></row></sheetData></worksheet>',
    'boxes in boxes': `<worksheet>${'<a>'.repeat(5_000)}`,
    'an end that never comes': '<worksheet><sheetData><row r="1">',
    'bytes that are no UTF-8': Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x41]),
    'sixteen bits a character': Buffer.from('\ufeff<worksheet><sheetData/></worksheet>', 'utf16le'),
    'GB18030 that says nothing of it': Buffer.from([0x3c, 0x61, 0x3e, 0xb4, 0xe5, 0x3c, 0x2f, 0x61, 0x3e]),
    'text with zeros': '<worksheet>\0\0</worksheet>',
    'no worksheet at all': 'hello',
  }
  return Promise.all(
    Object.entries(sheets).map(async ([name, sheet]) => whole(name, await book({ parts: { [SHEET]: sheet } }))),
  )
}

async function wrongForm(village: string): Promise<BadFile[]> {
  const row = `<row r="2">${text('A2', village)}${text('B2', '1')}${text('C2', '2020-01-01')}</row>`
  const forms: Record<string, RawWorkbook> = {
    'a macro': { rows: headRow, parts: { 'xl/vbaProject.bin': 'x' } },
    'a sheet of macros': { rows: headRow, parts: { 'xl/macrosheets/sheet1.xml': '<a/>' } },
    'a link to another file': { rows: headRow, parts: { 'xl/externalLinks/externalLink1.xml': '<a/>' } },
    'merged cells': { rows: headRow + row, after: '<mergeCells count="1"><mergeCell ref="A2:A9"/></mergeCells>' },
    'a row beyond the last': { rows: `${headRow}<row r="1048577"/>` },
    'a row before the first': { rows: `<row r="0">${text('A0', 'x')}</row>` },
    'a column beyond the last': { rows: `<row r="1">${text('XFE1', '户号')}</row>` },
    'rows that go back': { rows: `<row r="3">${text('A3', 'x')}</row><row r="2">${text('A2', 'y')}</row>` },
    'two cells in one place': { rows: `<row r="1">${text('A1', '户号')}${text('A1', '户号')}</row>` },
    'a cell in the wrong row': { rows: `<row r="1">${text('A7', '户号')}</row>` },
    'a text that is not there': { rows: '<row r="1"><c r="A1" t="s"><v>99</v></c></row>' },
    'a number that is none': { rows: '<row r="1"><c r="A1"><v>seven</v></c></row>' },
    'a kind of cell nobody knows': { rows: '<row r="1"><c r="A1" t="zz"><v>7</v></c></row>' },
    'a heading nobody knows': { rows: `<row r="1">${text('A1', '民族')}</row>` },
    'a heading twice': { rows: `<row r="1">${text('A1', '户号')}${text('B1', '户号')}</row>` },
    'a heading that is missing': { rows: `<row r="1">${text('A1', '户号')}</row>` },
    'a cell without a heading': { rows: `${headRow}<row r="2">${text('E2', 'x')}</row>` },
    'a row where headings belong': { rows: row },
    'a sheet nobody knows': { rows: headRow, parts: { [NAMES]: named('<sheet name="收入" sheetId="1" r:id="r1"/>') } },
    'a hidden sheet': {
      rows: headRow,
      parts: { [NAMES]: named('<sheet name="住户" sheetId="1" r:id="r1" state="hidden"/>') },
    },
    'a sheet twice': {
      rows: headRow,
      parts: {
        [NAMES]: named('<sheet name="住户" sheetId="1" r:id="r1"/><sheet name="Households" sheetId="2" r:id="r1"/>'),
      },
    },
    'no sheet': { parts: { [SHEET]: null } },
    'a list of nothing': { parts: { [NAMES]: named('') } },
  }
  return Promise.all(Object.entries(forms).map(async ([name, given]) => whole(name, await book(given))))
}

/** The form is right and no row is: none may get in, and each is named. */
async function wrongRows(county: number, village: string): Promise<BadFile[]> {
  const card = anIdNumber()
  const rowsOf: Record<string, string> = {
    'a formula': '<c r="B2"><f>1+1</f><v>2</v></c>',
    'a formula that was never worked out': '<c r="B2"><f>SUM(A1:A9)</f></c>',
    'an error value': '<c r="B2" t="e"><v>#N/A</v></c>',
    'true and false': '<c r="B2" t="b"><v>1</v></c>',
    'a number of eighteen digits': '<c r="B2"><v>130899199001010017</v></c>',
    'a number as a power of ten': '<c r="B2"><v>1.30899199001010E+17</v></c>',
    'a line break': text('B2', 'a&#10;b'),
    'too long': text('B2', '户'.repeat(90)),
    nothing: '',
  }
  const cells = Object.entries(rowsOf).map(async ([name, cell]) => ({
    name: `a household with ${name}`,
    bytes: await book({ rows: `${headRow}<row r="2">${text('A2', village)}${cell}${text('C2', '2020-01-01')}</row>` }),
    whole: false,
  }))
  const days = ['昨天', '2020-02-30', '20201301', '0001-01-01', '2020/1', '-1'].map(async (day) => ({
    name: `the day ${day}`,
    bytes: await aWorkbook({ households: [{ division: village, number: '1', since: day }] }),
    whole: false,
  }))
  const places = ['110101001001', '13', `${county}`, `${county}1002`, 'abc', '１２３', '=1+1', `${county}100`].map(
    async (division) => ({
      name: `a household in ${division}`,
      bytes: await aWorkbook({ households: [{ division, number: '1', since: '2020-01-01' }] }),
      whole: false,
    }),
  )
  const others: Array<Record<string, string>> = [
    {},
    { document: card },
    { document: 'x'.repeat(50) },
    { relation: '邻居' },
    { sex: '不详' },
    { birthDate: '昨天' },
  ]
  const alone = others.map(async (rest, nth) => ({
    name: `somebody without a household ${nth}`,
    bytes: await aWorkbook({ people: [{ division: village, number: '404', name: '周小满', ...rest }] }),
    whole: false,
  }))
  const hidden = await book({
    rows: `${headRow}<row r="2" hidden="1">${text('A2', village)}${text('B2', '1')}${text('C2', '2020-01-01')}</row>`,
  })
  return Promise.all([...cells, ...days, ...places, ...alone, { name: 'a hidden row', bytes: hidden, whole: false }])
}
