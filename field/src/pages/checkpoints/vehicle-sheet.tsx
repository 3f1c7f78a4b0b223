import { useState } from 'preact/hooks'
import { newId } from '../../device/ids.ts'
import { useText } from '../../i18n/index.ts'
import { Sheet } from '../../ui/sheet.tsx'
import type { ScreeningForm } from './form.ts'
import type { SheetProps } from './sheet-props.ts'

const PROVINCES = [...'冀京津晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新']

export function VehicleSheet({ form, change, close }: SheetProps) {
  const t = useText()
  const [choosing, setChoosing] = useState(false)
  const [province, setProvince] = useState(form.plate.slice(0, 1) || '冀')
  const [rest, setRest] = useState(form.plate.slice(1))
  const keep = (part: Partial<ScreeningForm>) => {
    change(part)
    close()
  }
  const withPlate = () => keep({ vehicleId: form.vehicleId ?? newId(), plate: rest ? province + rest : '' })
  return (
    <Sheet title={t('screening.vehicleTitle')} onClose={close}>
      <form
        class="row plate"
        onSubmit={(event) => {
          event.preventDefault()
          withPlate()
        }}
      >
        <button
          type="button"
          class="chip"
          aria-label={t('screening.plateProvince')}
          onClick={() => setChoosing(!choosing)}
        >
          {province} ▾
        </button>
        <label class="box active">
          <span class="sr">{t('who.plateLabel')}</span>
          <input
            name="plate"
            autocapitalize="characters"
            autocomplete="off"
            maxLength={8}
            value={rest}
            placeholder="H12345"
            onInput={(event) => setRest(event.currentTarget.value.toUpperCase())}
          />
        </label>
        <button type="submit" class="next">
          {t('screening.keepPlate')}
        </button>
      </form>
      {choosing && (
        <div class="grid six">
          {PROVINCES.map((one) => (
            <button
              type="button"
              key={one}
              aria-pressed={one === province}
              onClick={() => {
                setProvince(one)
                setChoosing(false)
              }}
            >
              {one}
            </button>
          ))}
        </div>
      )}
      <div class="grid two">
        <button type="button" onClick={() => keep({ vehicleId: form.vehicleId ?? newId(), plate: '' })}>
          {t('screening.withoutPlate')}
        </button>
        <button type="button" onClick={() => keep({ vehicleId: null, plate: '', before: 0 })}>
          {t('screening.walking')}
        </button>
      </div>
    </Sheet>
  )
}
