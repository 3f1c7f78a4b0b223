import { rawWorkbook } from '../../src/capabilities/exchange/exchange.factory.ts'
import { keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { base64, workOff } from '../../src/capabilities/workbooks/workbooks.factory.ts'
import { newId, type Scenario } from '../scenario/scenario.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const cell = (ref: string, said: string) => `<c r="${ref}" t="inlineStr"><is><t>${said}</t></is></c>`

/**
 * People of one household sheet and one people sheet, `last` being the number of the last row. Only every `every`th row is filled;
 * all but the first are of no household and are refused.
 */
export async function longWorkbook(
  village: string,
  last: number,
  every: number,
): Promise<{ bytes: Buffer; filled: number }> {
  const rows = [`<row r="1">${cell('A1', '村(社区)代码')}${cell('B1', '户号')}${cell('C1', '姓名')}</row>`]
  let filled = 0
  for (let nth = 2; nth <= last; nth += 1) {
    if (nth !== last && (nth - 2) % every !== 0) continue
    rows.push(
      `<row r="${nth}"><c r="A${nth}"><v>${village}</v></c><c r="B${nth}"><v>${nth - 1}</v></c><c r="C${nth}" t="s"><v>0</v></c></row>`,
    )
    filled += 1
  }
  const home = `<row r="1">${cell('A1', '村(社区)代码')}${cell('B1', '户号')}${cell('C1', '入住日期')}</row><row r="2"><c r="A2"><v>${village}</v></c><c r="B2"><v>1</v></c>${cell('C2', '2020-01-01')}</row>`
  const sheet = (body: string) => `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`
  const bytes = await rawWorkbook({
    texts: ['<t>周小满</t>'],
    parts: {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="住户" sheetId="1" r:id="r1"/><sheet name="人员" sheetId="2" r:id="r9"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': sheet(home),
      'xl/worksheets/sheet2.xml': sheet(rows.join('')),
    },
  })
  return { bytes, filled }
}

/** What the receipt says of the sheet of people. */
export async function receiptOf(stage: Scenario, last: number, every: number) {
  await stage.inside((ctx) => keepInventedDivisions(ctx))
  const desk = await stage.as.countyDesk()
  const { bytes, filled } = await longWorkbook(`${stage.county}100201`, last, every)
  const id = newId()
  const { status, body } = await desk.post('/exchange/workbooks', { id, file: base64(bytes) })
  if (status !== 201) return { id, filled, refused: body.code as string, preview: null }
  await workOff(stage)
  const { preview } = (await desk.get(`/exchange/workbooks/${id}`)).body
  return { id, filled, refused: null, preview: preview.find((one: { sheet: string }) => one.sheet === 'people') }
}
