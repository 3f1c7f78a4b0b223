import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { BesideFields, type BesideForm, besideOf } from './beside-fields.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { NeedBox } from './need-box.tsx'
import type { Board } from './queries.ts'

/** Whom it is about: by name where the reader has seen it, and always by the room. */
export interface Who {
  lodgingId: string
  roomId: string
  called: string
  needs: string[]
}
interface DialogProps {
  board: Board
  who: Who
  onClose(): void
}

export function MoveDialog({ board, who, onClose }: DialogProps) {
  const { t } = useTranslation()
  return (
    <FactDialog<BesideForm & { why: string }>
      name="move-room"
      title={t('sites.moveWho', { who: who.called })}
      verb={t('sites.move')}
      send={({ id, at, why, ...where }) =>
        answer(
          api.POST('/lodgings/{lodgingId}/moves', {
            params: { path: { lodgingId: who.lodgingId } },
            body: { id, at, why, roomId: where.roomId, beside: besideOf(board, where) },
          }),
        )
      }
      onClose={onClose}
    >
      <BesideFields board={board} without={who.roomId} />
      <Form.Item
        name="why"
        label={t('sites.why')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('sites.whyNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FactDialog>
  )
}

const ways = ['released', 'hospital', 'other-site', 'home-isolation', 'mistaken'] as const
export function LeaveDialog({ who, onClose }: DialogProps) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ whereto: (typeof ways)[number] }>
      name="leave-site"
      title={t('sites.leaveWho', { who: who.called })}
      verb={t('sites.leave')}
      about={t('sites.leaveAbout')}
      send={(body) =>
        answer(api.POST('/lodgings/{lodgingId}/leaving', { params: { path: { lodgingId: who.lodgingId } }, body }))
      }
      onClose={onClose}
    >
      <Form.Item
        name="whereto"
        label={t('sites.whereto')}
        rules={[{ required: true, message: t('sites.fieldNeeded') }]}
      >
        <Radio.Group vertical options={ways.map((value) => ({ value, label: t(`sites.way.${value}`) }))} />
      </Form.Item>
    </FactDialog>
  )
}

export function DietDialog({ who, onClose }: DialogProps) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ needs: string[] }>
      name="diet"
      title={t('sites.dietWho', { who: who.called })}
      verb={t('forms.save')}
      initial={{ needs: who.needs }}
      send={(body) =>
        answer(api.POST('/lodgings/{lodgingId}/diet', { params: { path: { lodgingId: who.lodgingId } }, body }))
      }
      onClose={onClose}
    >
      <Form.Item name="needs" label={t('sites.needs')}>
        <NeedBox />
      </Form.Item>
    </FactDialog>
  )
}

const followUps = ['none', 'again', 'referred'] as const
export function CounsellingDialog({ who, onClose }: DialogProps) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ followUp: (typeof followUps)[number]; dueOn?: string }>
      name="counselling"
      title={t('sites.talkWho', { who: who.called })}
      verb={t('forms.save')}
      about={t('sites.talkAbout')}
      initial={{ followUp: 'none' }}
      send={({ id, at, followUp, dueOn }) =>
        answer(
          api.POST('/lodgings/{lodgingId}/counselling', {
            params: { path: { lodgingId: who.lodgingId } },
            body: { id, at, followUp, dueOn: followUp === 'again' ? (dueOn ?? null) : null },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="followUp" label={t('sites.followUpLabel')}>
        <Radio.Group options={followUps.map((value) => ({ value, label: t(`sites.followUp.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('followUp') === 'again' && (
            <Form.Item
              name="dueOn"
              label={t('sites.dueOn')}
              rules={[{ required: true, message: t('sites.fieldNeeded') }]}
            >
              <Input type="date" style={{ width: 180 }} />
            </Form.Item>
          )
        }
      </Form.Item>
    </FactDialog>
  )
}

export const lodgingDialogs = {
  move: MoveDialog,
  leave: LeaveDialog,
  diet: DietDialog,
  talk: CounsellingDialog,
} as const
export type LodgingVerb = keyof typeof lodgingDialogs
export const lodgingVerbs = Object.keys(lodgingDialogs) as LodgingVerb[]
