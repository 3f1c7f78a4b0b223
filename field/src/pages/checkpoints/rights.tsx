import { useState } from 'preact/hooks'
import { useText } from '../../i18n/index.ts'

/** For whoever is turned back: where to read what they have to do and may claim, to be read out or scanned. */
export function Rights({ county }: { county: number }) {
  const t = useText()
  const [code, setCode] = useState<string | null>(null)
  const path = `/board/${county}/rights.html`
  const show = async () => {
    const { default: encodeQR } = await import('qr')
    setCode(encodeQR(location.origin + path, 'svg'))
  }
  return (
    <>
      <p class="sub">
        {t('screening.tellRights')} <b>{location.host + path}</b>
      </p>
      {code ? (
        <img
          src={`data:image/svg+xml,${encodeURIComponent(code)}`}
          alt={location.host + path}
          width="180"
          height="180"
          style="background:#fff"
        />
      ) : (
        <button type="button" class="soft" onClick={() => void show()}>
          {t('screening.showRights')}
        </button>
      )}
    </>
  )
}
