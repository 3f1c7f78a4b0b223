import { type Client, newId } from '../../../test/scenario/scenario.ts'

export const AS_OF = '2020-02-06T08:00:00+08:00'

export async function draft(client: Client, area: string, said: object = {}) {
  const [id, versionId] = [newId(), newId()]
  const about = { area, asOf: AS_OF, title: '疫情报告' }
  const reply = await client.post('/situation-reports', { id, versionId, ...about, ...said })
  return { id, versionId, reply }
}
export const step = (client: Client, { id, versionId }: { id: string; versionId: string }, name: string) =>
  client.post(`/situation-reports/${id}/steps`, { id: newId(), versionId, step: name })
export async function sealed(writer: Client, checker: Client, area: string, said: object = {}) {
  const one = await draft(writer, area, said)
  await step(writer, one, 'submitted')
  await step(checker, one, 'checked')
  const seal = await checker.post(`/situation-reports/${one.id}/seal`, { id: newId(), versionId: one.versionId })
  return { ...one, seal }
}
export const read = async (client: Client, id: string) => (await client.get(`/situation-reports/${id}`)).body
