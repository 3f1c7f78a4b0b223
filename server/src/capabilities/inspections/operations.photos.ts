import { createHash } from 'node:crypto'
import { keepOne, originOf } from '../../kernel/facts.ts'
import { operation } from '../../kernel/operation.ts'
import { bareOf } from '../command/index.ts'
import { mayReadInspections, mayRectify } from './policy.ts'
import { findingUnknown, photoUnknown, photoUnreadable } from './problems.ts'
import { AddPhoto, AskPhoto, Photo, PhotoKept } from './schema.ts'
import { findFindings, findPhoto, type StoredFinding } from './sql.ts'

/** Evidence: a picture of what was wrong, or of how it was put right. Where it was taken is not kept. */
export const addPhoto = operation({
  name: 'inspections.photo.add',
  summary: { zh: '上传问题或整改照片', en: 'Upload a picture of a finding or its rectification' },
  kind: 'write',
  input: AddPhoto,
  output: PhotoKept,
  async load({ tx }, { findingId }): Promise<StoredFinding> {
    const finding = (await findFindings(tx, [findingId])).get(findingId)
    if (!finding) throw findingUnknown({ id: findingId })
    return finding
  },
  allow: (actor, { division }: StoredFinding) => mayRectify(actor, division),
  async run(ctx, input, finding) {
    const plain = bareOf(Buffer.from(input.content, 'base64'))
    if (!plain) throw photoUnreadable()
    const sha256 = createHash('sha256').update(plain.content).digest()
    const said = {
      finding_id: finding.id,
      type: plain.type,
      size: plain.content.length,
      sha256,
      content: plain.content,
    }
    const arrival = await keepOne(ctx, 'inspections.photo', { ...originOf(ctx, finding, input), ...said })
    return { id: input.id, arrival, sha256: sha256.toString('hex') }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.findingId,
    division: loaded.division,
    note: { photo: input.id, sha256: output.sha256, arrival: output.arrival },
  }),
})

export const readPhoto = operation({
  name: 'inspections.photo.read',
  summary: { zh: '查看问题或整改照片', en: 'Look at a picture of a finding' },
  kind: 'read',
  input: AskPhoto,
  output: Photo,
  async load({ tx }, { photoId }) {
    const photo = await findPhoto(tx, photoId)
    // What was emptied when the response was long over is no picture any more.
    if (!photo || photo.content.length === 0) throw photoUnknown({ id: photoId })
    return photo
  },
  allow: (actor, { division }) => mayReadInspections(actor, division),
  run: async (_ctx, _input, { id, findingId, type, content }) => ({
    ...{ id, findingId, type },
    content: content.toString('base64'),
  }),
  audit: () => null,
})
