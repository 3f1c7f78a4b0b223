import { useQuery } from '@tanstack/react-query'
import { Button, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { may, meQuery } from '../../session.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Skeleton } from '../../ui/page.tsx'
import { type Desk, deskQuery, type Grade, touchesRumours } from './queries.ts'
import styles from './rumours.module.css'
import { Words } from './topic-dialogs.tsx'

const STEPS = [1, 2, 3, 4, 5] as const
const GRADES = ['low', 'medium', 'high'] as const

/** Likelihood by harm, and the hours of each grade, as they are in force; whoever may changes them from a moment on. */
export function MatrixView() {
  const { t } = useTranslation()
  const query = useQuery(deskQuery)
  const mayRule = may(useQuery(meQuery).data, 'rumours.matrix.set')
  const [isChanging, setChanging] = useState(false)
  return (
    <Card
      title={t('rumours.view.matrix')}
      extra={mayRule && query.data && <Button onClick={() => setChanging(true)}>{t('rumours.changeMatrix')}</Button>}
    >
      <Loaded query={query} skeleton={<Skeleton lines={6} height={30} />} empty="never">
        {({ matrix, editions }) => (
          <div className="stack">
            <Cells cells={matrix.cells} />
            <Hours matrix={matrix} />
            <h3 className={styles.small}>{t('rumours.editions')}</h3>
            <ul className={styles.acts} aria-label={t('rumours.editions')}>
              {editions.map(({ id, at, why }) => (
                <li key={id}>
                  <span className="number muted">{dateTime(at)}</span>
                  <span>{why}</span>
                </li>
              ))}
              {editions.length === 0 && <li className="muted">{t('rumours.firstMatrix')}</li>}
            </ul>
            {isChanging && <ChangeMatrix matrix={matrix} onClose={() => setChanging(false)} />}
          </div>
        )}
      </Loaded>
    </Card>
  )
}

/** Drawn with the likeliest on top; a cell that can be changed is a button that goes on to the next grade. */
function Cells({ cells, onTurn }: { cells: readonly Grade[]; onTurn?(at: number): void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix} aria-label={t('rumours.view.matrix')}>
        <thead>
          <tr>
            <th scope="col">
              {t('rumours.likelihood')} \ {t('rumours.harm')}
            </th>
            {STEPS.map((harm) => (
              <th key={harm} scope="col">
                {harm}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STEPS.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">{likelihood}</th>
              {STEPS.map((harm) => {
                const at = (likelihood - 1) * 5 + harm - 1
                const grade = cells[at] ?? 'high'
                const name = t('rumours.cell', { likelihood, harm, grade: t(`rumours.grades.${grade}`) })
                return (
                  <td key={harm} data-grade={grade}>
                    {onTurn ? (
                      <button type="button" aria-label={name} onClick={() => onTurn(at)}>
                        {t(`rumours.grades.${grade}`)}
                      </button>
                    ) : (
                      t(`rumours.grades.${grade}`)
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Hours({ matrix }: { matrix: Desk['matrix'] }) {
  const { t } = useTranslation()
  const said = (hours: number | undefined) => (hours ? t('rumours.hours', { count: hours }) : t('rumours.noClock'))
  return (
    <dl className={styles.facts}>
      {GRADES.map((grade, nth) => (
        <div key={grade} className={styles.pair}>
          <dt>{t(`rumours.grades.${grade}`)}</dt>
          <dd>
            {t('rumours.first')} {said(matrix.firstHours[nth])} · {t('rumours.final')} {said(matrix.finalHours[nth])}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Said = { why: string } & Record<`first${number}` | `final${number}`, number>
function ChangeMatrix({ matrix, onClose }: { matrix: Desk['matrix']; onClose(): void }) {
  const { t } = useTranslation()
  const [cells, setCells] = useState<readonly Grade[]>(matrix.cells)
  const turn = (at: number) =>
    setCells(cells.map((grade, nth) => (nth === at ? (GRADES[(GRADES.indexOf(grade) + 1) % 3] ?? 'low') : grade)))
  const initial = Object.fromEntries(
    GRADES.flatMap((_, nth) => [
      [`first${nth}`, matrix.firstHours[nth]],
      [`final${nth}`, matrix.finalHours[nth]],
    ]),
  ) as Partial<Said>
  return (
    <FactDialog<Said>
      name="set-matrix"
      title={t('rumours.changeMatrix')}
      verb={t('forms.save')}
      about={t('rumours.matrixAbout')}
      touches={touchesRumours}
      initial={initial}
      send={({ id, at, why, ...hours }) => {
        const of = (name: 'first' | 'final') => GRADES.map((_, nth) => hours[`${name}${nth}`] ?? 0)
        const body = { id, at, why, cells: [...cells], firstHours: of('first'), finalHours: of('final') }
        return answer(api.POST('/rumour-matrices', { body }))
      }}
      onClose={onClose}
    >
      <Cells cells={cells} onTurn={turn} />
      {GRADES.map((grade, nth) => (
        <div key={grade} className={styles.pair}>
          <Form.Item name={`first${nth}`} label={`${t(`rumours.grades.${grade}`)} · ${t('rumours.first')}`}>
            <InputNumber min={0} max={240} precision={0} />
          </Form.Item>
          <Form.Item name={`final${nth}`} label={t('rumours.final')}>
            <InputNumber min={0} max={240} precision={0} />
          </Form.Item>
        </div>
      ))}
      <Words name="why" label={t('rumours.why')} max={500} rows />
    </FactDialog>
  )
}
