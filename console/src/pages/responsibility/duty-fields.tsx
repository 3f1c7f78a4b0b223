import { responsibilityRules } from '@qunfang/client/rules'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Views } from '../../ui/filters.tsx'
import { PurposeChoice } from '../../ui/purpose.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import { HouseholdBox } from '../people/household-box.tsx'
import { CompoundBox } from '../places/compound-box.tsx'
import { blocksQuery, type PostDetails, type Reach } from './queries.ts'
import { usePlaceName } from './where.tsx'

export type ReachKind = Reach['reach']
const kinds = ['division', 'compound', 'block', 'household'] as const

/** What is being said of a duty, until it is whole. */
export interface DutyDraft {
  reach: ReachKind
  division: string | undefined
  compoundId?: string | undefined
  unit?: string | undefined
  householdId?: string | undefined
}
type Sitting = Pick<PostDetails, 'rank' | 'division'>

/** Which kinds of duty a post of this rank can have at all. */
export const reachesOf = ({ rank, division }: Sitting): ReachKind[] =>
  kinds.filter((reach) =>
    [division, `${division}000000000000`.slice(0, 12)].some((code) =>
      responsibilityRules.mayReach({ rank, division }, { reach, division: code }),
    ),
  )

export const emptyDuty = (post: Sitting): DutyDraft => ({
  reach: post.rank === 'household' ? 'block' : 'division',
  division: post.division.length === 12 || post.rank !== 'household' ? post.division : undefined,
})

/** Null while something is missing. */
export function reachOf({ reach, division, compoundId, unit, householdId }: DutyDraft): Reach | null {
  if (reach === 'household') return householdId ? { reach, householdId } : null
  if (!division) return null
  if (reach === 'division') return { reach, division }
  if (reach === 'compound') return compoundId ? { reach, division, compoundId } : null
  const [compound, block] = unit === undefined ? [] : (JSON.parse(unit) as [string | null, string])
  return block ? { reach, division, compoundId: compound ?? null, block } : null
}

interface BlockBoxProps {
  label: string
  village: string
  value: string | undefined
  onChange(unit: string): void
}

/** Stairwells and groups in which somebody lives, with how many nobody answers for yet. */
function BlockBox({ label, village, value, onChange }: BlockBoxProps) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const blocks = useInfiniteQuery(blocksQuery(village))
  const rows = blocks.data?.pages.flatMap(({ items }) => items).filter(({ block }) => block !== null) ?? []
  return (
    <Select
      aria-label={label}
      placeholder={label}
      loading={blocks.isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      notFoundContent={t('responsibility.noBlocks')}
      onPopupScroll={() => blocks.hasNextPage && !blocks.isFetchingNextPage && void blocks.fetchNextPage()}
      options={rows.map(({ compoundId, block, households, covered }) => ({
        value: JSON.stringify([compoundId, block]),
        label: t('gridDuty.blockOf', { place: placeName(compoundId, block), households, open: households - covered }),
      }))}
      onChange={(chosen: string | null) => chosen && onChange(chosen)}
    />
  )
}

interface DutyFieldsProps {
  post: Sitting
  draft: DutyDraft
  onChange(draft: DutyDraft): void
}

export function DutyFields({ post, draft, onChange }: DutyFieldsProps) {
  const { t } = useTranslation()
  const { reach, division } = draft
  const village = division?.length === 12 ? division : undefined
  const isOfVillage = reach !== 'division'
  const change = (patch: Partial<DutyDraft>) => onChange({ ...draft, ...patch })
  return (
    <>
      <Views<ReachKind>
        label={t('gridDuty.reach')}
        value={reach}
        options={reachesOf(post).map((one) => [one, t(`gridDuty.reaches.${one}`)] as const)}
        onChange={(wanted) => onChange({ reach: wanted, division })}
      />
      {post.division.length < 12 && (
        <DivisionBox
          label={t('gridDuty.where')}
          any={reach === 'division' ? t('gridDuty.wholeArea') : t('gridDuty.where')}
          within={post.division}
          homes={isOfVillage || post.rank === 'household'}
          value={division === post.division ? undefined : division}
          onChange={(code) => onChange({ reach, division: code ?? post.division })}
        />
      )}
      {reach === 'compound' && (
        <CompoundBox
          label={t('gridDuty.reaches.compound')}
          division={village}
          value={draft.compoundId}
          onChange={(compoundId) => change({ compoundId })}
        />
      )}
      {reach === 'block' && village && (
        <BlockBox
          label={t('gridDuty.reaches.block')}
          village={village}
          value={draft.unit}
          onChange={(unit) => change({ unit })}
        />
      )}
      {reach === 'household' && village && (
        <>
          <PurposeChoice />
          <HouseholdBox
            label={t('gridDuty.reaches.household')}
            division={village}
            value={draft.householdId}
            onChange={(householdId) => change({ householdId })}
          />
        </>
      )}
    </>
  )
}
