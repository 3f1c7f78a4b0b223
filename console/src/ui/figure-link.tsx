import type { Answer } from '@qunfang/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FigureSearch, paths } from '../paths.ts'
import { may, meQuery } from '../session.ts'
import styles from './figure-link.module.css'

export type FigureName = Answer<'/figures'>['items'][number]['name']

/** Which figure of the catalogue a number is, where and when. */
export interface FigureOf extends FigureSearch {
  figure: FigureName
}

/** What stands for a figure leads to it, for whoever may read figures. */
export function FigureLink({ figure, children, ...search }: FigureOf & { children: ReactNode }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  if (!me || !may(me, 'reporting.figure.read')) return children
  // A village that sees its township's row sees its own part of it, and asks for that.
  const area = search.area?.startsWith(me.division) ? search.area : undefined
  return (
    <Link {...paths.figure(figure, { ...search, area })} className={styles.link} title={t('figures.open')}>
      {children}
    </Link>
  )
}
