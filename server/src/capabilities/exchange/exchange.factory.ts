import { ZipFile } from 'yazl'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export interface RawWorkbook {
  /** What stands between `<sheetData>` and its end. */
  rows?: string
  /** After the rows: merged cells. */
  after?: string
  texts?: string[]
  styles?: string
  workbookPr?: string
  state?: string
  /** Added to the others, or put in their place. */
  parts?: Record<string, string | Buffer | null>
}

/** A workbook as another program might have written it, one part at a time. */
export async function rawWorkbook(given: RawWorkbook = {}): Promise<Buffer> {
  const { rows = '', after = '', texts = [], styles = '', workbookPr = '', state = '' } = given
  const parts: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets><sheet name="名单" sheetId="1" r:id="r1"${state}/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    ...given.parts,
  }
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) {
    if (content !== null) zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name)
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
