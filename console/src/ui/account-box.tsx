import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { speak } from '../i18n/i18n.ts'
import { signOut } from '../pages/access/calls.ts'
import { useDivisionName } from '../pages/places/queries.ts'
import { paths } from '../paths.ts'
import { meQuery } from '../session.ts'
import { turnShade, useShade } from '../theme.ts'
import styles from './account-box.module.css'
import { Icon } from './icons.tsx'
import { useOperation } from './operation.ts'
import { roleName } from './words.ts'

function Switches() {
  const { t, i18n } = useTranslation()
  const shade = useShade()
  return (
    <div className={styles.switches}>
      <button
        type="button"
        className={styles.switch}
        lang={i18n.language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => void speak(i18n.language === 'en' ? 'zh' : 'en')}
      >
        {t('shell.languageOther')}
      </button>
      <button
        type="button"
        className={styles.switch}
        onClick={turnShade}
        aria-label={shade === 'dark' ? t('shell.toLight') : t('shell.toDark')}
      >
        <Icon name={shade === 'dark' ? 'sun' : 'moon'} size={17} />
      </button>
    </div>
  )
}

/** Who is at the desk and in which seat; the way to one's own settings, and out. */
export function AccountBox() {
  const { t } = useTranslation()
  const me = useQuery(meQuery)
  const divisionName = useDivisionName()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = useOperation(signOut, {
    onDone: async () => {
      await navigate(paths.signIn())
      queries.clear()
    },
  })
  return (
    <div className={styles.box}>
      {me.data && (
        <Link {...paths.settings()} className={styles.who}>
          <span className={styles.name}>{me.data.account.name}</span>
          <span className={styles.seat}>
            {me.data.seat.title || roleName(t, me.data.seat.role)} · {divisionName(me.data.seat.division)}
          </span>
        </Link>
      )}
      <div className={styles.bottom}>
        <Switches />
        <button type="button" className={styles.out} onClick={() => leave.send(undefined)} disabled={leave.busy}>
          {t('shell.signOut')}
        </button>
      </div>
    </div>
  )
}
