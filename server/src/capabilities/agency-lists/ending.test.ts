import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { readSheets } from '../exchange/index.ts'
import { anIdNumber } from '../people/people.factory.ts'
import { aCsv, aList, aVillage, FOR_LISTS, HEADINGS, inDays, received } from './agency-lists.factory.ts'
import { agencyListsJobs } from './jobs.ts'

const AT = '2020-02-11T10:00:00+08:00'

/** Two rows matched and answered, one new and open, one refused. */
async function anAnsweredList(stage: Scenario, given: object = {}) {
  const { desk, cadre, residents } = await aVillage(stage)
  const [zhou, wang] = residents
  if (!zhou || !wang) throw new Error('nobody lives there')
  const file = aCsv(
    ['1', zhou.name, zhou.number, '', '=HYPERLINK("http://evil")'],
    ['2', wang.name, '', wang.phone, ''],
    ['3', '李春华', anIdNumber(), '', ''],
    ['4', '赵大海', '1.30899E+17', '', ''],
  )
  const { list, entries } = await received(desk, file, given)
  const answer = (at: number, said: string, note: string | null = null) =>
    cadre.post(`/agency-list-entries/${entries[at].id}/answers`, { id: newId(), recordedAt: AT, answer: said, note })
  expect((await answer(0, 'seen')).status).toBe(201)
  expect((await answer(1, 'away', '+86 在外务工')).status).toBe(201)
  return { desk, cadre, list, entries, file: Buffer.from(file, 'base64'), residents }
}

test.each(['xlsx', 'csv'] as const)(
  'the return file in %s has the columns as they came, the answers, and nothing that runs',
  async (format) => {
    await scenario(async (stage) => {
      const { desk, list, residents } = await anAnsweredList(stage)
      const made = await desk.post(`/agency-lists/${list.id}/return`, { format }, FOR_LISTS)
      expect(made).toMatchObject({ status: 200, body: { rows: 4, unanswered: 1 } })
      const content = Buffer.from(made.body.content, 'base64')
      if (format === 'csv') expect(content.toString('utf8')).toContain(`"'=HYPERLINK(""http://evil"")"`)
      const { sheets } = await readSheets(content)
      const rows = sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''))
      expect(rows?.[0]).toEqual([...HEADINGS, '核查结果', '核查时间', '说明'])
      expect(rows?.[1]).toEqual([
        '1',
        '周小满',
        residents[0]?.number,
        '',
        '=HYPERLINK("http://evil")',
        '已见到本人',
        '2020-02-11 10:00',
      ])
      expect(rows?.[2]?.slice(-3)).toEqual(['人在外地', '2020-02-11 10:00', '+86 在外务工'])
      expect(rows?.[3]?.at(-1)).toBe('尚未核查')
      expect(rows?.[4]?.slice(-3)).toEqual(['未接收', '', expect.stringContaining('电子表格')])
      if (format === 'xlsx') expect(JSON.stringify(sheets[1])).toContain(String(made.headers['qunfang-request']))
      expect(
        (await desk.post(`/agency-lists/${list.id}/return`, { format, language: 'en' }, FOR_LISTS)).body.fileName,
      ).toMatch(/^Answers-/)
      const looks = await desk.get(`/people/${residents[0]?.id}/accesses`, { purpose: 'resident-request' })
      expect(looks.body.items[0]).toMatchObject({ purpose: 'agency-list-check', fields: ['name', 'document', 'phone'] })
    })()
  },
)

test(
  'more than 500 rows go back only when somebody else agreed within the day',
  scenario(async (stage) => {
    const { desk } = await aVillage(stage)
    const rows = Array.from({ length: 501 }, (_, nth) => [
      String(nth),
      '李春华',
      '',
      `154${String(10_000_000 + nth)}`,
      '',
    ])
    const { list } = await received(desk, aCsv(...rows))
    const make = () => desk.post(`/agency-lists/${list.id}/return`, { format: 'csv' }, FOR_LISTS)
    const consent = (client: typeof desk) => client.post(`/agency-lists/${list.id}/return-consents`, { id: newId() })
    const refused = { status: 409, body: { code: 'agency-lists.second-needed' } }
    expect(await make()).toMatchObject(refused)
    expect((await consent(desk)).status).toBe(201)
    expect(await make()).toMatchObject(refused)
    expect((await consent(await stage.as.countyDesk())).status).toBe(201)
    const { consents } = (await desk.get(`/agency-lists/${list.id}`)).body
    expect(consents).toMatchObject({ needed: true, others: expect.any(String), mine: expect.any(String) })
    expect(await make()).toMatchObject({ status: 200, body: { rows: 501, unanswered: 501 } })
  }),
)

const countLeft = ({ inside }: Scenario, listId: string) =>
  inside(async ({ tx }) => {
    const [left] = await tx<Array<Record<string, number>>>`
      select (select count(*) from agency_lists.entry where list_id = ${listId})::int as entries,
        (select count(*) from agency_lists.answer where list_id = ${listId})::int as answers,
        (select count(*) from agency_lists.file where list_id = ${listId})::int as files`
    return { ...left }
  })

test(
  'a list is destroyed the day after its last, and a certificate without a name is left',
  scenario(async (stage) => {
    const { desk, cadre, list, entries, file } = await anAnsweredList(stage, { expiresOn: inDays(3) })
    const run = (days: number) =>
      stage.inside(async (ctx) => {
        const job = agencyListsJobs['agency-lists.destroy-expired']
        if (!job) throw new Error('no job')
        await job.run({ ...ctx, now: new Date(Date.parse(`${inDays(days)}T04:00:00Z`)) }, {})
      })
    await run(3)
    expect(await countLeft(stage, list.id)).toEqual({ entries: 4, answers: 2, files: 1 })
    await run(4)
    await run(4)
    expect(await countLeft(stage, list.id)).toEqual({ entries: 0, answers: 0, files: 0 })
    const { body } = await desk.get(`/agency-lists/${list.id}`)
    expect(body).toMatchObject({
      state: 'destroyed',
      counts: { read: 4, created: 1, matched: 2, conflict: 0, rejected: 1, blank: 0 },
      certificate: { atExpiry: true, entries: 4, answers: 2, seen: 1, away: 1, unknown: 0, notFound: 0, unanswered: 2 },
    })
    expect(body.certificate.fileSha256).toBe(createHash('sha256').update(file).digest('hex'))
    expect(JSON.stringify(body)).not.toMatch(/周|王德|130899/)
    expect(await desk.get(`/agency-list-entries/${entries[0].id}`, FOR_LISTS)).toMatchObject({ status: 404 })
    expect(await desk.post(`/agency-lists/${list.id}/return`, {}, FOR_LISTS)).toMatchObject({ status: 410 })
    expect((await cadre.get('/agency-lists')).body.items).toEqual([])
    const figure = async () => (await desk.get('/figures/comparisons?asOf=2020-02-12T00:00:00%2B08:00')).body.value
    expect(await figure()).toBe(2)
    expect((await desk.get('/figures/comparisons?asOf=2020-02-11T09:00:00%2B08:00')).body.value).toBe(0)
  }),
)

test(
  'the desk may destroy a list before its day, once, with a reason; the file can then be sent again',
  scenario(async (stage) => {
    const { desk, cadre, list, file } = await anAnsweredList(stage)
    const destroy = (client: typeof desk, ground = '发错文件') =>
      client.post(`/agency-lists/${list.id}/destruction`, { ground })
    expect((await destroy(cadre)).status).toBe(403)
    expect((await destroy(desk, '')).status).toBe(422)
    const done = await destroy(desk)
    expect(done.body).toMatchObject({
      arrival: 'new',
      certificate: { ground: '发错文件', atExpiry: false, entries: 4 },
    })
    expect((await destroy(desk, '再来一次')).body).toEqual({ ...done.body, arrival: 'again' })
    expect(await countLeft(stage, list.id)).toEqual({ entries: 0, answers: 0, files: 0 })
    expect((await desk.post('/agency-lists', aList(file.toString('base64')))).body).toMatchObject({ arrival: 'new' })
  }),
)

test(
  'nobody who serves requests can delete a row, nor write a certificate or a receipt that does not add up',
  scenario(async (stage) => {
    const { list } = await anAnsweredList(stage)
    const tried = (text: string) =>
      stage
        .inside(({ tx }) => tx.unsafe(text))
        .then(
          () => 'done',
          (error) => String(error),
        )
    expect(await tried('delete from agency_lists.entry')).toContain('permission denied')
    expect(await tried('update agency_lists.answer set answer = answer')).toContain('permission denied')
    expect(await tried('insert into agency_lists.certificate select * from agency_lists.certificate')).toContain(
      'permission denied',
    )
    const reading = `insert into agency_lists.reading values (${stage.county}, gen_random_uuid(), '${stage.county}', 5, 1, 1, 1, 1, 2)`
    expect(await tried(reading)).toContain('reading_adds_up')
    expect(await countLeft(stage, list.id)).toMatchObject({ entries: 4 })
  }),
)
