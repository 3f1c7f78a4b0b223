import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { FigureName } from '../../ui/figure-link.tsx'
import { Figure, Figures } from '../../ui/figures.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import styles from './closures.module.css'
import { allClasses, type Cell, type Class, classesOf, type Kind, type Matrix, matrixQuery } from './queries.ts'

const sumOf = (cells: readonly Cell[]) =>
  cells.reduce(
    (so, { should, closed, breaches }) => ({
      should: so.should + should,
      closed: so.closed + closed,
      breaches: so.breaches + breaches,
    }),
    { should: 0, closed: 0, breaches: 0 },
  )
const kindOf = (one: Class): Kind =>
  (['venue', 'gathering', 'line'] as const).find((kind) => classesOf[kind].includes(one)) ?? 'venue'

/** By class and township: how many of those that have to be shut were found shut. */
export function MatrixView({ asOf }: { asOf: string | undefined }) {
  const query = useQuery(matrixQuery(asOf))
  const { t } = useTranslation()
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={8} height={30} />}
      empty={{
        when: ({ cells }) => cells.length === 0,
        show: (
          <Card>
            <Nothing title={t('closures.nothing')}>{t('closures.nothingWhy')}</Nothing>
          </Card>
        ),
      }}
    >
      {(matrix) => (
        <>
          <Totals cells={matrix.cells} asOf={asOf} />
          <Card flush>
            <Table matrix={matrix} asOf={asOf} />
          </Card>
        </>
      )}
    </Loaded>
  )
}

function Totals({ cells, asOf }: { cells: readonly Cell[]; asOf: string | undefined }) {
  const { t } = useTranslation()
  const { should, closed, breaches } = sumOf(cells)
  const only = new Set(cells.filter(({ should: some }) => some > 0).map((cell) => kindOf(cell.class)))
  // The figures of the catalogue count venues, gatherings and lines apart: their own is the sum where there is but one kind.
  const venues = only.size === 1 && only.has('venue')
  const of = (figure: FigureName) => (venues ? { figure, asOf } : undefined)
  return (
    <Figures label={t('closures.view.matrix')}>
      <Figure name={t('closures.should')} value={should} of={of('venues-to-close')} />
      <Figure name={t('closures.closed')} value={closed} tone="ok" of={of('venues-closed')} />
      <Figure
        name={t('closures.breaches')}
        value={breaches}
        tone="alarm"
        of={of('venues-in-breach')}
        to={paths.closures({ view: 'venue', state: 'breach', asOf })}
      />
      <Figure name={t('closures.unseen')} value={should - closed - breaches} tone="caution" />
    </Figures>
  )
}

function Table({ matrix: { townships, cells }, asOf }: { matrix: Matrix; asOf: string | undefined }) {
  const { t } = useTranslation()
  const shown = allClasses.filter((one) => cells.some((cell) => cell.class === one))
  const at = new Map(cells.map((cell) => [`${cell.township} ${cell.class}`, cell]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('closures.view.matrix')}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('closures.township')}</th>
            {shown.map((one) => (
              <th key={one} scope="col">
                {t(`closures.classes.${one}`)}
              </th>
            ))}
            <th scope="col">{t('closures.total')}</th>
          </tr>
        </thead>
        <tbody>
          {townships.map(({ division, name }) => (
            <tr key={division}>
              <th scope="row">{name}</th>
              {shown.map((one) => (
                <td key={one}>
                  <CellLink cell={at.get(`${division} ${one}`)} name={name} asOf={asOf} />
                </td>
              ))}
              <Sum cells={cells.filter((cell) => cell.township === division)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('closures.total')}</th>
            {shown.map((one) => (
              <Sum key={one} cells={cells.filter((cell) => cell.class === one)} />
            ))}
            <Sum cells={cells} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const toneOf = ({ should, closed, breaches }: Pick<Cell, 'should' | 'closed' | 'breaches'>) =>
  breaches > 0 ? 'alarm' : should === 0 ? 'quiet' : closed === should ? 'ok' : 'caution'

function Sum({ cells }: { cells: readonly Cell[] }) {
  const sum = sumOf(cells)
  return (
    <td className={styles.sum} data-tone={toneOf(sum)}>
      {sum.closed}/{sum.should}
    </td>
  )
}

function CellLink({ cell, name, asOf }: { cell: Cell | undefined; name: string; asOf: string | undefined }) {
  const { t } = useTranslation()
  if (!cell) return <span className={styles.empty}>·</span>
  const { township: area, class: one, should, closed } = cell
  const label = t('closures.matrixCell', { township: name, class: t(`closures.classes.${one}`), closed, should })
  return (
    <Link
      {...paths.closures({ view: kindOf(one), class: one, area, asOf })}
      className={styles.cell}
      data-tone={toneOf(cell)}
      aria-label={label}
    >
      {closed}/{should}
    </Link>
  )
}
