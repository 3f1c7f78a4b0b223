import { createHash } from 'node:crypto'
import { keepOne, originOf } from '../../kernel/facts.ts'
import { operation } from '../../kernel/operation.ts'
import { bareOf } from '../command/index.ts'
import { tell } from './pieces.ts'
import { mayPlay, maySeePlays } from './policy.ts'
import { photoUnknown, photoUnreadable, playUnknown } from './problems.ts'
import { AddPhoto, AskPhoto, Photo, PhotoKept } from './schema.loudspeakers.ts'
import { findPhoto, findPlay } from './sql.loudspeakers.ts'

/** A record of its own: a play is not held up by what its picture weighs, nor lost with it. */
export const addPlayPhoto = operation({
  name: 'publicity.play.photo',
  summary: { zh: '上传播放佐证照片', en: 'Upload a picture of a play' },
  kind: 'write',
  input: AddPhoto,
  output: PhotoKept,
  async load({ tx }, { playId }) {
    const play = await findPlay(tx, playId)
    if (!play) throw playUnknown({ id: playId })
    return play
  },
  allow: (actor, play) => mayPlay(actor, play),
  async run(ctx, input, { id: play_id, division }) {
    const bare = bareOf(Buffer.from(input.content, 'base64'))
    if (!bare) throw photoUnreadable()
    const { type, content } = bare
    const sha256 = createHash('sha256').update(content).digest()
    const row = { play_id, type, size: content.length, sha256, content }
    const arrival = await keepOne(ctx, 'publicity.play_photo', { ...originOf(ctx, { division }, input), ...row })
    if (arrival === 'new') tell(ctx, 'play', division, play_id)
    return { id: input.id, sha256: sha256.toString('hex'), arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { photo: input.id, sha256: output.sha256, arrival: output.arrival },
  }),
})

export const readPlayPhoto = operation({
  name: 'publicity.play.photo.read',
  summary: { zh: '查看播放佐证照片', en: 'Look at a picture of a play' },
  kind: 'read',
  input: AskPhoto,
  output: Photo,
  async load({ tx }, { photoId }) {
    const photo = await findPhoto(tx, photoId)
    if (!photo) throw photoUnknown({ id: photoId })
    return photo
  },
  allow: (actor, { division }) => maySeePlays(actor, division),
  run: async (_ctx, _input, { type, content }) => ({ type, content: content.toString('base64') }),
  audit: () => null,
})
