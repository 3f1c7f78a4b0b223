import { operation } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { ADAPTERS } from './channels.ts'
import { lacksRights } from './pieces.ts'
import { mayWrite } from './policy.ts'
import { type ChannelKind, Preview, PreviewPiece } from './schema.channels.ts'
import { spokenSeconds } from './scripts.ts'
import { publicitySettings } from './settings.ts'

const SPOKEN: Partial<Record<ChannelKind, 'radio' | 'television' | 'loudspeakers'>> = {
  radio: 'radio',
  television: 'television',
  loudspeakers: 'loudspeakers',
}
const NOBODY = '00000000-0000-4000-8000-000000000000'

export const previewPiece = operation({
  name: 'publicity.piece.preview',
  summary: { zh: '预览宣传稿', en: 'How a piece looks in a channel' },
  kind: 'read',
  input: PreviewPiece,
  output: Preview,
  async load({ tx }, { division }) {
    return { name: (await nameOfDivisions(tx)).get(division) ?? division }
  },
  allow: (actor, _loaded, input) => mayWrite(actor, input),
  async run({ actor, now }, { division, kind, content, channel }, { name }) {
    const adapter = ADAPTERS[channel]
    const half = lacksRights(kind, content)
    const outgoing = {
      ...{ county: actor.county, division, areaName: name, kind, content, what: 'publish' as const, edition: 1 },
      channel: { id: NOBODY, kind: channel, title: '', settings: {} },
      ...{ dispatchId: NOBODY, pieceId: NOBODY, firstAt: now, at: now, why: null, earlier: [] },
      publicUrl: publicitySettings().publicUrl,
    }
    const made = await adapter.produce(outgoing)
    const spoken = SPOKEN[channel]
    const rights = half ? [{ path: 'content.texts', zh: half.text('zh'), en: half.text('en') }] : []
    return {
      fileName: made.fileName,
      type: made.type,
      content: made.content.toString('base64'),
      seconds: spoken ? spokenSeconds(outgoing, spoken) : null,
      remarks: [...(adapter.unsuited?.(content) ?? []), ...(made.remarks ?? []), ...rights],
    }
  },
  audit: () => null,
})
