import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChainSearch, paths } from '../../paths.ts'
import { turnShade } from '../../theme.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { exactTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { LegalNotice } from '../publicity/legal-notice.tsx'
import { type Chain, chainQuery, measuresQuery } from './queries.ts'
import styles from './sheet.module.css'
import { Sheet } from './sheet.tsx'
import { CountTags } from './states.tsx'

const route = getRouteApi('/desk/command/measures/$documentId')

/** Every township and village on one sheet: who has confirmed, who is silent, who is late, who is done. */
export default function SheetPage() {
  const { t } = useTranslation()
  const { documentId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const livesAt = useCountyMoment()
  const query = useInfiniteQuery(chainQuery(documentId, { measureId: search.measure, asOf: search.asOf }))
  const measures = useInfiniteQuery(measuresQuery({ documentId })).data?.pages.flatMap(({ items }) => items) ?? []
  const [onWall, setOnWall] = useState(false)
  const [named, setNamed] = useState(false)
  const first = query.data?.pages[0]
  const change = (patch: ChainSearch) => void navigate({ search: { ...search, ...patch } })
  return (
    <Page
      title={t('measures.sheet')}
      above={<Link {...paths.measures({ document: documentId })}>{t('measures.title')}</Link>}
      about={first && <About chain={first} />}
      actions={
        <>
          <MomentPicker asOf={search.asOf} standsAt={livesAt} onPick={(asOf) => change({ asOf })} />
          <Button onClick={() => setOnWall(true)}>{t('measures.wall')}</Button>
        </>
      }
    >
      <Card flush>
        <FilterBar>
          <Choice
            label={t('measures.one')}
            value={search.measure}
            any={t('measures.wholeDocument')}
            options={measures.map((one) => [one.id, `${one.nth} ${one.title}`] as const)}
            onChange={(measure) => change({ measure })}
          />
          <Button aria-pressed={named} onClick={() => setNamed(!named)}>
            {t(named ? 'measures.bySign' : 'measures.byName')}
          </Button>
          {first && <CountTags counts={first.counts} />}
        </FilterBar>
        <Loaded
          query={query}
          skeleton={<Skeleton lines={10} height={44} />}
          empty={{
            when: ({ pages }) => Object.keys(pages[0]?.counts ?? {}).length === 0,
            show: <Nothing title={t('measures.nobody')}>{t('measures.nobodyWhy')}</Nothing>,
          }}
        >
          {({ pages }) => (
            <Sheet
              named={named}
              townships={pages.flatMap(({ townships }) => townships)}
              documentId={documentId}
              measure={search.measure}
              asOf={search.asOf}
            />
          )}
        </Loaded>
        <More query={query} />
      </Card>
      <LegalNotice measure="directive" />
      {onWall && query.data && (
        <Wall pages={query.data.pages} search={search} documentId={documentId} onClose={() => setOnWall(false)} />
      )}
    </Page>
  )
}

function About({ chain }: { chain: Chain }) {
  const { t } = useTranslation()
  return (
    <span className="row">
      <Link {...paths.document(chain.documentId)}>
        <span className="number">{chain.number}</span>
      </Link>
      <span>{chain.measureTitle ?? chain.title}</span>
      <span className="number">{t('measures.asOf', { at: exactTime(chain.asOf) })}</span>
    </span>
  )
}

interface WallProps {
  pages: readonly Chain[]
  search: ChainSearch
  documentId: string
  onClose(): void
}
/** The same for a wall: nothing but the sheet, as large as the screen allows, told by sign and word from across the room. */
function Wall({ pages, search, documentId, onClose }: WallProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    void dialog?.requestFullscreen?.().catch(() => undefined)
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen()
    }
  }, [])
  const [first] = pages
  if (!first) return null
  return (
    <dialog ref={box} className={styles.wall} aria-label={t('measures.sheet')} onClose={onClose}>
      <header className={styles.wallHead}>
        <div>
          <p className={styles.wallTitle}>{first.measureTitle ?? first.title}</p>
          <p className="number">
            {first.number} · {t('measures.asOf', { at: exactTime(first.asOf) })}
          </p>
        </div>
        <CountTags counts={first.counts} />
        <span className="row">
          <Button onClick={turnShade}>{t('measures.shade')}</Button>
          <Button onClick={onClose}>{t('measures.leaveWall')}</Button>
        </span>
      </header>
      <Sheet
        wall
        townships={pages.flatMap(({ townships }) => townships)}
        documentId={documentId}
        measure={search.measure}
        asOf={search.asOf}
      />
    </dialog>
  )
}
