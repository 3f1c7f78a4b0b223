import { useTranslation } from 'react-i18next'
import { QrCode } from '../../ui/qr-code.tsx'
import { useDivisionName } from '../places/queries.ts'
import { usePlaceName } from '../responsibility/where.tsx'
import styles from './cards.module.css'
import { type Cards, type Question, type Questionnaire, said, titleIn } from './queries.ts'

type Card = Cards['items'][number]

const asked = ({ questions }: Questionnaire, of: Question['asked']) =>
  questions.filter((one) => one.asked === of && one.kind !== 'group' && one.kind !== 'note')

/** Where a hand ticks or writes. The digit before an option is the key that enters it. */
function Blank({ question }: { question: Question }) {
  const { t } = useTranslation()
  if (question.kind === 'yes-no') return <>{t('cards.yesNo')}</>
  if (question.kind === 'choice')
    return (
      <span className={styles.choices}>
        {question.options.map((option, place) => (
          <span key={option.code}>
            □{place} {said(option)}
          </span>
        ))}
      </span>
    )
  return <span className={styles.blank}>&nbsp;</span>
}

function useVersion() {
  const { t } = useTranslation()
  return (one: Questionnaire) => t('cards.version', { name: said(one), version: one.version })
}

function usePlace() {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const divisionName = useDivisionName()
  return ({ division, compoundId, block, door, walkOrder }: Card) =>
    [divisionName(division), placeName(compoundId, block), door ?? t('doors.walk', { order: walkOrder })]
      .filter(Boolean)
      .join(' ')
}

const linkTo = (code: string) => `${location.origin}/visits/re-entry?code=${encodeURIComponent(code)}`

/** One household: the whole questionnaire, a line for everybody. */
export function PaperCard({ card, questionnaire }: { card: Card; questionnaire: Questionnaire }) {
  const { t } = useTranslation()
  const placeOf = usePlace()
  const versionOf = useVersion()
  const own = asked(questionnaire, 'person')
  const title = titleIn(questionnaire.questions)
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <div>
          <div className={styles.code}>{card.code}</div>
          <div className={styles.place}>{placeOf(card)}</div>
          <div className={styles.version}>{versionOf(questionnaire)}</div>
        </div>
        <QrCode text={linkTo(card.code)} label={card.code} size={64} />
      </div>
      <div className={styles.line}>
        <span>
          {t('cards.time')} <span className={styles.blank}>&nbsp;</span>
        </span>
        <span>
          {t('cards.outcome')} {t('cards.outcomes')}
        </span>
        <span>
          {t('cards.signature')} <span className={styles.blank}>&nbsp;</span>
        </span>
      </div>
      <div className={styles.line}>
        {asked(questionnaire, 'household').map((question) => (
          <span key={question.linkId}>
            {title(question)} <Blank question={question} />
          </span>
        ))}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('cards.member')}</th>
            {own.map((question) => (
              <th key={question.linkId} scope="col">
                {title(question)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.members.map(({ person }) => (
            <tr key={person.id}>
              <th scope="row">{person.name ?? t('doors.unnamed')}</th>
              {own.map((question) => (
                <td key={question.linkId}>
                  <Blank question={question} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

/** Many households on a sheet: a line each, for a visitor who asks by heart and notes only what is unusual. */
export function PaperRows({ cards, questionnaire }: { cards: readonly Card[]; questionnaire: Questionnaire }) {
  const { t } = useTranslation()
  const placeOf = usePlace()
  const versionOf = useVersion()
  const columns = questionnaire.questions.filter(({ prefix }) => prefix !== null)
  const title = titleIn(questionnaire.questions)
  return (
    <table className={styles.rows}>
      <caption>
        {t('cards.outcomes')} · {versionOf(questionnaire)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('cards.code')}</th>
          <th scope="col">{t('cards.head')}</th>
          <th scope="col">{t('cards.outcome')}</th>
          <th scope="col" className={styles.written}>
            {t('cards.time')}
          </th>
          {columns.map((question) => (
            <th key={question.linkId} scope="col">
              {title(question)}
            </th>
          ))}
          <th scope="col" className={styles.written}>
            {t('cards.note')}
          </th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.code}>
            <th scope="row">
              <b>{card.code}</b>
            </th>
            <td>
              {placeOf(card)}
              <br />
              {card.members.map(({ person }) => person.name ?? t('doors.unnamed')).join('、')}
            </td>
            <td>① ② ③ ④ ⑤ ⑥</td>
            <td />
            {columns.map((question) => (
              <td key={question.linkId} />
            ))}
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
