import { language } from '../../i18n/i18n.ts'
import { FigureLink, type FigureName } from '../../ui/figure-link.tsx'
import { Card } from '../../ui/page.tsx'
import type { ReportDetails } from './queries.ts'
import styles from './reports.module.css'

/** The paragraphs, each number leading to its figure as it was known when it was counted. */
export function ReportText({ report }: { report: ReportDetails }) {
  const lang = language() === 'en' ? 'en' : 'zh'
  return (
    <Card>
      <article className={styles.text}>
        {report.blocks.map(({ heading }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name than its place
          <section key={at}>
            <h3>{heading[lang]}</h3>
            <p>
              {report.text[at]?.[lang].map(({ said, figure, part }, nth) =>
                figure ? (
                  <FigureLink
                    // biome-ignore lint/suspicious/noArrayIndexKey: a number of a sentence has no other name than its place
                    key={nth}
                    figure={figure as FigureName}
                    area={part ?? report.area}
                    asOf={report.asOf}
                    knownBy={report.knownBy ?? report.countedAt}
                  >
                    {said}
                  </FigureLink>
                ) : (
                  said
                ),
              )}
            </p>
          </section>
        ))}
      </article>
    </Card>
  )
}
